import { assert } from "./assert";

/** Calendar days and windows in a program's time zone. A day is the text `YYYY-MM-DD`. */

export type Day = string;
export type Window = "day" | "week" | "month" | "year" | "lifetime";

export type ZonedParts = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** 1 Monday … 7 Sunday (ISO 8601) */
  weekday: number;
};

const MINUTE = 60_000;
const DAY = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();
/** Offsets change on whole quarter hours only, so one look-up serves a quarter hour of instants. */
const offsets = new Map<string, Map<number, number>>();
const MAX_OFFSETS_PER_ZONE = 50_000;

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formatters.set(timeZone, found);
  }
  return found;
}

/** Milliseconds to add to UTC to get the local wall clock of the zone. */
function offsetAt(instant: number, timeZone: string): number {
  let zone = offsets.get(timeZone);
  if (!zone) {
    zone = new Map();
    offsets.set(timeZone, zone);
  }
  const quarter = Math.floor(instant / (15 * MINUTE));
  const known = zone.get(quarter);
  if (known !== undefined) return known;
  const start = quarter * 15 * MINUTE;
  const fields: Record<string, number> = {};
  for (const part of formatter(timeZone).formatToParts(start)) fields[part.type] = Number(part.value);
  const local = Date.UTC(
    fields.year ?? 0,
    (fields.month ?? 1) - 1,
    fields.day ?? 1,
    fields.hour ?? 0,
    fields.minute ?? 0,
  );
  const offset = local - start;
  if (zone.size >= MAX_OFFSETS_PER_ZONE) zone.clear();
  zone.set(quarter, offset);
  return offset;
}

/** Days as texts, by their number: a batch asks for the same few over and over. */
const texts = new Map<number, Day>();
const MAX_TEXTS = 10_000;

function toDay(local: Date): Day {
  const number = Math.floor(local.getTime() / DAY);
  const known = texts.get(number);
  if (known !== undefined) return known;
  const text = local.toISOString().slice(0, 10);
  if (texts.size >= MAX_TEXTS) texts.clear();
  texts.set(number, text);
  return text;
}

function localDate(instant: Date, timeZone: string): Date {
  return new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone));
}

export function zonedParts(instant: Date, timeZone: string): ZonedParts {
  const local = localDate(instant, timeZone);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    weekday: local.getUTCDay() === 0 ? 7 : local.getUTCDay(),
  };
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < "0001-01-01") return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export function localDay(instant: Date, timeZone: string): Day {
  return toDay(localDate(instant, timeZone));
}

/** What the wall clock of the zone shows: `09:30`. */
export function localTime(instant: Date, timeZone: string): string {
  return localDate(instant, timeZone).toISOString().slice(11, 16);
}

/** Whether a day begins at this very instant. */
export function isStartOfDay(instant: Date, timeZone: string): boolean {
  return startOfDay(localDay(instant, timeZone), timeZone).getTime() === instant.getTime();
}

/** The first day of the window that the instant lies in. Weeks start on Monday. */
export function windowStart(instant: Date, timeZone: string, window: Window): Day {
  if (window === "lifetime") return "0001-01-01";
  const local = localDate(instant, timeZone);
  const day = toDay(local);
  if (window === "year") return `${day.slice(0, 4)}-01-01`;
  if (window === "month") return `${day.slice(0, 7)}-01`;
  if (window === "week") return toDay(new Date(local.getTime() - ((local.getUTCDay() + 6) % 7) * DAY));
  return day;
}

/** The same day of the month, months later; the month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastOfTarget = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toDay(new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfTarget))));
}

export function addDays(day: Day, days: number): Day {
  return toDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY));
}

/** The instant at which the wall clock of the zone shows this local time; in a gap, the instant after it. */
export function instantOfLocal(localTime: string, timeZone: string): Date {
  const local = Date.parse(`${localTime}Z`);
  const first = local - offsetAt(local, timeZone);
  const second = local - offsetAt(first, timeZone);
  const isShown = second + offsetAt(second, timeZone) === local;
  return new Date(isShown ? second : Math.max(first, second));
}

/**
 * The instant from which on it is this day, or a later one, for good. Clocks that go back over midnight end the day
 * before with their second midnight; where clocks skip midnight, or the whole day, it is the end of the gap.
 */
export function startOfDay(day: Day, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // The offsets of the zone well before and well after any midnight on earth that bears this date.
  const starts = [midnight - DAY, midnight + DAY]
    .map((near) => midnight - offsetAt(near, timeZone))
    .filter((start) => localDay(new Date(start), timeZone) >= day)
    .filter((start) => localDay(new Date(start - 1), timeZone) < day);
  assert(starts.length > 0, "every day begins");
  return new Date(Math.max(...starts));
}

/** Whether the zone had or will have this day: clocks that cross the date line leave one out. */
export function hasDay(day: Day, timeZone: string): boolean {
  return localDay(startOfDay(day, timeZone), timeZone) === day;
}

/** The last day of the month, quarter or year that a day lies in, or of the one `later` periods on. */
export function periodEnd(day: Day, period: "month" | "quarter" | "year", later = 0): Day {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const months = { month: 1, quarter: 3, year: 12 }[period];
  const first = Math.floor((month - 1) / months) * months;
  return toDay(new Date(Date.UTC(year, first + months * (later + 1), 0)));
}
