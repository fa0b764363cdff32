"use client";

import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import type { LineFilter, LineTest } from "@/lib/campaigns/schema";
import { InlineMoney, InlineNumber, InlineSelect, Words } from "./controls";
import { ValueChips } from "./value-chips";

type Field = LineTest["field"];

const FIELDS: { value: Field; label: string }[] = [
  { value: "category", label: "Category" },
  { value: "brand", label: "Brand" },
  { value: "sku", label: "SKU" },
  { value: "name", label: "Name" },
  { value: "amountMinor", label: "Line total" },
  { value: "quantity", label: "Quantity" },
];
const TEXT_OPERATORS = [
  { value: "in", label: "is" },
  { value: "not_in", label: "is not" },
  { value: "contains", label: "contains" },
] as const;
export const BOUNDS = [
  { value: "at_least", label: "at least" },
  { value: "at_most", label: "at most" },
] as const;

export const NEW_FILTER: LineFilter = [{ field: "category", op: "in", values: [] }];

function withField(test: LineTest, field: Field): LineTest {
  if (field === "amountMinor" || field === "quantity") return { field, op: "at_least", value: 1 };
  return "values" in test ? { ...test, field } : { field, op: "in", values: [] };
}

/** Which lines of a basket are meant: those that pass every test. */
export function LineFilterEditor({
  filter,
  onChange,
  onClear,
}: {
  filter: LineFilter;
  onChange: (filter: LineFilter) => void;
  /** Takes the whole filter away; left out where there must be one. */
  onClear?: () => void;
}) {
  const set = (index: number, test: LineTest) =>
    onChange(filter.map((other, at) => (at === index ? test : other)));
  function remove(index: number) {
    if (filter.length === 1) onClear?.();
    else onChange(filter.filter((_, at) => at !== index));
  }
  // Tests of a filter have no identity but their place.
  const tests = filter.map((test, index) => ({ test, index, key: `test-${index}` }));
  return (
    <>
      {tests.map(({ test, index, key }) => (
        <span key={key} className="inline-flex max-w-full flex-wrap items-center gap-x-1.5 gap-y-1">
          {index > 0 && <Words>and</Words>}
          <InlineSelect
            label="What of the line"
            value={test.field}
            options={FIELDS}
            onChange={(field) => set(index, withField(test, field))}
          />
          {"values" in test ? (
            <>
              <InlineSelect
                label="How it is compared"
                value={test.op}
                options={TEXT_OPERATORS}
                onChange={(op) => set(index, { ...test, op })}
              />
              <ValueChips
                label={`Add a ${test.field}`}
                values={test.values}
                onChange={(values) => set(index, { ...test, values })}
              />
            </>
          ) : (
            <>
              <InlineSelect
                label="How it is compared"
                value={test.op}
                options={BOUNDS}
                onChange={(op) => set(index, { ...test, op })}
              />
              {test.field === "amountMinor" ? (
                <InlineMoney
                  label="Line total"
                  value={test.value}
                  onChange={(value) => set(index, { ...test, value })}
                />
              ) : (
                <InlineNumber
                  label="Quantity"
                  value={test.value}
                  onChange={(value) => set(index, { ...test, value })}
                />
              )}
            </>
          )}
          {(onClear || filter.length > 1) && (
            <IconButton
              size="sm"
              label="Remove this filter"
              icon={<X />}
              className="in-disabled:hidden"
              onClick={() => remove(index)}
            />
          )}
        </span>
      ))}
      <button
        type="button"
        onClick={() => onChange([...filter, ...NEW_FILTER])}
        className="h-7 in-disabled:hidden rounded-sm px-1.5 text-ink-2 text-sm hover:bg-hover hover:text-ink"
      >
        + and…
      </button>
    </>
  );
}
