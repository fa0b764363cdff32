import { CATEGORIES, STORES } from "./campaigns";

const LINES = 3;
const WEEK_MINUTES = 7 * 24 * 60;

/** A purchase of three lines by one of the club's members, some time in the week before `until`. */
export function purchase(next: (bound: number) => number, id: string, members: number, until: Date) {
  return {
    type: "purchase" as const,
    id,
    member: { externalId: `m-${next(members)}` },
    occurredAt: new Date(until.getTime() - next(WEEK_MINUTES) * 60_000).toISOString(),
    currency: "EUR",
    store: STORES[next(STORES.length)] ?? "",
    lines: Array.from({ length: LINES }, () => line(next)),
  };
}

function line(next: (bound: number) => number) {
  const article = next(400);
  const category = CATEGORIES[article % CATEGORIES.length] ?? "";
  return { sku: `sku-${article}`, category, quantity: 1 + next(2), amountMinor: 100 + next(2_400) };
}
