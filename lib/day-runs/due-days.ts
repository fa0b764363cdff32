import { addDays, type Day, hasDay, localDay, startOfDay } from "@/lib/core/calendar";

/** Where a program stands with its days. */
export type DayStanding = {
  timeZone: string;
  createdAt: Date;
  /** The last day that was closed; null: none yet. */
  lastDay: Day | null;
};

/**
 * The next day of a program to close, if it has begun: each day since the one after the program's first, in order,
 * none twice, and none that its time zone left out.
 */
export function nextDueDay({ timeZone, createdAt, lastDay }: DayStanding, now: Date): Day | null {
  let day = addDays(lastDay ?? localDay(createdAt, timeZone), 1);
  // No zone leaves out two days in a row.
  if (!hasDay(day, timeZone)) day = addDays(day, 1);
  return startOfDay(day, timeZone) <= now ? day : null;
}
