import type { HistoryCondition, HistoryWindow } from "../language/history";
import { inBound, inFilter, wholeness } from "./comparisons";
import { type Nonsense, type Path, when } from "./nonsense";

/** Longest streaks that the days kept can prove. */
const LONGEST_STREAK = { day: 60, week: 57, month: 13 } as const;
const DAYS_IN = { day: 1, week: 7, month: 31, year: 366 } as const;

/** @param event what triggers the campaign: `purchase` or `custom:<name>` */
export function inHistory(condition: HistoryCondition, path: Path, event: string): Nonsense[] {
  const own = [
    ...inCounted(condition, path),
    ...inFilter(condition.of.filter, [...path, "of", "filter"]),
    ...inValue(condition, path),
  ];
  // What is wrong by itself need not be wrong with itself too.
  return own.length > 0 ? own : inOccasion(condition, path, event);
}

function inCounted({ of, ...condition }: HistoryCondition, path: Path): Nonsense[] {
  if (of.event === "purchase") return [];
  const given = (["filter", "stores", "channels"] as const).filter((part) => of[part] !== undefined);
  const parts = given.flatMap((part) => [
    {
      path: [...path, "of", part],
      message: "Only a purchase has this. Remove it, or count purchases.",
    },
  ]);
  if (condition.measure === "amountMinor" || condition.measure === "quantity") {
    return [...parts, { path: [...path, "measure"], message: "Only purchases have amounts and pieces." }];
  }
  const isOdd = condition.measure === "distinct" && condition.what !== "day";
  return [...parts, ...when(isOdd, [...path, "what"], "Of other events only the days can be told apart.")];
}

function inValue(condition: HistoryCondition, path: Path): Nonsense[] {
  const { measure, op, value } = condition;
  const at = [...path, "value"];
  if (op === "every") {
    if (value === 0) return [{ path: at, message: "“Every 0” is no step. Raise it." }];
    return wholeness(measure) !== null && !Number.isSafeInteger(value)
      ? [{ path: at, message: wholeness(measure) ?? "" }]
      : inStreak(condition, at);
  }
  if (measure === "days_since_first" || measure === "days_since_last") {
    const message = "It always holds once there was one. Ask for a count of at least 1 instead.";
    return when(op === "at_least" && value === 0, at, message);
  }
  return [
    ...inBound(op, value, at, wholeness(measure)),
    ...inStreak(condition, at),
    ...inDistinctDays(condition, at),
  ];
}

function inStreak(condition: HistoryCondition, path: Path): Nonsense[] {
  if (condition.measure !== "streak") return [];
  const longest = LONGEST_STREAK[condition.unit];
  const message = `Streaks are followed for at most ${longest} ${condition.unit}s.`;
  return when(condition.value > longest, path, message);
}

function inDistinctDays(condition: HistoryCondition, path: Path): Nonsense[] {
  if (condition.measure !== "distinct" || condition.what !== "day") return [];
  const days = daysIn(condition.window);
  if (days === null) return [];
  if (condition.op === "at_least") {
    return when(condition.value > days, path, `The window has no more than ${days} days.`);
  }
  return when(condition.value >= days, path, `The window has no more than ${days} days: it always holds.`);
}

function daysIn(window: HistoryWindow): number | null {
  if (window.kind === "lifetime") return null;
  return window.kind === "days" ? window.days : DAYS_IN[window.period];
}

/** What the event that is being looked at makes of the condition by itself. */
function inOccasion(condition: HistoryCondition, path: Path, event: string): Nonsense[] {
  const { of, measure, op, value, withThis } = condition;
  if (op === "every" && of.event !== event) {
    const message = "The campaign's own event takes the count to the next step: count that event.";
    return [{ path: [...path, "of", "event"], message }];
  }
  const isThisCounted = of.event === event && !of.filter && !of.stores && !of.channels;
  if (!isThisCounted) return [];
  const at = [...path, "value"];
  const countsOnes = measure === "count" || measure === "streak" || measure === "distinct";
  if (op === "every") return when(countsOnes && value === 1, at, "Every one of them is no condition.");
  if (!withThis) return [];
  if (measure === "days_since_last") {
    const message = "This event would be the last one itself. Count only those before it.";
    return [{ path: [...path, "withThis"], message }];
  }
  // Something that a purchase need not have, such as a brand, may still be missing from it.
  if (!countsOnes || (measure === "distinct" && condition.what !== "day")) return [];
  if (op === "at_least") return when(value <= 1, at, "This event makes one already: it always holds.");
  return when(value < 1, at, "This event makes one already: it never holds.");
}
