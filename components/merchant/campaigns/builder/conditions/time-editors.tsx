"use client";

import { X } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { AddDetail, InlineNumber, InlineSelect, InlineText, InlineToggle, Words } from "../controls";
import { placeAttribute, usePlace } from "../place";
import { ValueChips } from "../value-chips";
import type { ConditionEditorProps } from "./editor-props";
import type { Leaf } from "./groups";

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Days of the week, of the month, and hours; what is left out does not matter. */
export function TimeEditor({ condition, onChange }: ConditionEditorProps<"time">) {
  const { weekdays, monthDays, from, to } = condition;
  const hasHours = from !== undefined || to !== undefined;
  const set = (change: Partial<typeof condition>) => onChange({ ...condition, ...change });
  return (
    <>
      {(weekdays || (!monthDays && !hasHours)) && (
        <>
          <Words>on</Words>
          <Weekdays
            chosen={weekdays ?? []}
            onChange={(next) => set({ weekdays: next.length > 0 ? next : undefined })}
          />
        </>
      )}
      {monthDays && (
        <>
          <Words>on days</Words>
          <ValueChips
            label="Add a day of the month"
            name="monthDays"
            placeholder="1 to 31…"
            values={monthDays.map(String)}
            onChange={(days) => {
              const numbers = days
                .map(Number)
                .filter((day) => Number.isInteger(day) && day >= 1 && day <= 31);
              set({ monthDays: [...new Set(numbers)].sort((a, b) => a - b) });
            }}
          />
          <Words>of the month</Words>
          <IconButton
            size="sm"
            label="Remove the days of the month"
            icon={<X />}
            className="in-disabled:hidden"
            onClick={() => set({ monthDays: undefined })}
          />
        </>
      )}
      {hasHours && (
        <>
          <Words>from</Words>
          <InlineText
            type="time"
            label="From"
            name="from"
            value={from ?? ""}
            onChange={(next) => set({ from: next || undefined })}
          />
          <Words>to</Words>
          <InlineText
            type="time"
            label="To"
            name="to"
            value={to ?? ""}
            onChange={(next) => set({ to: next || undefined })}
          />
          <IconButton
            size="sm"
            label="Remove the hours"
            icon={<X />}
            className="in-disabled:hidden"
            onClick={() => set({ from: undefined, to: undefined })}
          />
        </>
      )}
      {!weekdays && (monthDays || hasHours) && (
        <AddDetail onClick={() => set({ weekdays: [1] })}>weekdays</AddDetail>
      )}
      {!hasHours && <AddDetail onClick={() => set({ from: "07:00", to: "11:00" })}>hours</AddDetail>}
      {!monthDays && <AddDetail onClick={() => set({ monthDays: [1] })}>days of the month</AddDetail>}
    </>
  );
}

function Weekdays({ chosen, onChange }: { chosen: number[]; onChange: (days: number[]) => void }) {
  const at = usePlace("weekdays");
  return (
    <fieldset {...placeAttribute(at)} className="inline-flex gap-0.5">
      <legend className="sr-only">Days of the week</legend>
      {DAYS.map((label, index) => {
        const day = index + 1;
        const isOn = chosen.includes(day);
        return (
          <button
            key={label}
            type="button"
            aria-label={DAY_NAMES[index]}
            aria-pressed={isOn}
            onClick={() =>
              onChange(
                isOn ? chosen.filter((other) => other !== day) : [...chosen, day].sort((a, b) => a - b),
              )
            }
            className={classNames(
              "h-7 w-8 rounded-sm border font-medium text-sm",
              isOn
                ? "border-transparent bg-accent-soft text-accent-ink"
                : "bg-sunken text-ink-2 enabled:hover:border-edge",
            )}
          >
            {label}
          </button>
        );
      })}
    </fieldset>
  );
}

/** Days of the calendar, once or every year. */
export function DatesEditor({ condition, onChange }: ConditionEditorProps<"dates">) {
  return (
    <>
      <Words>from</Words>
      <InlineText
        type="date"
        label="First day"
        name="from"
        value={condition.from}
        onChange={(from) => onChange({ ...condition, from })}
      />
      <Words>to</Words>
      <InlineText
        type="date"
        label="Last day"
        name="to"
        value={condition.to}
        onChange={(to) => onChange({ ...condition, to })}
      />
      <InlineToggle isOn={condition.yearly} onChange={(yearly) => onChange({ ...condition, yearly })}>
        every year
      </InlineToggle>
    </>
  );
}

const SPANS = [
  { value: "day", label: "On the day of" },
  { value: "around", label: "In the days around" },
  { value: "month", label: "In the month of" },
] as const;
const OCCASIONS = [
  { value: "birthday", label: "the birthday" },
  { value: "joining", label: "joining the program" },
] as const;

/** The member's birthday, or the day on which they joined, every year. */
export function AnniversaryEditor({
  condition,
  onChange,
}: {
  condition: Extract<Leaf, { kind: "anniversary" | "anniversary_month" }>;
  onChange: (next: Leaf) => void;
}) {
  const { of } = condition;
  const isAround = condition.kind === "anniversary" && (condition.daysBefore > 0 || condition.daysAfter > 0);
  return (
    <>
      <InlineSelect
        label="When"
        value={condition.kind === "anniversary_month" ? "month" : isAround ? "around" : "day"}
        options={SPANS}
        onChange={(span) => {
          if (span === "month") return onChange({ kind: "anniversary_month", of });
          const days = span === "around" ? 3 : 0;
          onChange({ kind: "anniversary", of, daysBefore: days, daysAfter: days });
        }}
      />
      <InlineSelect
        label="Which day"
        tone="accent"
        value={of}
        options={OCCASIONS}
        onChange={(next) => onChange({ ...condition, of: next })}
      />
      {condition.kind === "anniversary" && isAround && (
        <>
          <Words>from</Words>
          <InlineNumber
            label="Days before"
            name="daysBefore"
            value={condition.daysBefore}
            suffix={condition.daysBefore === 1 ? "day" : "days"}
            onChange={(daysBefore) => onChange({ ...condition, daysBefore })}
          />
          <Words>before to</Words>
          <InlineNumber
            label="Days after"
            name="daysAfter"
            value={condition.daysAfter}
            suffix={condition.daysAfter === 1 ? "day" : "days"}
            onChange={(daysAfter) => onChange({ ...condition, daysAfter })}
          />
          <Words>after</Words>
        </>
      )}
    </>
  );
}
