import "server-only";
import { type Ctx, systemCtx } from "@/lib/auth/context";
import type { Clock } from "@/lib/core/clock";
import { db, withTx } from "@/lib/db";
import {
  closeTakenBack,
  isNoLongerEarned,
  keepReward,
  listReturnedReferrals,
  type ReturnedReferral,
} from "@/lib/referrals";
import { takeBackSide } from "./take-back-side";

const MOST_AT_ONCE = 100;

/**
 * Takes back what was given for bringing somebody along whose purchase came back: of both sides, as the program's
 * policy on returns has it. Where enough of the purchase is left, the reward stays. Each side is done in a transaction
 * of its own, once, however often the work is interrupted.
 * @param programId only this program's
 * @returns how many referrals were settled
 */
export async function takeBackRewards(clock: Clock, programId: string | null = null): Promise<number> {
  let settled = 0;
  for (const referral of await listReturnedReferrals(db(), programId, MOST_AT_ONCE)) {
    if (await settle(systemCtx(referral.programId, "referrals", clock), referral)) settled += 1;
  }
  return settled;
}

/** @returns false where a credit of it is still on its way */
async function settle(ctx: Ctx, referral: ReturnedReferral): Promise<boolean> {
  if (!(await isNoLongerEarned(db(), referral))) {
    await withTx(ctx, (tx) => keepReward(tx, referral));
    return true;
  }
  const { referrerPoints, refereePoints, referrerId, refereeId } = referral;
  const referrer = referrerPoints === 0 ? 0 : await takeBackSide(ctx, referral, "referrer", referrerId);
  const referee = refereePoints === 0 ? 0 : await takeBackSide(ctx, referral, "referee", refereeId);
  if (referrer === null || referee === null) return false;
  await withTx(ctx, (tx) => closeTakenBack(tx, ctx, referral, { referrer, referee }));
  return true;
}
