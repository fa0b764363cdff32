import type { SqlTx } from "@/lib/db";
import { isAnybodyReferred, type PostedPurchase, qualifyReferrals } from "./sql";

/**
 * Notes first purchases of members who were brought along, in the transaction that posts them. The reward follows when
 * its time has come.
 * @param purchases tells them, where anybody waits for one
 */
export async function notePurchases(
  tx: SqlTx,
  programId: string,
  purchases: () => readonly PostedPurchase[],
  now: Date,
): Promise<void> {
  if (!(await isAnybodyReferred(tx, programId))) return;
  const posted = purchases();
  if (posted.length > 0) await qualifyReferrals(tx, programId, posted, now);
}
