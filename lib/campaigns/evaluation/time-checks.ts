import type { Day } from "@/lib/core/calendar";
import type { CampaignDefinition, Condition } from "../schema";
import { conditionWords } from "../wording/condition-words";
import { WEEKDAYS, weekdayWords } from "../wording/words";
import type { Check, Compiling } from "./check";
import { daysBetween, type Facts } from "./facts";

type Kind<Name> = Extract<Condition, { kind: Name }>;

const DAY_MINUTES = 24 * 60;
const LAST_DAY = 31;

/** From the first instant to, and not including, the last. */
export function compileSchedule(
  { startsAt, endsAt }: CampaignDefinition["schedule"],
  { phrases }: Pick<Compiling, "phrases">,
): Check | null {
  if (startsAt === undefined && endsAt === undefined) return null;
  const first = startsAt ? Date.parse(startsAt) : Number.NEGATIVE_INFINITY;
  const end = endsAt ? Date.parse(endsAt) : Number.POSITIVE_INFINITY;
  const notBegun = phrases.numberOf("it had not begun yet");
  const over = phrases.numberOf("it was over");
  return ({ instant }) => {
    if (instant < first) return notBegun;
    return instant >= end ? over : null;
  };
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const twoDigits = (part: number) => String(part).padStart(2, "0");

export function compileTime(
  { weekdays, monthDays, from, to }: Kind<"time">,
  { money, phrases }: Compiling,
): Check {
  const onlyDays = weekdays ? `only on ${weekdayWords(weekdays)}` : "";
  const onWeekday = WEEKDAYS.map((day, index) => {
    if (weekdays === undefined || weekdays.includes(index + 1)) return null;
    return phrases.numberOf(`${onlyDays}, this was a ${day.slice(0, -1)}`);
  });
  const onMonthDay = monthDays ? new Set(monthDays) : null;
  const onlyMonthDays = monthDays ? `only ${conditionWords({ kind: "time", monthDays }, money)}` : "";
  const start = from ? minutesOf(from) : 0;
  const end = to ? minutesOf(to) : DAY_MINUTES;
  const onlyHours = `only from ${from} to ${to}`;
  return (facts) => {
    const minute = facts.minuteOfDay;
    // After midnight, "Mondays from 22:00 to 02:00" still goes by the Monday on which the night began.
    const isNightBefore = start > end && minute < end;
    const { weekday, year, month, day } = facts.date;
    const wrongDay = onWeekday[isNightBefore ? (weekday + 5) % 7 : weekday - 1];
    if (typeof wrongDay === "number") return wrongDay;
    if (onMonthDay !== null) {
      const date = isNightBefore ? new Date(Date.UTC(year, month - 1, day - 1)) : null;
      const own = date?.getUTCDate() ?? day;
      const isLast =
        own === lastDayOf(date?.getUTCFullYear() ?? year, (date?.getUTCMonth() ?? month - 1) + 1);
      if (!onMonthDay.has(own) && !(isLast && onMonthDay.has(LAST_DAY))) {
        return `${onlyMonthDays}, this was on ${dayWords(facts.day)}`;
      }
    }
    const inside = start < end ? minute >= start && minute < end : minute >= start || minute < end;
    if (inside) return null;
    return `${onlyHours}, this was at ${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
  };
}

/** How many days the month has; months from 1. */
function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** `24 December 2026` */
function dayWords(day: Day): string {
  const [year = "", month, date] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}

const YEAR_LENGTH = "YYYY-".length;

export function compileDates(condition: Kind<"dates">, { money }: Compiling): Check {
  const { yearly } = condition;
  const cut = (day: Day) => (yearly ? day.slice(YEAR_LENGTH) : day);
  const [from, to] = [cut(condition.from), cut(condition.to)];
  const only = `only ${conditionWords(condition, money)}`;
  return (facts) => {
    const day = cut(facts.day);
    // Dates of every year may reach over the new year: 27 December to 6 January.
    const inside = from <= to ? day >= from && day <= to : yearly && (day >= from || day <= to);
    return inside ? null : `${only}, this was on ${dayWords(facts.day)}`;
  };
}

/** The day that comes round every year; null where it is not known. */
function startOf(of: "birthday" | "joining", facts: Facts): Day | null {
  return of === "joining" ? facts.joiningDay : (facts.member.birthday ?? null);
}

/** Whoever was born on 29 February celebrates on the 28th where there is none. */
function anniversaryIn(year: number, start: Day): Day {
  const [, month = "", day = ""] = start.split("-");
  const date = Math.min(Number(day), lastDayOf(year, Number(month)));
  return `${String(year).padStart(4, "0")}-${month}-${twoDigits(date)}`;
}

export function compileAnniversary(condition: Kind<"anniversary">, { money, phrases }: Compiling): Check {
  const { of, daysBefore, daysAfter } = condition;
  const unknown = phrases.numberOf("the member's birthday is not known");
  const only = `only ${conditionWords(condition, money)}`;
  return (facts) => {
    const start = startOf(of, facts);
    if (start === null) return unknown;
    const { year } = facts.date;
    for (const near of [year - 1, year, year + 1]) {
      // The day itself is not an anniversary: the first comes a year later.
      if (near <= Number(start.slice(0, 4))) continue;
      const after = daysBetween(anniversaryIn(near, start), facts.day);
      if (after >= -daysBefore && after <= daysAfter) return null;
    }
    return `${only}, this was on ${dayWords(facts.day)}`;
  };
}

export function compileAnniversaryMonth(
  condition: Kind<"anniversary_month">,
  { money, phrases }: Compiling,
): Check {
  const unknown = phrases.numberOf("the member's birthday is not known");
  const only = `only ${conditionWords(condition, money)}`;
  return (facts) => {
    const start = startOf(condition.of, facts);
    if (start === null) return unknown;
    const { year, month } = facts.date;
    const holds = month === Number(start.slice(5, 7)) && year > Number(start.slice(0, 4));
    return holds ? null : `${only}, this was in ${MONTHS[month - 1]}`;
  };
}
