import type { SqlTx } from "@/lib/db";
import { noteReturnedPurchases } from "./sql";

/**
 * Notes what came back of purchases, in the transaction that posts it. Rewards that were given for them are taken back
 * soon after, where too little is left of the purchase.
 * @param lines what came back, by the events of the purchases
 */
export async function noteReturns(
  tx: SqlTx,
  programId: string,
  lines: readonly { eventId: string }[],
  now: Date,
): Promise<void> {
  if (lines.length === 0) return;
  await noteReturnedPurchases(tx, programId, [...new Set(lines.map(({ eventId }) => eventId))], now);
}
