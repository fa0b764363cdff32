"use client";

import type { Counted, DISTINCT_FIELDS, HistoryCondition, HistoryWindow } from "@/lib/campaigns/schema";
import { InlineMoney, InlineNumber, InlineSelect, type SelectOption, Words } from "../controls";
import { BOUNDS } from "../line-filter-editor";
import { Place } from "../place";
import { CountedDetails, CountedEditor } from "./counted-editor";
import type { ConditionEditorProps } from "./editor-props";
import { withMeasure } from "./history-starts";

type Measure = HistoryCondition["measure"];
type Summed = Extract<HistoryCondition, { measure: "count" | "amountMinor" | "quantity" }>;
type Distinct = Extract<HistoryCondition, { measure: "distinct" }>;

const BOUNDS_AND_EVERY = [...BOUNDS, { value: "every", label: "each time it reaches" }] as const;
const WHATS: SelectOption<(typeof DISTINCT_FIELDS)[number]>[] = [
  { value: "day", label: "days" },
  { value: "store", label: "stores" },
  { value: "channel", label: "channels" },
  { value: "sku", label: "products" },
  { value: "category", label: "categories" },
  { value: "brand", label: "brands" },
];
const UNITS = [
  { value: "day", label: "days" },
  { value: "week", label: "weeks" },
  { value: "month", label: "months" },
] as const;
const THIS = [
  { value: "without", label: "before this one" },
  { value: "with", label: "this one included" },
] as const;

const MEASURES: SelectOption<Measure>[] = [
  { value: "count", label: "Number of" },
  { value: "amountMinor", label: "Amount spent in" },
  { value: "quantity", label: "Pieces bought in" },
  { value: "distinct", label: "Different" },
  { value: "streak", label: "Streak of" },
  { value: "days_since_first", label: "Days since the first" },
  { value: "days_since_last", label: "Days since the last" },
];
/** Only purchases have an amount and pieces. */
const OF_PURCHASES: ReadonlySet<Measure> = new Set(["amountMinor", "quantity"]);

/** What the member has done before, or with this event. */
export function HistoryEditor({ condition, onChange }: ConditionEditorProps<"history">) {
  const { of, measure } = condition;
  const isPurchase = of.event === "purchase";
  const isOne = measure === "days_since_first" || measure === "days_since_last";
  const setOf = (next: Counted) => onChange({ ...condition, of: next });
  return (
    <>
      <InlineSelect
        label="What of the history"
        value={measure}
        options={MEASURES.filter(({ value }) => isPurchase || !OF_PURCHASES.has(value))}
        onChange={(next) => onChange(withMeasure(condition, next))}
      />
      {measure === "distinct" && (
        <>
          <InlineSelect
            label="Different what"
            tone="accent"
            value={condition.what}
            options={isPurchase ? WHATS : WHATS.slice(0, 3)}
            onChange={(what) => onChange({ ...condition, what })}
          />
          <Words>among</Words>
        </>
      )}
      <Place name="of">
        <CountedEditor
          of={of}
          isOne={isOne}
          onChange={(next) =>
            onChange(
              next.event !== "purchase" && OF_PURCHASES.has(measure)
                ? withMeasure({ ...condition, of: next }, "count")
                : { ...condition, of: next },
            )
          }
        />
      </Place>
      <MeasureEditor condition={condition} onChange={onChange} />
      {!isOne &&
        // What reaches a multiple counts itself.
        !("op" in condition && condition.op === "every") && (
          <InlineSelect
            label="Whether this one counts"
            value={condition.withThis ? "with" : "without"}
            options={THIS}
            onChange={(choice) => onChange({ ...condition, withThis: choice === "with" })}
          />
        )}
      <Place name="of">
        <CountedDetails of={of} onChange={setOf} />
      </Place>
    </>
  );
}

function MeasureEditor({ condition, onChange }: ConditionEditorProps<"history">) {
  switch (condition.measure) {
    case "count":
    case "amountMinor":
    case "quantity":
      return <SummedEditor condition={condition} onChange={onChange} />;
    case "distinct":
      return <DistinctEditor condition={condition} onChange={onChange} />;
    case "streak":
      return (
        <>
          <InlineSelect
            label="How it is compared"
            value={condition.op}
            options={BOUNDS_AND_EVERY}
            onChange={(op) => onChange({ ...condition, op, withThis: op === "every" || condition.withThis })}
          />
          <InlineNumber
            label="How many"
            name="value"
            value={condition.value}
            onChange={(value) => onChange({ ...condition, value })}
          />
          <InlineSelect
            label="Days, weeks or months"
            tone="accent"
            value={condition.unit}
            options={UNITS}
            onChange={(unit) => onChange({ ...condition, unit })}
          />
          <Words>in a row</Words>
        </>
      );
    case "days_since_first":
    case "days_since_last":
      return (
        <>
          <InlineSelect
            label="How it is compared"
            value={condition.op}
            options={BOUNDS}
            onChange={(op) => onChange({ ...condition, op })}
          />
          <InlineNumber
            label="Days"
            name="value"
            value={condition.value}
            suffix={condition.value === 1 ? "day" : "days"}
            onChange={(value) => onChange({ ...condition, value })}
          />
        </>
      );
  }
}

function SummedEditor({
  condition,
  onChange,
}: {
  condition: Summed;
  onChange: (next: HistoryCondition) => void;
}) {
  const { measure, value } = condition;
  const setValue = (next: number) => onChange({ ...condition, value: next });
  return (
    <>
      <InlineSelect
        label="How it is compared"
        value={condition.op}
        options={BOUNDS_AND_EVERY}
        onChange={(op) => onChange({ ...condition, op, withThis: op === "every" || condition.withThis })}
      />
      {measure === "amountMinor" ? (
        <InlineMoney label="Amount" name="value" value={value} onChange={setValue} />
      ) : (
        <InlineNumber
          label={measure === "count" ? "How often" : "How many pieces"}
          name="value"
          mayBeFraction={measure === "quantity"}
          value={value}
          suffix={measure === "count" ? (value === 1 ? "time" : "times") : "pieces"}
          onChange={setValue}
        />
      )}
      <WindowEditor window={condition.window} onChange={(window) => onChange({ ...condition, window })} />
    </>
  );
}

function DistinctEditor({
  condition,
  onChange,
}: {
  condition: Distinct;
  onChange: (next: HistoryCondition) => void;
}) {
  return (
    <>
      <InlineSelect
        label="How it is compared"
        value={condition.op}
        options={BOUNDS}
        onChange={(op) => onChange({ ...condition, op })}
      />
      <InlineNumber
        label="How many different ones"
        name="value"
        value={condition.value}
        onChange={(value) => onChange({ ...condition, value })}
      />
      <WindowEditor window={condition.window} onChange={(window) => onChange({ ...condition, window })} />
    </>
  );
}

type WindowChoice = "days" | "day" | "week" | "month" | "year" | "lifetime";
const WINDOWS: SelectOption<WindowChoice>[] = [
  { value: "days", label: "in the last" },
  { value: "day", label: "today" },
  { value: "week", label: "this week" },
  { value: "month", label: "this month" },
  { value: "year", label: "this year" },
  { value: "lifetime", label: "ever" },
];

function WindowEditor({
  window,
  onChange,
}: {
  window: HistoryWindow;
  onChange: (window: HistoryWindow) => void;
}) {
  return (
    <Place name="window">
      <InlineSelect
        label="In which time"
        value={window.kind === "current" ? window.period : window.kind}
        options={WINDOWS}
        onChange={(kind) => {
          if (kind === "days") onChange({ kind, days: 30 });
          else if (kind === "lifetime") onChange({ kind });
          else onChange({ kind: "current", period: kind });
        }}
      />
      {window.kind === "days" && (
        <InlineNumber
          label="Days to look back"
          name="days"
          value={window.days}
          suffix={window.days === 1 ? "day" : "days"}
          onChange={(days) => onChange({ kind: "days", days })}
        />
      )}
    </Place>
  );
}
