import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { Conflict } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import { type PointTypeDto, SPENDABLE_POINT_TYPE } from "@/lib/programs";
import {
  atDesk,
  type Desk,
  type LotTerms,
  type Movement,
  planDraw,
  planEarning,
  termsOf,
} from "@/lib/wallet";
import type { AdjustmentRow } from "./adjustment-row";

/**
 * Moves the points of an adjustment: a credit pays what the member owes first, a debit draws what expires soonest.
 * @throws Conflict `insufficient_points` when a debit is more than the member can dispose of; `expiry_passed`
 *   when the last day of a credit is over
 */
export async function postAdjustment(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "clock">,
  row: AdjustmentRow,
): Promise<void> {
  const { adjustmentId, memberId, pointTypeNo, reason } = row;
  const points = Number(row.points);
  await atDesk(tx, ctx, { memberId }, (desk) => {
    const movements = row.points > 0n ? creditOf(desk, row) : debitOf(desk, row);
    desk.enter({
      causeId: adjustmentId,
      memberId,
      subject: {
        type: "adjustment",
        reason,
        points,
        ...(pointTypeNo === SPENDABLE_POINT_TYPE ? {} : { pointName: pointTypeOf(desk, row).name }),
      },
      movements,
      pointTypeNo,
    });
  });
}

function creditOf(desk: Desk, row: AdjustmentRow): Movement[] {
  const { owed } = desk.purseOf(row.memberId, row.pointTypeNo);
  const points = Number(row.points);
  return planEarning(owed, [{ campaignId: null, points, terms: creditTerms(desk, row) }], "credit");
}

/** A person gives points to be used: they are never pending. */
function creditTerms(desk: Desk, row: AdjustmentRow): LotTerms {
  const { expiresOn } = row;
  if (expiresOn !== null) {
    const day = expiresOn.toISOString().slice(0, 10);
    if (day < desk.today) {
      throw new Conflict(
        "expiry_passed",
        `These points could be used until ${day}, which is over. Reject them and ask for new ones.`,
      );
    }
    return { state: "active", expiresOn: day, sliding: false };
  }
  const { expiry } = pointTypeOf(desk, row);
  return termsOf({ expiry, pending: { kind: "immediate" } }, desk.now, desk.lane.timeZone, desk.today);
}

function pointTypeOf({ lane }: Desk, { pointTypeNo }: AdjustmentRow): PointTypeDto {
  return present(
    lane.pointTypes.find((type) => type.pointTypeNo === pointTypeNo),
    "an adjustment is of a point type of the program",
  );
}

function debitOf(desk: Desk, { memberId, pointTypeNo, points }: AdjustmentRow): Movement[] {
  const slices = planDraw(desk.purseOf(memberId, pointTypeNo), -Number(points), desk.today);
  if (slices === null) {
    throw new Conflict("insufficient_points", "The member has not so many points to take.");
  }
  return slices.map(({ lot, amount }) => ({ kind: "debit", campaignId: null, amount, lot }));
}
