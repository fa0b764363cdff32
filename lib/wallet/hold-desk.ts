import type { Ctx } from "@/lib/auth/context";
import { Conflict, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { atDesk, type Desk } from "./desk";
import type { HoldState } from "./hold-schema";
import { lockOpenHolds, type PinningHold, readHoldRow, readPinnedLots } from "./hold-sql";
import type { Slice } from "./posting";

const CLOSED: Readonly<Record<Exclude<HoldState, "open">, string>> = {
  captured: "This hold was captured: its points are spent.",
  released: "This hold was released: its points are the member’s again.",
  expired: "The time of this hold is up, and its points are the member’s again.",
};

/**
 * Works on an open hold at the desk of its lane, with the lots that it pins. The hold of a redemption is left to it.
 * @throws NotFound; Conflict `hold_closed`, `hold_of_redemption`
 */
export async function atHold<T>(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "clock">,
  holdId: string,
  work: (desk: Desk, hold: PinningHold) => T | Promise<T>,
): Promise<T> {
  const { programId } = ctx;
  const row = await readHoldRow(tx, programId, holdId);
  if (row === null) throw new NotFound("hold");
  const { memberId, lane, redemptionId } = row;
  if (redemptionId !== null) {
    throw new Conflict(
      "hold_of_redemption",
      "These points are set aside for a redemption. Fulfil it or call it off instead.",
    );
  }
  const lotNumbers = await readPinnedLots(tx, programId, [holdId]);
  return atDesk(tx, ctx, { memberId, lane, lotNumbers }, async (desk) => {
    const [hold] = await lockOpenHolds(tx, programId, [holdId]);
    if (hold === undefined) {
      const state = (await readHoldRow(tx, programId, holdId))?.state;
      throw new Conflict("hold_closed", CLOSED[state === undefined || state === "open" ? "released" : state]);
    }
    return work(desk, hold);
  });
}

/** What a hold pins, in the order in which it is spent. */
export function pinnedSlices(desk: Desk, { memberId, pinned }: PinningHold): Slice[] {
  return (desk.purseOf(memberId).lots ?? []).flatMap(({ lotNo }) => {
    const amount = pinned.get(lotNo);
    return amount === undefined ? [] : [{ lot: { lotNo }, amount }];
  });
}

/** Gives what a hold had pinned back to its member, under a line of its own. */
export function giveBack(
  desk: Desk,
  { holdId, memberId, reason }: PinningHold,
  slices: readonly Slice[],
  { timedOut }: { timedOut: boolean },
): void {
  const points = slices.reduce((sum, { amount }) => sum + amount, 0);
  desk.book.release(desk.purseOf(memberId), slices);
  desk.enter({
    causeId: newId(),
    memberId,
    subject: { type: "release", reason, points, timedOut, holdId },
    movements: [],
  });
}
