import { describe, expect, it } from "vitest";
import type { Counted, HistoryCondition } from "@/lib/campaigns/schema";
import { questionWords } from "./past-words";

const purchases = { event: "purchase" } as const;
const month = { kind: "days", days: 30 } as const;
const ever = { kind: "lifetime" } as const;
const atLeast = { kind: "history", withThis: false, op: "at_least", value: 2 } as const;
const coffee: Counted = { ...purchases, filter: [{ field: "category", op: "in", values: ["Coffee"] }] };

function read(condition: HistoryCondition, answer: number): string {
  const { before, after } = questionWords(condition, answer);
  return `${before} ${answer} ${after}`;
}

describe("what is asked of the example member's past", () => {
  it.each<[string, HistoryCondition, number]>([
    [
      "has had 2 purchases with Coffee in the last 30 days",
      { ...atLeast, measure: "count", of: coffee, window: month },
      2,
    ],
    [
      "has had 1 purchase through app ever",
      { ...atLeast, measure: "count", of: { ...purchases, channels: ["app"] }, window: ever },
      1,
    ],
    ["has bought 9 pieces of Coffee ever", { ...atLeast, measure: "quantity", of: coffee, window: ever }, 9],
    [
      "has bought 1 piece of anything this month",
      { ...atLeast, measure: "quantity", of: purchases, window: { kind: "current", period: "month" } },
      1,
    ],
    ["had the last purchase 90 days ago", { ...atLeast, measure: "days_since_last", of: purchases }, 90],
    [
      "had the first “checkin” 1 day ago",
      { ...atLeast, measure: "days_since_first", of: { event: "custom:checkin" } },
      1,
    ],
    ["has come 3 weeks in a row", { ...atLeast, measure: "streak", unit: "week", of: purchases }, 3],
  ])("is “%s”", (words, condition, answer) => {
    expect(read(condition, answer)).toBe(words);
  });
});
