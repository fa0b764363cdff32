"use client";

import { CircleSlash2 } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import type { Condition } from "@/lib/campaigns/schema";
import { ComparisonEditor } from "./comparison-editor";
import { asGroup } from "./condition-group";
import { InlineMoney, InlineNumber, InlineSelect, InlineText, Words } from "./controls";
import { BOUNDS, LineFilterEditor, NEW_FILTER } from "./line-filter-editor";
import { Row } from "./row";

type Leaf = Exclude<Condition, { kind: "all" | "any" | "not" }>;
type Of<K extends Leaf["kind"]> = Extract<Leaf, { kind: K }>;
type Edit<K extends Leaf["kind"]> = { condition: Of<K>; onChange: (next: Of<K>) => void };

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
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

/** One condition, which may be turned round: it then must not hold. */
export function ConditionRow({
  condition,
  at,
  onChange,
  onRemove,
}: {
  condition: Exclude<Condition, { kind: "all" | "any" }>;
  at: string;
  onChange: (next: Condition) => void;
  onRemove: () => void;
}) {
  const isNot = condition.kind === "not";
  const inner = isNot ? condition.condition : condition;
  return (
    <Row
      at={at}
      onRemove={onRemove}
      removeLabel="Remove the condition"
      tools={
        <IconButton
          label={isNot ? "Let the condition hold again" : "Turn the condition round: it must not hold"}
          icon={<CircleSlash2 />}
          aria-pressed={isNot}
          className={classNames(isNot && "text-accent-ink")}
          onClick={() => onChange(isNot ? inner : { kind: "not", condition: inner })}
        />
      }
    >
      {isNot && <span className="font-medium text-accent-ink">not:</span>}
      <Inner
        condition={inner}
        onChange={(next) => onChange(isNot ? { kind: "not", condition: next } : next)}
      />
    </Row>
  );
}

function Inner({ condition, onChange }: { condition: Condition; onChange: (next: Condition) => void }) {
  switch (condition.kind) {
    case "time":
      return <TimeEditor condition={condition} onChange={onChange} />;
    case "event":
      return <EventEditor condition={condition} onChange={onChange} />;
    case "basket":
      return <BasketEditor condition={condition} onChange={onChange} />;
    case "lines":
      return (
        <>
          <InlineSelect
            label="How many lines"
            value={condition.quantifier}
            options={QUANTIFIERS}
            onChange={(quantifier) => onChange({ ...condition, quantifier })}
          />
          <Words>where</Words>
          <LineFilterEditor
            filter={condition.filter}
            onChange={(filter) => onChange({ ...condition, filter })}
          />
        </>
      );
    // Written over the API and shown whole: the builder turns single conditions round, not groups.
    case "not":
    case "all":
    case "any":
      return (
        <span className="text-ink-2">
          {asGroup(condition).conditions.length} conditions, written elsewhere
        </span>
      );
  }
}

function TimeEditor({ condition, onChange }: Edit<"time">) {
  const { weekdays = [], from, to } = condition;
  const toggle = (day: number) => {
    const next = weekdays.includes(day)
      ? weekdays.filter((other) => other !== day)
      : [...weekdays, day].sort();
    onChange({ ...condition, weekdays: next.length > 0 ? next : undefined });
  };
  return (
    <>
      <Words>on</Words>
      <fieldset className="inline-flex gap-0.5">
        <legend className="sr-only">Days of the week</legend>
        {DAYS.map((label, index) => {
          const isOn = weekdays.includes(index + 1);
          return (
            <button
              key={label}
              type="button"
              aria-label={DAY_NAMES[index]}
              aria-pressed={isOn}
              onClick={() => toggle(index + 1)}
              className={classNames(
                "h-7 w-8 rounded-sm border font-medium text-sm",
                isOn
                  ? "border-transparent bg-accent-soft text-accent-ink"
                  : "bg-sunken text-ink-2 hover:border-edge",
              )}
            >
              {label}
            </button>
          );
        })}
      </fieldset>
      {from === undefined && to === undefined ? (
        <button
          type="button"
          onClick={() => onChange({ ...condition, from: "07:00", to: "11:00" })}
          className="h-7 in-disabled:hidden rounded-sm px-1.5 text-ink-2 text-sm hover:bg-hover hover:text-ink"
        >
          + hours
        </button>
      ) : (
        <>
          <Words>from</Words>
          <InlineText
            type="time"
            label="From"
            value={from ?? ""}
            onChange={(next) => onChange({ ...condition, from: next || undefined })}
          />
          <Words>to</Words>
          <InlineText
            type="time"
            label="To"
            value={to ?? ""}
            onChange={(next) => onChange({ ...condition, to: next || undefined })}
          />
        </>
      )}
    </>
  );
}

function EventEditor({ condition, onChange }: Edit<"event">) {
  const { field, test } = condition;
  const isAttribute = field.startsWith("attributes.");
  const subject = field === "amountMinor" ? "the total" : field.replace("attributes.", "");
  return (
    <>
      <span className="font-medium">
        {isAttribute
          ? "Event attribute"
          : field === "amountMinor"
            ? "Total"
            : field === "store"
              ? "Store"
              : "Channel"}
      </span>
      {isAttribute && (
        <InlineText
          label="Name of the attribute"
          placeholder="name"
          value={subject}
          onChange={(name) => onChange({ ...condition, field: `attributes.${name}` })}
        />
      )}
      {field === "amountMinor" && (test.op === "at_least" || test.op === "at_most") ? (
        <>
          <InlineSelect
            label="How the total is compared"
            value={test.op}
            options={BOUNDS}
            onChange={(op) => onChange({ ...condition, test: { op, value: test.value } })}
          />
          <InlineMoney
            label="Total"
            value={test.value}
            onChange={(value) => onChange({ ...condition, test: { op: test.op, value } })}
          />
        </>
      ) : (
        <ComparisonEditor
          subject={subject || "the attribute"}
          test={test}
          onChange={(next) => onChange({ ...condition, test: next })}
        />
      )}
    </>
  );
}

function BasketEditor({ condition, onChange }: Edit<"basket">) {
  const { measure, op, value, filter } = condition;
  return (
    <>
      <InlineSelect
        label="What is counted"
        value={measure}
        options={MEASURES}
        onChange={(next) =>
          onChange({ ...condition, measure: next, value: next === "amountMinor" ? 1_000 : 1 })
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
          value={value}
          onChange={(next) => onChange({ ...condition, value: next })}
        />
      ) : (
        <InlineNumber
          label="Count"
          value={value}
          onChange={(next) => onChange({ ...condition, value: next })}
        />
      )}
      {filter ? (
        <>
          <Words>on lines where</Words>
          <LineFilterEditor
            filter={filter}
            onChange={(next) => onChange({ ...condition, filter: next })}
            onClear={() => onChange({ ...condition, filter: undefined })}
          />
        </>
      ) : (
        <button
          type="button"
          onClick={() => onChange({ ...condition, filter: NEW_FILTER })}
          className="h-7 in-disabled:hidden rounded-sm px-1.5 text-ink-2 text-sm hover:bg-hover hover:text-ink"
        >
          + only some lines
        </button>
      )}
    </>
  );
}
