"use client";

import {
  InlineNumber,
  InlineSelect,
  InlineText,
  Words,
} from "@/components/merchant/campaigns/builder/controls";
import type { Expiry, Pending, ReturnPolicy } from "@/lib/programs/schema";

/** Stands for leaving a policy to the point type. */
const INHERITED = "inherited";
type Inherited = typeof INHERITED;

type Choice<Policy> = {
  /** Undefined: as the point type has it. */
  value: Policy | undefined;
  onChange: (value: Policy | undefined) => void;
  /** Whether it can be left to the point type. */
  mayInherit?: boolean;
};

const INHERITED_OPTION = { value: INHERITED, label: "as the point type has it" } as const;
const optional = (mayInherit: boolean) => (mayInherit ? [INHERITED_OPTION] : []);

const EXPIRY_OPTIONS = [
  { value: "none", label: "never" },
  { value: "rolling", label: "so long after they can be used" },
  { value: "calendar", label: "at the end of the" },
  { value: "sliding", label: "so long after the latest activity" },
] as const;
const EXPIRY_STARTS: Record<Expiry["kind"], Expiry> = {
  none: { kind: "none" },
  rolling: { kind: "rolling", unit: "month", count: 12 },
  calendar: { kind: "calendar", period: "year", keep: 1 },
  sliding: { kind: "sliding", unit: "month", count: 12 },
};
const UNITS = [
  { value: "month", label: "months" },
  { value: "day", label: "days" },
] as const;
const PERIODS = [
  { value: "year", label: "year" },
  { value: "quarter", label: "quarter" },
  { value: "month", label: "month" },
] as const;

/** When points expire, as words with choices in them. */
export function ExpiryChoice({
  value,
  onChange,
  mayInherit = false,
  maySlide = true,
}: Choice<Expiry> & { maySlide?: boolean }) {
  const options = EXPIRY_OPTIONS.filter((option) => maySlide || option.value !== "sliding");
  return (
    <>
      <Words>Points expire</Words>
      <InlineSelect<Expiry["kind"] | Inherited>
        label="When points expire"
        value={value?.kind ?? INHERITED}
        options={[...optional(mayInherit), ...options]}
        onChange={(kind) => onChange(kind === INHERITED ? undefined : EXPIRY_STARTS[kind])}
      />
      {(value?.kind === "rolling" || value?.kind === "sliding") && (
        <>
          <InlineNumber
            label="How long"
            value={value.count}
            onChange={(count) => onChange({ ...value, count })}
          />
          <InlineSelect
            label="Days or months"
            tone="accent"
            value={value.unit}
            options={UNITS}
            onChange={(unit) => onChange({ ...value, unit })}
          />
        </>
      )}
      {value?.kind === "calendar" && (
        <>
          <InlineSelect
            label="Period"
            tone="accent"
            value={value.period}
            options={PERIODS}
            onChange={(period) => onChange({ ...value, period })}
          />
          <Words>and</Words>
          <InlineNumber
            label="Periods later"
            value={value.keep}
            suffix={value.keep === 1 ? value.period : `${value.period}s`}
            onChange={(keep) => onChange({ ...value, keep })}
          />
          <Words>more</Words>
        </>
      )}
    </>
  );
}

const PENDING_OPTIONS = [
  { value: "immediate", label: "at once" },
  { value: "period", label: "some days later" },
  { value: "date", label: "from a day on" },
  { value: "event", label: "after an event" },
] as const;

/** When earned points can be used. */
export function PendingChoice({
  value,
  onChange,
  mayInherit = false,
  today,
}: Choice<Pending> & {
  /** The program's day. */
  today: string;
}) {
  const starts: Record<Pending["kind"], Pending> = {
    immediate: { kind: "immediate" },
    period: { kind: "period", days: 14 },
    date: { kind: "date", on: today },
    event: { kind: "event", name: "return_window_closed" },
  };
  return (
    <>
      <Words>Points can be used</Words>
      <InlineSelect<Pending["kind"] | Inherited>
        label="When points can be used"
        value={value?.kind ?? INHERITED}
        options={[...optional(mayInherit), ...PENDING_OPTIONS]}
        onChange={(kind) => onChange(kind === INHERITED ? undefined : starts[kind])}
      />
      {value?.kind === "period" && (
        <InlineNumber
          label="Days"
          value={value.days}
          suffix="days"
          onChange={(days) => onChange({ ...value, days })}
        />
      )}
      {value?.kind === "date" && (
        <InlineText
          type="date"
          label="First day of use"
          value={value.on}
          onChange={(on) => onChange({ ...value, on })}
        />
      )}
      {value?.kind === "event" && (
        <>
          <Words>named</Words>
          <InlineText
            label="Name of the event"
            value={value.name}
            onChange={(name) => onChange({ ...value, name })}
          />
        </>
      )}
    </>
  );
}

const RETURN_OPTIONS = [
  { value: "debt", label: "become a debt" },
  { value: "within_balance", label: "are forgiven" },
  { value: "only_pending", label: "stay, like all that can be used" },
] as const;

/** What a return does about points that are spent already. */
export function ReturnChoice({ value, onChange, mayInherit = false }: Choice<ReturnPolicy>) {
  return (
    <>
      <Words>On a return, points that are spent already</Words>
      <InlineSelect<ReturnPolicy | Inherited>
        label="What a return does"
        value={value ?? INHERITED}
        options={[...optional(mayInherit), ...RETURN_OPTIONS]}
        onChange={(policy) => onChange(policy === INHERITED ? undefined : policy)}
      />
    </>
  );
}
