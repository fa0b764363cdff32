import type { HistoryCondition } from "@/lib/campaigns/schema";

const DISTINCT = {
  day: ["day", "days"],
  store: ["store", "stores"],
  channel: ["channel", "channels"],
  sku: ["product", "products"],
  category: ["category", "categories"],
  brand: ["brand", "brands"],
} as const;

/** What is asked of the example member's past, around the number that answers it. */
export function questionWords(
  condition: HistoryCondition,
  answer: number,
): { before: string; after: string } {
  const isOne = answer === 1;
  const more = detailWords(condition);
  const events = thingWords(condition, isOne);
  switch (condition.measure) {
    case "count":
      return { before: "has had", after: `${events}${more} ${windowWords(condition)}` };
    case "amountMinor":
      return { before: "has spent", after: `on purchases${more} ${windowWords(condition)}` };
    case "quantity":
      return {
        before: "has bought",
        after: `${isOne ? "piece" : "pieces"}${more || " of anything"} ${windowWords(condition)}`,
      };
    case "distinct": {
      const [one, several] = DISTINCT[condition.what];
      return {
        before: "has had",
        after: `different ${isOne ? one : several}${more} ${windowWords(condition)}`,
      };
    }
    case "streak":
      return { before: "has come", after: `${condition.unit}${isOne ? "" : "s"} in a row${more}` };
    case "days_since_first":
      return { before: `had the first ${thingWords(condition, true)}${more}`, after: daysAgo(answer) };
    case "days_since_last":
      return { before: `had the last ${thingWords(condition, true)}${more}`, after: daysAgo(answer) };
  }
}

const daysAgo = (days: number) => (days === 1 ? "day ago" : "days ago");

function thingWords({ of }: HistoryCondition, isOne: boolean): string {
  if (of.event !== "purchase") return `“${of.event.replace("custom:", "")}”`;
  return isOne ? "purchase" : "purchases";
}

/** What narrows down what is counted; with a space before it where there is something. */
function detailWords({ of, measure }: HistoryCondition): string {
  const values = (of.filter ?? []).flatMap((test) => ("values" in test ? test.values : []));
  return [
    values.length > 0 ? ` ${measure === "quantity" ? "of" : "with"} ${values.join(", ")}` : "",
    of.stores?.length ? ` at ${of.stores.join(", ")}` : "",
    of.channels?.length ? ` through ${of.channels.join(", ")}` : "",
  ].join("");
}

function windowWords({ window }: Extract<HistoryCondition, { window: unknown }>): string {
  if (window.kind === "lifetime") return "ever";
  if (window.kind === "current") return window.period === "day" ? "today" : `this ${window.period}`;
  return window.days === 1 ? "today" : `in the last ${window.days} days`;
}
