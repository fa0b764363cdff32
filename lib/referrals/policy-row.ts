import type { Tx } from "@/lib/db";
import { NO_REFERRALS, type ReferralPolicy } from "./schema";

/** The program's policy; one that was never set is off. */
export async function readPolicy(tx: Tx, programId: string): Promise<ReferralPolicy> {
  const row = await tx.referralPolicy.findUnique({ where: { programId } });
  if (row === null) return NO_REFERRALS;
  const { enabled, referrerPoints, refereePoints, monthlyLimit, qualifyDays, waitDays } = row;
  const minimumMinor = Number(row.minimumMinor);
  return { enabled, referrerPoints, refereePoints, minimumMinor, monthlyLimit, qualifyDays, waitDays };
}
