import { addDays, type Day } from "@/lib/core/calendar";

/** Days as whole numbers: the replay compares and keys by them a dozen times an event. */
export type DayNo = number;

/** After every day. */
export const NO_DAY: DayNo = Number.POSITIVE_INFINITY;

const DAY_MS = 86_400_000;
const FIRST_DAY: Day = "0001-01-01";
const known = new Map<Day, DayNo>();
const MAX_KNOWN = 50_000;

/** Days since 0001-01-01; "infinity" is after every day. */
export function dayNoOf(day: Day): DayNo {
  const found = known.get(day);
  if (found !== undefined) return found;
  const number = day === "infinity" ? NO_DAY : Math.round((Date.parse(day) - Date.parse(FIRST_DAY)) / DAY_MS);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(day, number);
  return number;
}

export function dayOfNo(number: DayNo): Day {
  return addDays(FIRST_DAY, number);
}
