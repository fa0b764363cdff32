import { addDays, type Day, type Window } from "@/lib/core/calendar";
import { counterKeyOf, daysLookedAt, rowsLookedAt } from "../evaluation/counters";
import { type HistoryRow, LIFETIME } from "../evaluation/history";
import { periodOf, streakUpTo } from "../evaluation/history-checks";
import type { HistoryCondition } from "../schema";

/** How far somebody has come; money in minor units, pieces whole. */
export type Standing = { now: number; goal: number };

/** What has to be read of a member's history to say where they stand. */
export type HistoryWish = { counter: string; since: Day | null; allTime: boolean };

/** @param today the program's day */
export function wishOf(condition: HistoryCondition, today: Day): HistoryWish {
  const days = daysLookedAt(condition);
  const { byDay, allTime } = rowsLookedAt(condition);
  const since = days === null ? FIRST_DAY : addDays(today, -days);
  return { counter: counterKeyOf(condition), since: byDay ? since : null, allTime };
}

/** Before all days that anybody counts, and after the one that stands for all time. */
const FIRST_DAY: Day = "0001-01-02";

/**
 * Where a member stands before their next purchase, by what the condition counts of those before it.
 * @param rows their history as `wishOf` asks for it
 * @param startOf the first day of a period that holds today
 */
export function historyStanding(
  condition: HistoryCondition,
  rows: readonly HistoryRow[],
  today: Day,
  startOf: (window: Window) => Day,
): Standing {
  const goal = condition.value;
  const found = foundIn(condition, rows, today, startOf);
  return { now: condition.op === "every" ? found % Math.max(1, goal) : Math.min(found, goal), goal };
}

const MILLI = 1_000;

function foundIn(
  condition: HistoryCondition,
  rows: readonly HistoryRow[],
  today: Day,
  startOf: (window: Window) => Day,
): number {
  if (condition.measure === "streak") {
    const days = rows.filter(({ day, events }) => events > 0 && day !== LIFETIME && day <= today);
    const periods = new Set(days.map(({ day }) => periodOf(day, condition.unit)));
    return streakUpTo(periodOf(today, condition.unit), periods);
  }
  if (!("window" in condition)) return 0;
  const { window } = condition;
  const first =
    window.kind === "days"
      ? addDays(today, 1 - window.days)
      : window.kind === "current"
        ? startOf(window.period)
        : null;
  const own = rows.filter(({ day }) => (first === null ? day === LIFETIME : day >= first && day <= today));
  switch (condition.measure) {
    case "count":
      return sumOf(own, "events");
    case "amountMinor":
      return sumOf(own, "amountMinor");
    case "quantity":
      return Math.floor(sumOf(own, "quantityMilli") / MILLI);
    case "distinct":
      return new Set(own.filter(({ events }) => events > 0).map(({ value }) => value)).size;
  }
}

function sumOf(rows: readonly HistoryRow[], field: "events" | "amountMinor" | "quantityMilli"): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}
