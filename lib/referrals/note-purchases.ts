import type { SqlTx } from "@/lib/db";
import { type PostedPurchase, qualifyReferrals } from "./sql";

/**
 * Notes first purchases of members who were brought along, in the transaction that posts them. The reward follows when
 * its time has come.
 */
export async function notePurchases(
  tx: SqlTx,
  programId: string,
  purchases: readonly PostedPurchase[],
  now: Date,
): Promise<void> {
  if (purchases.length > 0) await qualifyReferrals(tx, programId, purchases, now);
}
