import type { Counted, HistoryCondition, HistoryWindow } from "../schema";
import { type Clause, type Speech, whenWords } from "./member-words";
import type { MoneyFormat } from "./numbers";
import { countWords, filterWords, leastWords, list, nameWords, ordinal, timesWords } from "./words";

type Of<Measure> = Extract<HistoryCondition, { measure: Measure }>;
type Sum = Of<"count" | "amountMinor" | "quantity">;

/** A condition over what the member has done: `when they bought Coffee at least 2 times in the last 30 days`. */
export function historyWords(condition: HistoryCondition, money: MoneyFormat, speech: Speech): string {
  const clause = historyClause(condition, money, speech);
  return clause === null ? occasionWords(condition, money, speech) : whenWords(clause);
}

/** The same as something said of the member; null where it singles out an occasion, such as every fifth purchase. */
export function historyClause(
  condition: HistoryCondition,
  money: MoneyFormat,
  speech: Speech,
): Clause | null {
  if (isOccasion(condition, speech)) return null;
  const clause = clauseOf(condition, money);
  return condition.withThis ? { ...clause, says: `${clause.says} (counting this one)` } : clause;
}

/** Whether the words say on which event of this type it is: `on every 5th purchase`, `each time they …`. */
export function namesEvent(condition: HistoryCondition, event: string): boolean {
  return condition.of.event === event && isOccasion(condition, { event });
}

function isOccasion(condition: HistoryCondition, speech: Speech): boolean {
  return ("op" in condition && condition.op === "every") || isFirst(condition, speech);
}

/** Nothing before, and what is counted is what the campaign is about: the first of them. */
export function isFirst(condition: HistoryCondition, { event = "purchase" }: Pick<Speech, "event">): boolean {
  if (condition.measure !== "count" || condition.window.kind !== "lifetime" || condition.op !== "at_most") {
    return false;
  }
  const { of, value, withThis } = condition;
  const isPlain = of.event === event && !of.filter && !of.stores && !of.channels;
  return isPlain && value === (withThis ? 1 : 0);
}

function clauseOf(condition: HistoryCondition, money: MoneyFormat): Clause {
  switch (condition.measure) {
    case "count":
    case "amountMinor":
    case "quantity":
      return { of: "they", says: sumWords(condition, money) };
    case "distinct":
      return { of: "they", says: distinctWords(condition, money) };
    case "streak": {
      const bound = `${leastWords(condition.op === "at_most" ? "at_most" : "at_least")} ${condition.value}`;
      return { of: "they", says: `${didWords(condition.of, money)} ${rowWords(bound, condition)}` };
    }
    case "days_since_first":
    case "days_since_last": {
      const { measure, of, op, value } = condition;
      const which = measure === "days_since_first" ? "first" : "last";
      const days = `${value} day${value === 1 ? "" : "s"} ago`;
      return { of: "their", says: `${which} ${eventWords(of, money)} was ${leastWords(op)} ${days}` };
    }
  }
}

function sumWords(condition: Sum, money: MoneyFormat): string {
  const { measure, of, op, value, window } = condition;
  const when = windowWords(window);
  if (op === "at_most" && value === 0) return noneWords(of, window, money);
  const bound = leastWords(op === "at_most" ? "at_most" : "at_least");
  if (measure === "count") return `${didWords(of, money)} ${bound} ${timesWords(value, "en")}${when}`;
  const where = whereWords(of);
  const filter = of.filter ? filterWords(of.filter, money) : "";
  if (measure === "amountMinor") {
    return `spent ${bound} ${money(value)}${filter && ` on ${filter}`}${where}${when}`;
  }
  return `bought ${bound} ${countWords(value, "quantity")}${filter && ` of ${filter}`}${where}${when}`;
}

function noneWords(of: Counted, window: HistoryWindow, money: MoneyFormat): string {
  if (window.kind === "lifetime") return `never ${didWords(of, money)} before`;
  const what = of.event !== "purchase" ? "" : of.filter ? ` no ${filterWords(of.filter, money)}` : " nothing";
  const did = of.event === "purchase" ? `bought${what}` : `had no ${quoted(of.event)}`;
  return `${did}${whereWords(of)}${windowWords(window)}`;
}

const KINDS = { sku: "kinds", category: "categories", brand: "brands" } as const;
const PLACES = { day: "on", store: "in", channel: "through" } as const;

function distinctWords({ of, what, op, value, window }: Of<"distinct">, money: MoneyFormat): string {
  const number = `${leastWords(op)} ${value} different`;
  const when = windowWords(window);
  if (what === "day" || what === "store" || what === "channel") {
    const named = `${what}${value === 1 ? "" : "s"}`;
    return `${didWords(of, money)} ${PLACES[what]} ${number} ${named}${when}`;
  }
  const where = whereWords(of);
  const products = of.filter ? filterWords(of.filter, money) : "products";
  return `bought ${products} of ${number} ${KINDS[what]}${where}${when}`;
}

/** The event that is just the one: `on every 5th purchase`, `each time they have bought in 4 weeks in a row`. */
function occasionWords(condition: HistoryCondition, money: MoneyFormat, speech: Speech): string {
  const { of, measure } = condition;
  if (isFirst(condition, speech)) return `on their first ${eventWords(of, money)}`;
  const eachTime = "each time they have";
  const what = of.filter ? filterWords(of.filter, money) : "";
  switch (measure) {
    case "count":
      return `on every ${ordinal(condition.value)} ${eventWords(of, money)}${periodWords(condition.window)}`;
    case "amountMinor": {
      const amount = `${money(condition.value)}${what && ` on ${what}`}`;
      return `${eachTime} spent another ${amount}${whereWords(of)}${periodWords(condition.window)}`;
    }
    case "quantity": {
      const pieces = `${countWords(condition.value, "quantity")}${what && ` of ${what}`}`;
      return `${eachTime} bought another ${pieces}${whereWords(of)}${periodWords(condition.window)}`;
    }
    case "streak":
      return `${eachTime} ${didWords(of, money)} ${rowWords(String(condition.value), condition)}`;
    case "distinct":
    case "days_since_first":
    case "days_since_last":
      return whenWords(clauseOf(condition, money));
  }
}

export function didWords(of: Counted, money: MoneyFormat): string {
  if (of.event !== "purchase") return `had ${quoted(of.event)}`;
  return `bought${of.filter ? ` ${filterWords(of.filter, money)}` : ""}${whereWords(of)}`;
}

export function eventWords(of: Counted, money: MoneyFormat): string {
  if (of.event !== "purchase") return quoted(of.event);
  return `purchase${of.filter ? ` of ${filterWords(of.filter, money)}` : ""}${whereWords(of)}`;
}

function quoted(event: string): string {
  return `“${nameWords(event.replace(/^custom:/, ""))}”`;
}

export function whereWords({ stores, channels }: Counted): string {
  const at = stores ? ` at ${list(stores, "or")}` : "";
  return `${at}${channels ? ` through ${list(channels, "or")}` : ""}`;
}

function rowWords(number: string, { unit, value }: Of<"streak">): string {
  return `${unit === "day" ? "on" : "in"} ${number} ${unit}${value === 1 ? "" : "s"} in a row`;
}

const CURRENT = {
  day: "on the same day",
  week: "in the same week",
  month: "in the same month",
  year: "in the same year",
} as const;

/** With the space before them: ` in the last 30 days`, ` in the same month`, ` so far`. */
export function windowWords(window: HistoryWindow): string {
  if (window.kind === "lifetime") return " so far";
  if (window.kind === "current") return ` ${CURRENT[window.period]}`;
  return window.days === 1 ? ` ${CURRENT.day}` : ` in the last ${window.days} days`;
}

function periodWords(window: HistoryWindow): string {
  if (window.kind === "lifetime") return "";
  return window.kind === "current" ? ` in a ${window.period}` : ` within ${window.days} days`;
}
