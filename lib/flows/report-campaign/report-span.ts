import { addDays, type Day, localDay, startOfDay } from "@/lib/core/calendar";
import { Invalid } from "@/lib/core/errors";

/** Most days that one report covers. */
export const MAX_REPORT_DAYS = 400;

/**
 * The days that a report covers: what was asked for, else from the launch to today, the last `MAX_REPORT_DAYS` of them.
 * @throws Invalid when they end before they begin, or are too many
 */
export function daysOf(
  asked: { from?: Day | undefined; to?: Day | undefined },
  launchedAt: Date,
  now: Date,
  timeZone: string,
): { from: Day; to: Day } {
  const today = localDay(now, timeZone);
  const to = asked.to ?? today;
  const earliest = addDays(to, 1 - MAX_REPORT_DAYS);
  const launched = localDay(launchedAt, timeZone);
  const from = asked.from ?? laterOf(launched, earliest);
  if (from > to && asked.from === undefined) return { from: to, to };
  if (from > to) throw invalidDays("The days end before they begin.");
  if (from < earliest) throw invalidDays(`A report covers at most ${MAX_REPORT_DAYS} days.`);
  return { from, to };
}

function invalidDays(detail: string): Invalid {
  return new Invalid(detail, [{ pointer: "/from", code: "invalid_days", detail }]);
}

/** The instants that days begin and end with, the last one not included. */
export function instantsOf(days: { from: Day; to: Day }, timeZone: string): { start: Date; end: Date } {
  return { start: startOfDay(days.from, timeZone), end: startOfDay(addDays(days.to, 1), timeZone) };
}

function laterOf(one: Day, other: Day): Day {
  return one < other ? other : one;
}
