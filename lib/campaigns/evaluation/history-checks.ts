import { addDays, type Day } from "@/lib/core/calendar";
import type { HistoryCondition, HistoryWindow } from "../schema";
import type { Check, Compiling } from "./check";
import { type CompiledCounter, counterOf, daysLookedAt } from "./counters";
import { daysBetween, type Facts } from "./facts";
import { type HistoryRow, LIFETIME } from "./history";
import { historyReasons } from "./history-reasons";

type Of<Measure> = Extract<HistoryCondition, { measure: Measure }>;
type Sum = Of<"count" | "amountMinor" | "quantity">;

/** What the member has done, from rows that posting keeps; the event itself where the condition counts it. */
export function compileHistory(condition: HistoryCondition, compiling: Compiling): Check {
  const counter = counterOf(condition, compiling.selectors);
  switch (condition.measure) {
    case "count":
    case "amountMinor":
    case "quantity":
      return condition.op === "every"
        ? compileEvery(condition, counter, compiling)
        : compileSum(condition, counter, compiling);
    case "distinct":
      return compileDistinct(condition, counter, compiling);
    case "streak":
      return compileStreak(condition, counter, compiling);
    case "days_since_first":
    case "days_since_last":
      return compileDaysSince(condition, counter, compiling);
  }
}

/** Whether a row lies in the window that ends with the event's day. */
function inWindow(facts: Facts, window: HistoryWindow): (row: HistoryRow) => boolean {
  if (window.kind === "lifetime") return ({ day }) => day === LIFETIME;
  const last = facts.day;
  const first =
    window.kind === "days"
      ? addDays(last, 1 - window.days)
      : facts.clock.windowStart(facts.instant, window.period);
  return ({ day }) => day >= first && day <= last;
}

const MEASURED = {
  count: "events",
  amountMinor: "amountMinor",
  quantity: "quantityMilli",
} as const satisfies Record<Sum["measure"], keyof HistoryRow>;

/** Quantities are kept in thousandths of a piece. */
function boundOf({ measure, value }: Sum): number {
  return measure === "quantity" ? Math.round(value * 1_000) : value;
}

function sumOf(rows: readonly HistoryRow[], field: (typeof MEASURED)[Sum["measure"]]): number {
  let sum = 0;
  for (const row of rows) sum += row[field];
  return sum;
}

function compileSum(condition: Sum, counter: CompiledCounter, compiling: Compiling): Check {
  const field = MEASURED[condition.measure];
  const bound = boundOf(condition);
  const reasons = historyReasons(condition, compiling);
  return (facts) => {
    const before = sumOf(facts.history(counter.key).filter(inWindow(facts, condition.window)), field);
    const sum = condition.withThis ? before + sumOf(counter.count(facts), field) : before;
    const holds = condition.op === "at_most" ? sum <= bound : sum >= bound;
    return holds ? null : reasons.sum(sum);
  };
}

/** The event takes the sum to a multiple, or past it. */
function compileEvery(condition: Sum, counter: CompiledCounter, compiling: Compiling): Check {
  const field = MEASURED[condition.measure];
  const bound = Math.max(1, boundOf(condition));
  const reasons = historyReasons(condition, compiling);
  return (facts) => {
    const own = sumOf(counter.count(facts), field);
    if (own === 0) return reasons.notCounted;
    const before = sumOf(facts.history(counter.key).filter(inWindow(facts, condition.window)), field);
    const holds = Math.floor((before + own) / bound) > Math.floor(before / bound);
    return holds ? null : reasons.sum(before + own);
  };
}

function compileDistinct(condition: Of<"distinct">, counter: CompiledCounter, compiling: Compiling): Check {
  const reasons = historyReasons(condition, compiling);
  return (facts) => {
    const rows = facts.history(counter.key).filter(inWindow(facts, condition.window));
    const values = new Set(rows.filter(({ events }) => events > 0).map(({ value }) => value));
    if (condition.withThis) for (const { value } of counter.count(facts)) values.add(value);
    const holds =
      condition.op === "at_most" ? values.size <= condition.value : values.size >= condition.value;
    return holds ? null : reasons.sum(values.size);
  };
}

/** Number of the period that a day lies in: days since 1970, weeks from Monday, months. */
export function periodOf(day: Day, unit: "day" | "week" | "month"): number {
  if (unit === "month") return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const days = daysBetween("1970-01-01", day);
  // 1 January 1970 was a Thursday.
  return unit === "day" ? days : Math.floor((days + 3) / 7);
}

/** Periods in a row up to this one; a period in which nothing has happened yet does not break the row. */
export function streakUpTo(current: number, periods: ReadonlySet<number>): number {
  const last = periods.has(current) ? current : current - 1;
  let streak = 0;
  while (periods.has(last - streak)) streak += 1;
  return streak;
}

function compileStreak(condition: Of<"streak">, counter: CompiledCounter, compiling: Compiling): Check {
  const { unit, op, value, withThis } = condition;
  const looksBack = daysLookedAt(condition);
  const reasons = historyReasons(condition, compiling);
  return (facts) => {
    const current = periodOf(facts.day, unit);
    const since = looksBack === null ? LIFETIME : addDays(facts.day, -looksBack);
    const periods = new Set<number>();
    for (const { day, events } of facts.history(counter.key)) {
      if (events > 0 && day !== LIFETIME && day >= since && day <= facts.day) {
        periods.add(periodOf(day, unit));
      }
    }
    const isCounted = (withThis || op === "every") && counter.count(facts).length > 0;
    if (op === "every") {
      if (!isCounted) return reasons.notCounted;
      if (periods.has(current)) return reasons.counted;
    }
    if (isCounted) periods.add(current);
    const streak = streakUpTo(current, periods);
    const holds =
      op === "every" ? streak % value === 0 : op === "at_least" ? streak >= value : streak <= value;
    return holds ? null : reasons.sum(streak);
  };
}

function compileDaysSince(
  condition: Of<"days_since_first" | "days_since_last">,
  counter: CompiledCounter,
  compiling: Compiling,
): Check {
  const { measure, op, value, withThis } = condition;
  const looksBack = daysLookedAt(condition) ?? 0;
  const reasons = historyReasons(condition, compiling);
  return (facts) => {
    const since = addDays(facts.day, -looksBack);
    const rows = facts.history(counter.key).filter(({ day, events }) => events > 0 && day !== LIFETIME);
    const recent = rows.filter(({ day }) => day >= since);
    const days = recent.map(({ day }) => day).filter((day) => day <= facts.day);
    if (withThis && counter.count(facts).length > 0) days.push(facts.day);
    days.sort();
    const found = measure === "days_since_first" ? days[0] : days.at(-1);
    // The row of all time knows of days before those that are looked at.
    const ever = sumOf(
      facts.history(counter.key).filter(({ day }) => day === LIFETIME),
      "events",
    );
    const isOlder = ever > sumOf(recent, "events");
    if (found === undefined && !isOlder) return reasons.never;
    const isBeyond = isOlder && (found === undefined || measure === "days_since_first");
    const passed = isBeyond || found === undefined ? null : daysBetween(found, facts.day);
    const holds = op === "at_least" ? passed === null || passed >= value : passed !== null && passed <= value;
    return holds ? null : reasons.daysSince(passed);
  };
}
