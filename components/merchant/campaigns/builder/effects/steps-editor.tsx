"use client";

import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { usePortal } from "../../../portal-context";
import { AddDetail, InlineMoney, InlineNumber, InlineSelect, Words } from "../controls";
import { useFocusRequest } from "../focus";
import { OptionalFilter } from "../line-filter-editor";
import { unitMinorOf } from "../money";
import { Place, placeAttribute, usePlace } from "../place";
import type { EffectEditorProps } from "./editor-props";

const MEASURES = [
  { value: "amountMinor", label: "the total" },
  { value: "quantity", label: "the pieces" },
  { value: "lines", label: "the lines" },
] as const;

/** A table of steps: the highest one that is reached counts. */
export function StepsEditor({ effect, onChange }: EffectEditorProps<"steps">) {
  const { currency, pointName } = usePortal().program;
  const at = usePlace("steps");
  const { focusNext } = useFocusRequest();
  const { steps, measure } = effect;
  const isMoney = measure === "amountMinor";
  const set = (index: number, change: Partial<(typeof steps)[number]>) =>
    onChange({
      ...effect,
      steps: steps.map((step, place) => (place === index ? { ...step, ...change } : step)),
    });
  function add() {
    const last = steps.at(-1) ?? { from: 0, points: 0 };
    const from = last.from + (isMoney ? 50 * unitMinorOf(currency) : 2);
    onChange({ ...effect, steps: [...steps, { from, points: last.points + 50 }] });
    focusNext(`${at}/${steps.length}`);
  }
  // Steps have no identity but their place.
  const rows = steps.map((step, index) => ({ step, index, key: `step-${index}` }));
  return (
    <>
      <Words>by</Words>
      <InlineSelect
        label="What the steps are of"
        value={measure}
        options={MEASURES}
        onChange={(next) => {
          const unit = next === "amountMinor" ? 50 * unitMinorOf(currency) : 2;
          const isSameKind = (next === "amountMinor") === isMoney;
          onChange({
            ...effect,
            measure: next,
            steps: isSameKind ? steps : steps.map((step, index) => ({ ...step, from: unit * (index + 1) })),
          });
        }}
      />
      <OptionalFilter filter={effect.filter} onChange={(filter) => onChange({ ...effect, filter })} />
      <ul className="flex w-full flex-col gap-1 py-0.5">
        {rows.map(({ step, index, key }) => (
          <li key={key} {...placeAttribute(`${at}/${index}`)} className="flex flex-wrap items-center gap-2">
            <Place name={`steps/${index}`}>
              <Words>from</Words>
              {isMoney ? (
                <InlineMoney
                  label={`Step ${index + 1} from`}
                  name="from"
                  value={step.from}
                  onChange={(from) => set(index, { from })}
                />
              ) : (
                <InlineNumber
                  label={`Step ${index + 1} from`}
                  name="from"
                  value={step.from}
                  onChange={(from) => set(index, { from })}
                />
              )}
              <Words>on:</Words>
              <InlineNumber
                label={`Points of step ${index + 1}`}
                name="points"
                value={step.points}
                suffix={pointName}
                onChange={(points) => set(index, { points })}
              />
              {steps.length > 1 && (
                <IconButton
                  size="sm"
                  label={`Remove step ${index + 1}`}
                  icon={<X />}
                  className="in-disabled:hidden"
                  onClick={() => onChange({ ...effect, steps: steps.filter((_, place) => place !== index) })}
                />
              )}
            </Place>
          </li>
        ))}
        <li>
          <AddDetail onClick={add}>step</AddDetail>
        </li>
      </ul>
    </>
  );
}
