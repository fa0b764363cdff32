import type { ComparisonTest, Condition } from "../schema";
import { conditionWords } from "../wording/condition-words";
import { comparisonWords, countWords, filterWords, list, nameWords } from "../wording/words";
import { allOf, type Check, type Compiling } from "./check";
import { compileComparing, compileDistance } from "./comparing-checks";
import { attributeOf, compileComparison } from "./comparisons";
import type { Facts } from "./facts";
import { compileHistory } from "./history-checks";
import { compileMember } from "./member-checks";
import type { LineSelector } from "./selection";
import { compileAnniversary, compileAnniversaryMonth, compileDates, compileTime } from "./time-checks";

type Kind<Name> = Extract<Condition, { kind: Name }>;

/** When the campaign gives something; null: always. */
export function compileCondition(condition: Condition | null, compiling: Compiling): Check | null {
  return condition === null ? null : compileOne(condition, compiling);
}

function compileOne(condition: Condition, compiling: Compiling): Check {
  switch (condition.kind) {
    case "all":
      return allOf(condition.conditions.map((child) => compileOne(child, compiling))) ?? (() => null);
    case "any":
      return compileAny(condition.conditions, compiling);
    case "not": {
      const check = compileOne(condition.condition, compiling);
      const why = compiling.phrases.numberOf(`not ${conditionWords(condition.condition, compiling.money)}`);
      return (facts) => (check(facts) === null ? why : null);
    }
    default:
      return compiling.shared.of(condition, () => compileSingle(condition, compiling));
  }
}

function compileSingle(
  condition: Exclude<Condition, Kind<"all" | "any" | "not">>,
  compiling: Compiling,
): Check {
  switch (condition.kind) {
    case "event":
      return compileEventField(condition.field, condition.test, compiling);
    case "time":
      return compileTime(condition, compiling);
    case "dates":
      return compileDates(condition, compiling);
    case "lines":
      return compileLines(condition, compiling);
    case "basket":
      return compileBasket(condition, compiling);
    case "member":
      return compileMember(condition, compiling);
    case "anniversary":
      return compileAnniversary(condition, compiling);
    case "anniversary_month":
      return compileAnniversaryMonth(condition, compiling);
    case "code":
      return compileCodes(condition, compiling);
    case "compare":
      return compileComparing(condition, compiling);
    case "distance":
      return compileDistance(condition, compiling);
    case "history":
      return compileHistory(condition, compiling);
  }
}

function compileAny(conditions: readonly Condition[], compiling: Compiling): Check {
  const { phrases } = compiling;
  const checks = conditions.map((child) => compileOne(child, compiling));
  return (facts) => {
    const reasons: string[] = [];
    for (const check of checks) {
      const why = check(facts);
      if (why === null) return null;
      reasons.push(phrases.inWords(why));
    }
    return list(reasons, "and");
  };
}

function compileEventField(field: string, test: ComparisonTest, { money, phrases }: Compiling): Check {
  const holds = compileComparison(test);
  if (field === "amountMinor") {
    const needed = `${comparisonWords(test, money).replace("is ", "")} needed`;
    return ({ amountMinor }) => (holds(amountMinor) ? null : `${money(amountMinor)}, ${needed}`);
  }
  if (field === "store" || field === "channel" || field === "device") {
    const why = phrases.numberOf(`only where the ${field} ${comparisonWords(test)}`);
    return ({ payload }) => (holds(payload[field]) ? null : why);
  }
  const name = field.slice("attributes.".length);
  const why = phrases.numberOf(`only where ${nameWords(name)} ${comparisonWords(test)}`);
  return ({ payload }) => (holds(attributeOf(payload.attributes, name)) ? null : why);
}

function compileLines(
  { quantifier, filter }: Kind<"lines">,
  { money, phrases, selectors }: Compiling,
): Check {
  const selector = selectors.of(filter);
  const what = filterWords(filter, money);
  switch (quantifier) {
    case "any": {
      const why = phrases.numberOf(`no ${what} in the basket`);
      return (facts) => (facts.select(selector).lines > 0 ? null : why);
    }
    case "none": {
      const why = phrases.numberOf(`not with ${what} in the basket`);
      return (facts) => (facts.select(selector).lines > 0 ? why : null);
    }
    case "all": {
      const why = phrases.numberOf(`not everything in the basket is ${what}`);
      return (facts) => {
        const { lines } = facts.select(selector);
        return lines > 0 && lines === facts.lines.length ? null : why;
      };
    }
  }
}

const MILLI = 1_000;

function compileBasket(
  { measure, filter, op, value }: Kind<"basket">,
  { money, phrases, selectors }: Compiling,
): Check {
  const selector = selectors.of(filter);
  const of = filter ? ` of ${filterWords(filter, money)}` : "";
  const show = (amount: number) => (measure === "amountMinor" ? money(amount) : countWords(amount, measure));
  const needed = `${op === "at_least" ? "at least" : "at most"} ${show(value)} needed`;
  const inWords = (measured: number) => `${show(measured)}${of}, ${needed}`;
  const none = phrases.numberOf(inWords(0));
  return (facts) => {
    const measured = measureOf(facts, selector, measure);
    const holds = op === "at_least" ? measured >= value : measured <= value;
    if (holds) return null;
    return measured === 0 ? none : inWords(measured);
  };
}

function measureOf(
  facts: Facts,
  selector: LineSelector | null,
  measure: "lines" | "quantity" | "amountMinor",
): number {
  const selection = facts.select(selector);
  if (measure === "lines") return selection.lines;
  return measure === "amountMinor" ? selection.amountMinor : selection.quantityMilli / MILLI;
}

function compileCodes(condition: Kind<"code">, { money, phrases }: Compiling): Check {
  const wanted = new Set(condition.codes.map((entered) => entered.toLowerCase()));
  const why = phrases.numberOf(`only ${conditionWords(condition, money)}`);
  return ({ payload, codes }) => {
    if (payload.codes === undefined) return why;
    for (const entered of codes) if (wanted.has(entered)) return null;
    return why;
  };
}
