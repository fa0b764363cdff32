"use client";

import { InlineMoney, InlineNumber, InlineSelect, Words } from "../controls";
import { BOUNDS, LineFilterEditor, OptionalFilter } from "../line-filter-editor";
import type { ConditionEditorProps } from "./editor-props";

const QUANTIFIERS = [
  { value: "any", label: "Any line" },
  { value: "all", label: "Every line" },
  { value: "none", label: "No line" },
] as const;
const MEASURES = [
  { value: "amountMinor", label: "Total" },
  { value: "quantity", label: "Pieces" },
  { value: "lines", label: "Lines" },
] as const;

/** Whether lines of a kind are in the basket. */
export function LinesEditor({ condition, onChange }: ConditionEditorProps<"lines">) {
  return (
    <>
      <InlineSelect
        label="How many lines"
        value={condition.quantifier}
        options={QUANTIFIERS}
        onChange={(quantifier) => onChange({ ...condition, quantifier })}
      />
      <Words>where</Words>
      <LineFilterEditor filter={condition.filter} onChange={(filter) => onChange({ ...condition, filter })} />
    </>
  );
}

/** How much of something is in the basket. */
export function BasketEditor({ condition, onChange }: ConditionEditorProps<"basket">) {
  const { measure, op, value, filter } = condition;
  return (
    <>
      <InlineSelect
        label="What is counted"
        value={measure}
        options={MEASURES}
        onChange={(next) =>
          onChange({ ...condition, measure: next, value: next === "amountMinor" ? 1_000 : 2 })
        }
      />
      <InlineSelect
        label="How it is compared"
        value={op}
        options={BOUNDS}
        onChange={(next) => onChange({ ...condition, op: next })}
      />
      {measure === "amountMinor" ? (
        <InlineMoney
          label="Total"
          name="value"
          value={value}
          onChange={(next) => onChange({ ...condition, value: next })}
        />
      ) : (
        <InlineNumber
          label="Count"
          name="value"
          mayBeFraction={measure === "quantity"}
          value={value}
          onChange={(next) => onChange({ ...condition, value: next })}
        />
      )}
      <OptionalFilter filter={filter} onChange={(next) => onChange({ ...condition, filter: next })} />
    </>
  );
}
