import { present } from "@/lib/core/assert";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import type { Desk } from "./desk";
import { type HoldRow, insertHold } from "./hold-sql";
import { disposable, NEVER, planDraw, type Slice } from "./posting";
import { InsufficientPoints } from "./spend-errors";

export type SettingAside = {
  memberId: string;
  /** The member's lane. */
  lane: number;
  points: number;
  /** What it is for; the member reads it. */
  reason: string;
  reference: string | null;
  expiresAt: Date;
  /** The redemption that it is for; null: by itself. */
  redemptionId: string | null;
};

/**
 * Sets points aside at the desk, soonest expiry first, under a line of their own.
 * @throws InsufficientPoints
 */
export async function setAside(
  tx: Tx,
  programId: string,
  desk: Desk,
  { points, ...terms }: SettingAside,
): Promise<HoldRow> {
  const { memberId, reason, expiresAt } = terms;
  const slices = drawOrRefuse(desk, memberId, points);
  const purse = desk.purseOf(memberId);
  const hold: HoldRow = {
    ...terms,
    holdId: newId(),
    amount: BigInt(points),
    captured: 0n,
    state: "open",
    createdAt: desk.now,
    closedAt: null,
  };
  const accountId = present(purse.availableAccount, "what is drawn is available");
  const lots = slices.map((slice) => ({
    ...slice,
    expiresOn: purse.lots?.find(({ lotNo }) => lotNo === slice.lot.lotNo)?.expiresOn ?? NEVER,
  }));
  desk.book.reserve(purse, slices);
  desk.enter({
    causeId: hold.holdId,
    memberId,
    subject: { type: "hold", reason, points, expiresAt: expiresAt.toISOString() },
    movements: [],
  });
  await insertHold(tx, programId, { ...hold, accountId, pointTypeNo: SPENDABLE_POINT_TYPE }, lots);
  return hold;
}

/**
 * What spending so many points of a member would draw.
 * @throws InsufficientPoints
 */
export function drawOrRefuse(desk: Desk, memberId: string, points: number): Slice[] {
  const purse = desk.purseOf(memberId);
  const slices = planDraw(purse, points, desk.today);
  if (slices === null) throw new InsufficientPoints(points, disposable(purse, desk.today));
  return slices;
}
