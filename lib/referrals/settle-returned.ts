import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { readPolicy } from "./policy-row";
import { amountLeft, type ReturnedReferral } from "./sql";

/** Whether so much of the purchase came back that the program would not reward what is left. */
export async function isNoLongerEarned(
  tx: Tx,
  { programId, purchaseEventId }: Pick<ReturnedReferral, "programId" | "purchaseEventId">,
): Promise<boolean> {
  const { minimumMinor } = await readPolicy(tx, programId);
  // A purchase of which nothing is left earns nothing, whatever the least amount is.
  return (await amountLeft(tx, programId, purchaseEventId)) < Math.max(1, minimumMinor);
}

/** Leaves a reward as it is: enough of the purchase is left. What comes back later is looked at anew. */
export async function keepReward(
  tx: Tx,
  { programId, referralId, notedAt }: ReturnedReferral,
): Promise<void> {
  await tx.referral.updateMany({
    where: { programId, referralId, returnNotedAt: notedAt, takenBackAt: null },
    data: { returnNotedAt: null },
  });
}

/** Notes that a reward has been taken back, and how many points of each side: once. */
export async function closeTakenBack(
  tx: Tx,
  ctx: Ctx,
  { programId, referralId }: ReturnedReferral,
  taken: { referrer: number; referee: number },
): Promise<void> {
  const { count } = await tx.referral.updateMany({
    where: { programId, referralId, takenBackAt: null },
    data: { takenBackAt: ctx.clock.now(), referrerTaken: taken.referrer, refereeTaken: taken.referee },
  });
  if (count === 0) return;
  await recordAudit(tx, ctx, {
    action: "referral.taken_back",
    target: toTypeId("ref", referralId),
    detail: { referrerPoints: taken.referrer, refereePoints: taken.referee },
  });
}
