"use client";

import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import type { LabelTest, LineFilter, LineTest } from "@/lib/campaigns/schema";
import { ComparisonEditor } from "./comparison-editor";
import { AddDetail, InlineMoney, InlineNumber, InlineSelect, Words } from "./controls";
import { InlineCombobox } from "./inline-combobox";
import { Place } from "./place";
import { ValueChips } from "./value-chips";

type Field = LineTest["field"];
type TextTest = Extract<LineTest, { values: string[] }>;

const FIELDS: { value: Field; label: string }[] = [
  { value: "category", label: "Category" },
  { value: "brand", label: "Brand" },
  { value: "sku", label: "SKU" },
  { value: "name", label: "Name" },
  { value: "amountMinor", label: "Line total" },
  { value: "unitMinor", label: "Price of a piece" },
  { value: "quantity", label: "Quantity" },
  { value: "attribute", label: "Label" },
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

function isTextField(field: Field): field is TextTest["field"] {
  return field !== "amountMinor" && field !== "quantity" && field !== "unitMinor" && field !== "attribute";
}

function withField(test: LineTest, field: Field): LineTest {
  if (field === "attribute") return { field, name: "", test: { op: "is", value: true } };
  if (!isTextField(field)) return { field, op: "at_least", value: field === "quantity" ? 2 : 500 };
  return "values" in test
    ? { ...test, field, values: field === test.field ? test.values : [] }
    : { field, op: "in", values: [] };
}

/** Which lines of a basket are meant: those that pass every test. The surrounding part has it as `filter`. */
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
          <Place name={`filter/${index}`}>
            <LineTestEditor test={test} onChange={(next) => set(index, next)} />
          </Place>
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
      <AddDetail onClick={() => onChange([...filter, ...NEW_FILTER])}>and…</AddDetail>
    </>
  );
}

/** A filter that need not be there: without one, all lines are meant. */
export function OptionalFilter({
  filter,
  words = "on lines where",
  addWords = "only some products",
  onChange,
}: {
  filter: LineFilter | undefined;
  /** Before the filter. */
  words?: string;
  addWords?: string;
  onChange: (filter: LineFilter | undefined) => void;
}) {
  if (filter === undefined) return <AddDetail onClick={() => onChange(NEW_FILTER)}>{addWords}</AddDetail>;
  return (
    <>
      <Words>{words}</Words>
      <LineFilterEditor filter={filter} onChange={onChange} onClear={() => onChange(undefined)} />
    </>
  );
}

function LineTestEditor({ test, onChange }: { test: LineTest; onChange: (test: LineTest) => void }) {
  return (
    <>
      <InlineSelect
        label="What of the line"
        value={test.field}
        options={FIELDS}
        onChange={(field) => onChange(withField(test, field))}
      />
      {test.field === "attribute" ? (
        <LabelEditor test={test} onChange={onChange} />
      ) : (
        <FieldEditor test={test} onChange={onChange} />
      )}
    </>
  );
}

/** A label that the sender put on the line, and what it is compared with. */
function LabelEditor({ test, onChange }: { test: LabelTest; onChange: (test: LabelTest) => void }) {
  return (
    <>
      <InlineCombobox
        label="Name of the label"
        name="name"
        subject="lineAttribute"
        placeholder="name"
        value={test.name}
        onChange={(name) => onChange({ ...test, name })}
      />
      <ComparisonEditor
        subject={test.name || "the label"}
        name="test"
        test={test.test}
        onChange={(next) => onChange({ ...test, test: next })}
      />
    </>
  );
}

type FieldTest = Exclude<LineTest, LabelTest>;

function FieldEditor({ test, onChange }: { test: FieldTest; onChange: (test: FieldTest) => void }) {
  const label = FIELDS.find(({ value }) => value === test.field)?.label ?? test.field;
  return (
    <>
      {"values" in test ? (
        <>
          <InlineSelect
            label="How it is compared"
            value={test.op}
            options={TEXT_OPERATORS}
            onChange={(op) => onChange({ ...test, op })}
          />
          <ValueChips
            label={`Add a ${label.toLowerCase()}`}
            name="values"
            subject={test.op === "contains" ? undefined : test.field}
            placeholder={`${label}…`}
            values={test.values}
            onChange={(values) => onChange({ ...test, values })}
          />
        </>
      ) : (
        <>
          <InlineSelect
            label="How it is compared"
            value={test.op}
            options={BOUNDS}
            onChange={(op) => onChange({ ...test, op })}
          />
          {test.field === "quantity" ? (
            <InlineNumber
              label={label}
              name="value"
              mayBeFraction
              value={test.value}
              onChange={(value) => onChange({ ...test, value })}
            />
          ) : (
            <InlineMoney
              label={label}
              name="value"
              value={test.value}
              onChange={(value) => onChange({ ...test, value })}
            />
          )}
        </>
      )}
    </>
  );
}
