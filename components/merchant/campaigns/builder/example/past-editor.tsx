"use client";

import { usePortal } from "../../../portal-context";
import { currencySign, parseAmount, toAmountText } from "../money";
import type { PastQuestion } from "./past";
import { questionWords } from "./past-words";
import { QuietNumber } from "./quiet-controls";

/** What the example's member has done before, as far as the campaign asks. */
export function PastEditor({
  questions,
  onChange,
}: {
  questions: readonly PastQuestion[];
  onChange: (key: string, answer: number) => void;
}) {
  const { currency, locale } = usePortal().program;
  return (
    <div className="px-2 py-1.5">
      <p className="px-1.5 text-ink-3 text-xs">Before this</p>
      {questions.map(({ key, condition, answer }) => {
        const { before, after } = questionWords(condition, answer);
        const isMoney = condition.measure === "amountMinor";
        return (
          <p key={key} className="px-1.5 text-ink-2 text-sm leading-7">
            {before}
            <QuietNumber
              label={`${before} ${after}`.trim()}
              value={answer}
              {...(isMoney && {
                show: (amountMinor: number) => toAmountText(amountMinor, currency),
                parse: (text: string) => parseAmount(text, currency),
              })}
              onChange={(next) => onChange(key, next)}
              className="field-sizing-content font-medium text-ink"
            />
            {isMoney && `${currencySign(currency, locale)} `}
            {after}
          </p>
        );
      })}
    </div>
  );
}
