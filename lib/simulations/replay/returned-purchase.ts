import type { planReturn } from "@/lib/wallet";

/** A purchase as what comes back of it sees it, without what it earned. */
export type ReturnedPurchase = Pick<Parameters<typeof planReturn>[0], "eventId" | "quantities" | "returned">;
export type ReturnedLines = ReturnType<typeof planReturn>["lines"];

/** Whether nothing of a purchase is left with the member once these lines have come back. */
export function isAllReturned({ quantities, returned }: ReturnedPurchase, lines: ReturnedLines): boolean {
  const now = new Map(returned);
  for (const { line, quantityMilli } of lines) now.set(line, quantityMilli);
  return quantities.every((bought, line) => now.get(line) === bought);
}
