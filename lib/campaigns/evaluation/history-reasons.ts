import type { HistoryCondition } from "../schema";
import { didWords, eventWords, whereWords, windowWords } from "../wording/history-words";
import { countWords, filterWords, leastWords, ordinal, timesWords } from "../wording/words";
import type { Compiling } from "./check";
import type { Refusal } from "./phrases";

/** Why a condition on history does not hold, with what was seen: `bought Coffee once in the last 30 days, at least 2 needed`. */
export type HistoryReasons = {
  /** @param found in the condition's measure; quantities in thousandths of a piece */
  sum: (found: number) => Refusal;
  /** @param days null: more than are looked at */
  daysSince: (days: number | null) => Refusal;
  /** The event is none of those that count. */
  notCounted: Refusal;
  /** The period has counted already. */
  counted: Refusal;
  never: Refusal;
};

const MILLI = 1_000;

export function historyReasons(condition: HistoryCondition, compiling: Compiling): HistoryReasons {
  const { phrases, money } = compiling;
  const event = eventWords(condition.of, money);
  const did = didWords(condition.of, money);
  const unit = condition.measure === "streak" ? condition.unit : "period";
  const needed = neededWords(condition, compiling);
  const found = foundWords(condition, compiling);
  const which = condition.measure === "days_since_first" ? "first" : "last";
  return {
    sum: (number) => `${found(number)}, ${needed}`,
    daysSince: (days) => {
      const passed = days === null ? `more than ${daysWords(Number(condition.value) + 1)}` : daysWords(days);
      return `the ${which} ${event} was ${passed} ago, ${needed}`;
    },
    notCounted: phrases.numberOf(`this was no ${event}`),
    counted: phrases.numberOf(`the ${unit} has counted already`),
    never: phrases.numberOf(`never ${did} before`),
  };
}

function neededWords(condition: HistoryCondition, { money }: Compiling): string {
  const { measure, op, value } = condition;
  const isDays = measure === "days_since_first" || measure === "days_since_last";
  const show =
    measure === "amountMinor"
      ? money(value)
      : measure === "quantity"
        ? countWords(value, "quantity")
        : isDays
          ? daysWords(value)
          : String(value);
  if (op !== "every") return `${leastWords(op)} ${show} ${op === "at_least" ? "needed" : "allowed"}`;
  return `every ${measure === "count" || measure === "streak" ? ordinal(value) : show} counts`;
}

function foundWords(condition: HistoryCondition, { money, wording }: Compiling): (found: number) => string {
  const { of } = condition;
  const did = didWords(of, money);
  const when = "window" in condition ? windowWords(condition.window) : "";
  const where = whereWords(of);
  const what = of.filter ? filterWords(of.filter, money) : "";
  const times = (found: number) =>
    found === 0 ? `never ${did}${when}` : `${did} ${timesWords(found, wording.locale)}${when}`;
  switch (condition.measure) {
    case "count":
      return condition.op === "every" ? (found) => `${eventWords(of, money)} number ${found}${when}` : times;
    case "amountMinor":
      return (found) => `spent ${money(found)}${what && ` on ${what}`}${where}${when}`;
    case "quantity":
      return (found) => {
        const pieces = countWords(found / MILLI, "quantity");
        return `bought ${pieces}${what && ` of ${what}`}${where}${when}`;
      };
    case "distinct": {
      const kind = DISTINCT_WORDS[condition.what];
      return (found) => `${did}: ${found} different ${found === 1 ? kind.one : kind.many}${when}`;
    }
    case "streak":
      return (found) => `${did}: ${found} ${condition.unit}${found === 1 ? "" : "s"} in a row`;
    case "days_since_first":
    case "days_since_last":
      return times;
  }
}

const DISTINCT_WORDS = {
  day: { one: "day", many: "days" },
  store: { one: "store", many: "stores" },
  channel: { one: "channel", many: "channels" },
  sku: { one: "product", many: "products" },
  category: { one: "category", many: "categories" },
  brand: { one: "brand", many: "brands" },
} as const;

function daysWords(days: number): string {
  return `${days} day${days === 1 ? "" : "s"}`;
}
