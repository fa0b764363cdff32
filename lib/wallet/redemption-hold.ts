import { assert, present } from "@/lib/core/assert";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import type { Desk } from "./desk";
import { giveBack, pinnedSlices } from "./hold-desk";
import { lockOpenHolds, type PinningHold, postponeHold, updateHold } from "./hold-sql";
import type { Movement } from "./posting";
import { drawOrRefuse } from "./set-aside";

/** What points are spent on by a redemption. */
export type RedemptionSpend = {
  redemptionId: string;
  memberId: string;
  /** Name of the reward; the member reads it. */
  reward: string;
  reference: string | null;
  points: number;
};

/** Spends the points of a redemption at once. @throws InsufficientPoints @returns the line's cause */
export function spendOnRedemption(desk: Desk, spend: RedemptionSpend): string {
  const slices = drawOrRefuse(desk, spend.memberId, spend.points);
  return enterSpend(desk, spend, slices, null);
}

/**
 * Spends all that a redemption has set aside, and closes its hold. The desk was opened with the lots that it pins.
 * @returns the line's cause
 */
export async function captureForRedemption(
  tx: Tx,
  programId: string,
  desk: Desk,
  holdId: string,
  spend: RedemptionSpend,
): Promise<string> {
  const hold = await lockHold(tx, programId, holdId);
  const causeId = enterSpend(desk, spend, pinnedSlices(desk, hold), holdId);
  await updateHold(
    tx,
    programId,
    { holdId, captured: hold.amount, state: "captured", closedAt: desk.now },
    [],
  );
  return causeId;
}

/** Gives all that a redemption has set aside back to its member. The desk was opened with the lots that it pins. */
export async function releaseForRedemption(
  tx: Tx,
  programId: string,
  desk: Desk,
  holdId: string,
  { timedOut }: { timedOut: boolean },
): Promise<void> {
  const hold = await lockHold(tx, programId, holdId);
  giveBack(desk, hold, pinnedSlices(desk, hold), { timedOut });
  const state = timedOut ? "expired" : "released";
  await updateHold(tx, programId, { holdId, captured: hold.captured, state, closedAt: desk.now }, []);
}

/** Keeps what a redemption has set aside until another moment. */
export async function postponeForRedemption(
  tx: Tx,
  programId: string,
  holdId: string,
  expiresAt: Date,
): Promise<void> {
  await lockHold(tx, programId, holdId);
  await postponeHold(tx, programId, holdId, expiresAt);
}

async function lockHold(tx: Tx, programId: string, holdId: string): Promise<PinningHold> {
  const [hold] = await lockOpenHolds(tx, programId, [holdId]);
  return present(hold, "the hold of a redemption under way is open");
}

function enterSpend(
  desk: Desk,
  { redemptionId, memberId, reward, reference, points }: RedemptionSpend,
  slices: readonly { lot: { lotNo: number }; amount: number }[],
  holdId: string | null,
): string {
  const causeId = newId();
  const spent = slices.reduce((sum, { amount }) => sum + amount, 0);
  assert(spent === points, "a redemption spends what it costs");
  desk.enter({
    causeId,
    memberId,
    subject: {
      type: "spend",
      reason: reward,
      redemptionId,
      points,
      ...(reference !== null && { reference }),
      ...(holdId !== null && { holdId }),
    },
    movements: slices.map(
      ({ lot, amount }): Movement => ({
        kind: "spend",
        campaignId: null,
        amount,
        lot,
        reserved: holdId !== null,
      }),
    ),
  });
  return causeId;
}
