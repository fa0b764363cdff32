import type { BoundTest, ComparisonTest, LabelTest, LineFilter, LineTest, PiecePick } from "../schema";
import { BLANK } from "./blanks";
import { integerFormat, type MoneyFormat } from "./numbers";

/** How a program speaks of money and points. */
export type Wording = {
  /** ISO 4217 */
  currency: string;
  /** BCP 47 */
  locale: string;
  /** What the program calls its points. */
  pointName: string;
};

export const WEEKDAYS = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];

/** `3 a, b or c`-style lists: joins with commas and a last word. */
export function list(items: readonly string[], last: "and" | "or"): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

export function weekdayWords(weekdays: readonly number[]): string {
  if (weekdays.length === 0) return BLANK;
  const sorted = [...weekdays].sort((a, b) => a - b);
  if (sorted.join() === "1,2,3,4,5") return "weekdays";
  if (sorted.join() === "6,7") return "weekends";
  return list(
    sorted.map((day) => WEEKDAYS[day - 1] ?? ""),
    "and",
  );
}

/** `1st`, `2nd`, `11th` */
export function ordinal(number: number): string {
  const isTeen = Math.trunc(number / 10) % 10 === 1;
  return `${number}${isTeen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th")}`;
}

/** Camel or snake case to words: `homeStore` → `home store`. */
export function nameWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_.-]+/g, " ")
    .toLowerCase();
}

function valueWords(value: string | number | boolean): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}

export function comparisonWords(test: ComparisonTest, show: (value: number) => string = String): string {
  const one = (value: string | number | boolean) =>
    typeof value === "number" ? show(value) : valueWords(value);
  switch (test.op) {
    case "is":
      return `is ${one(test.value)}`;
    case "is_not":
      return `is not ${one(test.value)}`;
    case "in":
      return `is ${list(test.value.map(one), "or")}`;
    case "not_in":
      return `is not ${list(test.value.map(one), "or")}`;
    case "contains":
      return `contains “${test.value}”`;
    case "at_least":
      return `is at least ${show(test.value)}`;
    case "at_most":
      return `is at most ${show(test.value)}`;
    case "exists":
      return "is known";
  }
}

const isKept = (test: LineTest, field: string) =>
  "values" in test && test.field === field && test.op === "in";
const namesOf = (test: LineTest) => ("values" in test ? list(test.values, "or") : "");

/** Which lines a filter means: `Coffee`, `Plantly products`, `products with “oat” in the name of at least €3.00`. */
export function filterWords(filter: LineFilter, money: MoneyFormat): string {
  const category = filter.find((test) => isKept(test, "category"));
  const brand = filter.find((test) => isKept(test, "brand"));
  const others = filter.filter((test) => test !== category && test !== brand);
  return [headWords(category, brand), ...others.map((test) => qualifierWords(test, money))].join(" ");
}

function headWords(category: LineTest | undefined, brand: LineTest | undefined): string {
  if (category) return brand ? `${namesOf(category)} by ${namesOf(brand)}` : namesOf(category);
  return brand ? `${namesOf(brand)} products` : "products";
}

const FIELD_WORDS = { category: "category", brand: "brand", sku: "SKU", name: "name" } as const;

function qualifierWords(test: LineTest, money: MoneyFormat): string {
  if ("value" in test) return boundWords(test, money);
  if (test.field === "attribute") return labelWords(test);
  const field = FIELD_WORDS[test.field];
  const quoted = list(
    test.values.map((value) => `“${value}”`),
    "or",
  );
  if (test.op === "contains") return `with ${quoted} in the ${field}`;
  if (test.op === "not_in")
    return `other than ${test.field === "category" ? "" : `${field} `}${namesOf(test)}`;
  return test.field === "name" ? `called ${quoted}` : `with ${field} ${namesOf(test)}`;
}

/** `labelled organic`, `whose supplier is Nordic Oats` */
function labelWords({ name, test }: LabelTest): string {
  const label = name === "" ? BLANK : nameWords(name);
  if (test.op === "is" && test.value === true) return `labelled ${label}`;
  return test.op === "is" && test.value === ""
    ? `whose ${label} is ${BLANK}`
    : `whose ${label} ${comparisonWords(test)}`;
}

function boundWords({ field, op, value }: BoundTest, money: MoneyFormat): string {
  const bound = `of ${leastWords(op)}`;
  if (field === "quantity") return `${bound} ${countWords(value, "quantity")}`;
  return `${bound} ${money(value)}${field === "unitMinor" ? " a piece" : ""}`;
}

export function leastWords(op: "at_least" | "at_most"): string {
  return op === "at_least" ? "at least" : "at most";
}

/** Which part of a basket an effect is about: `Coffee`, `the cheapest of every 3 pieces of Coffee`; empty: all of it. */
export function partWords(
  filter: LineFilter | undefined,
  pick: PiecePick | undefined,
  money: MoneyFormat,
): string {
  const goods = filter ? filterWords(filter, money) : "";
  if (pick === undefined) return goods;
  const { which, pieces, of, overall } = pick;
  const some = pieces === 1 ? `the ${which}` : `the ${pieces} ${which}`;
  if (of === undefined) return `${some} ${pieces === 1 ? "piece" : "pieces"}${goods && ` of ${goods}`}`;
  const group = `every ${countWords(of, "quantity")}${goods && ` of ${goods}`}`;
  return overall ? `${some} of the basket for ${group}` : `${some} of ${group}`;
}

/** Why there is no such part: `no Coffee in the basket`, `fewer than 3 pieces of Coffee in the basket`. */
export function lackWords(
  filter: LineFilter | undefined,
  pick: PiecePick | undefined,
  money: MoneyFormat,
): string {
  const goods = filter ? filterWords(filter, money) : "";
  if (pick?.of === undefined) return `no ${goods || "lines"} in the basket`;
  return `fewer than ${countWords(pick.of, "quantity")}${goods && ` of ${goods}`} in the basket`;
}

/** `1 point`, `200 points`; one of what ends in s goes without it: `1 mile`, `1 Treuepunkte`. */
export function pointsWords(
  points: number,
  { locale, pointName }: Pick<Wording, "locale" | "pointName">,
): string {
  return `${integerFormat(locale)(points)} ${points === 1 ? singular(pointName) : pointName}`;
}

/** One of what ends in s goes without it; other plurals are left as they are. */
export function singular(name: string): string {
  return name.replace(/([^su])s$/, "$1");
}

/** `1 piece`, `2 lines` */
export function countWords(count: number, measure: "lines" | "quantity"): string {
  return `${count} ${measure === "lines" ? "line" : "piece"}${count === 1 ? "" : "s"}`;
}

/** `once`, `2 times` */
export function timesWords(times: number, locale: string): string {
  return times === 1 ? "once" : `${integerFormat(locale)(times)} times`;
}

/** `1.5×` from 150. */
export function factorWords(factorPercent: number): string {
  const whole = Math.trunc(factorPercent / 100);
  const rest = String(factorPercent % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return rest === "" ? `${whole}×` : `${whole}.${rest}×`;
}
