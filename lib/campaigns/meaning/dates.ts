import type { Condition } from "../language/condition";
import { type Nonsense, type Path, when } from "./nonsense";

type Dates = Extract<Condition, { kind: "dates" }>;
type Time = Extract<Condition, { kind: "time" }>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Somewhere on earth a day begins as much before it does in UTC, and elsewhere it ends as much later. */
const EARLIEST_MS = 14 * HOUR_MS;
const LATEST_MS = 12 * HOUR_MS;

export function inTime({ weekdays, monthDays }: Time, path: Path): Nonsense[] {
  return [
    ...when(
      new Set(weekdays).size === 7,
      [...path, "weekdays"],
      "Every day of the week is no condition. Leave the days out.",
    ),
    ...when(
      new Set(monthDays).size === 31,
      [...path, "monthDays"],
      "Every day of the month is no condition. Leave the days out.",
    ),
  ];
}

/** @param schedule of the campaign, in ISO 8601 */
export function inDates(
  { from, to, yearly }: Dates,
  path: Path,
  schedule: { startsAt?: string | undefined; endsAt?: string | undefined },
): Nonsense[] {
  if (yearly) return inYearlyDates(from.slice(5), to.slice(5), path);
  if (to < from) return [{ path: [...path, "to"], message: "The last day comes after the first." }];
  const { startsAt, endsAt } = schedule;
  const isOver = startsAt !== undefined && Date.parse(to) + DAY_MS + LATEST_MS <= Date.parse(startsAt);
  const isLater = endsAt !== undefined && Date.parse(from) - EARLIEST_MS >= Date.parse(endsAt);
  return [
    ...when(isOver, [...path, "to"], "These days are over before the campaign begins."),
    ...when(isLater, [...path, "from"], "These days come after the campaign has ended."),
  ];
}

function inYearlyDates(from: string, to: string, path: Path): Nonsense[] {
  if (from === "02-29" && to === "02-29") {
    const message = "29 February comes every fourth year only. Choose 28 February or 1 March.";
    return [{ path: [...path, "from"], message }];
  }
  const isWholeYear = daysOfYear(from, to).size === DAYS_OF_YEAR.length;
  return when(isWholeYear, path, "Every day of the year is no condition. Leave the dates out.");
}

/** The days of a leap year as `MM-DD`. */
const DAYS_OF_YEAR = Array.from({ length: 366 }, (_, day) =>
  new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(5, 10),
);

/** From one day of the year to another, over New Year where the second comes first. */
export function daysOfYear(from: string, to: string): Set<string> {
  const isIn = (day: string) => (from <= to ? day >= from && day <= to : day >= from || day <= to);
  return new Set(DAYS_OF_YEAR.filter(isIn));
}

/** Whether two ranges of dates have no day in common. */
export function areApart(one: Dates, other: Dates): boolean {
  if (!one.yearly && !other.yearly) return one.to < other.from || other.to < one.from;
  const days = daysCovered(other);
  return [...daysCovered(one)].every((day) => !days.has(day));
}

function daysCovered({ from, to, yearly }: Dates): Set<string> {
  const isLong = !yearly && Date.parse(to) - Date.parse(from) >= 365 * DAY_MS;
  return isLong ? new Set(DAYS_OF_YEAR) : daysOfYear(from.slice(5), to.slice(5));
}

/** Whether two conditions of time can never hold at once. */
export function areTimesApart(one: Time, other: Time): boolean {
  const wraps = [one, other].some(({ from, to }) => from !== undefined && to !== undefined && from > to);
  // Past midnight the weekday is that of the night's beginning, so days of the week need not meet then.
  const daysApart = !wraps && haveNone(one.weekdays, other.weekdays);
  return daysApart || haveNone(monthDaysOf(one), monthDaysOf(other)) || areHoursApart(one, other);
}

function haveNone(one: readonly number[] | undefined, other: readonly number[] | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return !one.some((day) => other.includes(day));
}

/** The 31st stands for the last day of any month. */
function monthDaysOf({ monthDays }: Time): number[] | undefined {
  return monthDays?.flatMap((day) => (day === 31 ? [28, 29, 30, 31] : [day]));
}

function areHoursApart(one: Time, other: Time): boolean {
  const first = hoursOf(one);
  const second = hoursOf(other);
  return !first.some(([from, to]) => second.some((hours) => from < hours[1] && hours[0] < to));
}

/** Spans within a day, as `HH:MM`; hours over midnight are two. */
function hoursOf({ from, to }: Time): [string, string][] {
  if (from === undefined || to === undefined) return [["00:00", "24:00"]];
  if (from < to) return [[from, to]];
  return [
    ["00:00", to],
    [from, "24:00"],
  ];
}
