"use client";

import type { HistoryCondition } from "@/lib/campaigns/schema";
import { usePortal } from "../../../portal-context";
import { currencySign, parseAmount, toAmountText } from "../money";
import type { PastQuestion } from "./past";
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
        const { before, after } = questionWords(condition);
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

const DISTINCT = {
  day: "days",
  store: "stores",
  channel: "channels",
  sku: "products",
  category: "categories",
  brand: "brands",
} as const;

/** What is asked, around the number. */
function questionWords(condition: HistoryCondition): { before: string; after: string } {
  const what = countedWords(condition);
  switch (condition.measure) {
    case "count":
      return { before: "has had", after: `${what} ${windowWords(condition)}` };
    case "amountMinor":
      return { before: "has spent", after: `on ${what} ${windowWords(condition)}` };
    case "quantity":
      return { before: "has bought", after: `pieces in ${what} ${windowWords(condition)}` };
    case "distinct":
      return { before: "has had", after: `different ${DISTINCT[condition.what]} ${windowWords(condition)}` };
    case "streak":
      return { before: "has come", after: `${condition.unit}s in a row` };
    case "days_since_first":
      return { before: "had the first of", after: `days ago: ${what}` };
    case "days_since_last":
      return { before: "had the last of", after: `days ago: ${what}` };
  }
}

function countedWords({ of }: HistoryCondition): string {
  const things = of.event === "purchase" ? "purchases" : `“${of.event.replace("custom:", "")}”`;
  const values = (of.filter ?? []).flatMap((test) => ("values" in test ? test.values : []));
  const places = [...(of.stores ?? []), ...(of.channels ?? [])];
  return `${things}${values.length > 0 ? ` with ${values.join(", ")}` : ""}${places.length > 0 ? ` at ${places.join(", ")}` : ""}`;
}

function windowWords({ window }: Extract<HistoryCondition, { window: unknown }>): string {
  if (window.kind === "lifetime") return "ever";
  if (window.kind === "current") return window.period === "day" ? "today" : `this ${window.period}`;
  return `in the last ${window.days} days`;
}
