import type { Condition } from "../schema";
import { comparingWords, distanceWords } from "./comparing-words";
import { groupWords, WHEN } from "./group-words";
import { historyClause, historyWords } from "./history-words";
import { type Clause, memberClause, type Speech, whenWords } from "./member-words";
import type { MoneyFormat } from "./numbers";
import {
  comparisonWords,
  countWords,
  filterWords,
  leastWords,
  list,
  nameWords,
  ordinal,
  weekdayWords,
} from "./words";

type Kind<Name extends Condition["kind"]> = Extract<Condition, { kind: Name }>;

/** A condition as it follows what members get: `on Mondays`, `with Coffee in the basket`. */
export function conditionWords(condition: Condition, money: MoneyFormat, speech: Speech = {}): string {
  switch (condition.kind) {
    case "all":
    case "any":
      return groupWords(condition, money, (child) => conditionWords(child, money, speech));
    case "not":
      return exceptionWords(condition.condition, money, speech);
    case "event":
      return eventWords(condition, money);
    case "time":
      return timeWords(condition);
    case "dates":
      return datesWords(condition, speech);
    case "lines": {
      const what = filterWords(condition.filter, money);
      if (condition.quantifier === "any") return `with ${what} in the basket`;
      return condition.quantifier === "none" ? `without ${what} in the basket` : `with nothing but ${what}`;
    }
    case "basket":
      return basketWords(condition, money);
    case "member":
      return whenWords(memberClause(condition, speech));
    case "anniversary":
      return anniversaryWords(condition);
    case "anniversary_month":
      return `in the month ${condition.of === "birthday" ? "of their birthday" : "in which they joined"}`;
    case "code":
      return codeWords(condition.codes);
    case "compare":
      return `${WHEN}${comparingWords(condition, "their")}`;
    case "distance":
      return distanceWords(condition, speech.locale);
    case "history":
      return historyWords(condition, money, speech);
  }
}

/** The condition as something said of members, `who bought Coffee`; null where it is of the event. */
export function conditionClause(condition: Condition, money: MoneyFormat, speech: Speech): Clause | null {
  if (condition.kind === "member") return memberClause(condition, speech);
  return condition.kind === "history" ? historyClause(condition, money, speech) : null;
}

/** The opposite of a condition. What the basket has turns into what it has not. */
function exceptionWords(condition: Condition, money: MoneyFormat, speech: Speech): string {
  const words = conditionWords(condition, money, speech);
  const isGroup = condition.kind === "all" || condition.kind === "any";
  if (isGroup && condition.conditions.length > 1) return `except (${words})`;
  if (words.startsWith(WHEN)) return `unless ${words.slice(WHEN.length)}`;
  const isHad = condition.kind === "code" || (condition.kind === "lines" && condition.quantifier === "any");
  return isHad ? `without ${words.slice("with ".length)}` : `except ${words}`;
}

const PREPOSITIONS: Readonly<Record<string, string>> = { store: "at", channel: "through", device: "on" };

function eventWords({ field, test }: Kind<"event">, money: MoneyFormat): string {
  if (field === "amountMinor") return `when the total ${comparisonWords(test, money)}`;
  const preposition = PREPOSITIONS[field];
  if (preposition !== undefined && (test.op === "is" || test.op === "in")) {
    return `${preposition} ${comparisonWords(test).replace("is ", "")}`;
  }
  return `when the ${nameWords(field.replace("attributes.", ""))} ${comparisonWords(test)}`;
}

function basketWords({ measure, op, value, filter }: Kind<"basket">, money: MoneyFormat): string {
  const bound = `${leastWords(op)} ${measure === "amountMinor" ? money(value) : countWords(value, measure)}`;
  if (filter) return `with ${bound} of ${filterWords(filter, money)}`;
  return measure === "amountMinor" ? `with a basket of ${bound}` : `with ${bound}`;
}

function timeWords({ weekdays, monthDays, from, to }: Kind<"time">): string {
  const words = weekdays ? [`on ${weekdayWords(weekdays)}`] : [];
  if (monthDays) {
    const days = list(monthDayWords(monthDays), "and");
    words.push(weekdays ? `that fall on the ${days} of the month` : `on the ${days} of the month`);
  }
  if (from && to) words.push(`from ${from} to ${to}`);
  return words.join(" ");
}

/** The 31st stands for the last day where a month is shorter. */
function monthDayWords(days: readonly number[]): string[] {
  return [...days].sort((a, b) => a - b).map((day) => (day === 31 ? "last day" : ordinal(day)));
}

function datesWords({ from, to, yearly }: Kind<"dates">, { locale = "en" }: Speech): string {
  const format = new Intl.DateTimeFormat(dateLocale(locale), {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    ...(yearly ? {} : { year: "numeric" }),
  });
  const show = (day: string) => (Number.isNaN(Date.parse(day)) ? day : format.format(new Date(day)));
  const days = from === to ? `on ${show(from)}` : `from ${show(from)} to ${show(to)}`;
  return yearly ? `every year ${days}` : days;
}

/** "en" alone means the month-first order of the United States; day before month suits more readers. */
export function dateLocale(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}

function anniversaryWords({ of, daysBefore, daysAfter }: Kind<"anniversary">): string {
  const day = of === "birthday" ? "their birthday" : "the anniversary of their joining";
  const days = (count: number) => `${count} day${count === 1 ? "" : "s"}`;
  if (daysBefore === 0 && daysAfter === 0) return `on ${day}`;
  if (daysBefore === daysAfter) return `within ${days(daysBefore)} of ${day}`;
  if (daysBefore === 0) return `on ${day} and up to ${days(daysAfter)} after it`;
  if (daysAfter === 0) return `on ${day} and up to ${days(daysBefore)} before it`;
  return `from ${days(daysBefore)} before to ${days(daysAfter)} after ${day}`;
}

/** More codes than these are counted rather than read out. */
const MAX_CODES_NAMED = 3;

function codeWords(codes: readonly string[]): string {
  if (codes.length > MAX_CODES_NAMED) return `with one of ${codes.length} codes`;
  return `with the code ${list(codes, "or")}`;
}
