import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { type PointTypeDto, SPENDABLE_POINT_TYPE } from "@/lib/programs";
import {
  atDesk,
  type Desk,
  disposable,
  type Movement,
  NEVER,
  planActivation,
  planDraw,
  planEarning,
  planExpiry,
} from "@/lib/wallet";

const REASON = "The membership ended";

/**
 * Ends a member's points through the ledger: what is past its last day expires, what is pending becomes active, and
 * everything is then debited; what the member owes is credited. One line of the statement for each point type.
 * @returns points of the spendable type that were debited
 */
export async function forfeitPoints(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "clock">,
  memberId: string,
): Promise<number> {
  return atDesk(tx, ctx, { memberId }, (desk) => {
    let forfeited = 0;
    for (const pointType of desk.lane.pointTypes) {
      const points = forfeitOfType(desk, memberId, pointType);
      if (pointType.pointTypeNo === SPENDABLE_POINT_TYPE) forfeited = points;
    }
    return forfeited;
  });
}

function forfeitOfType(desk: Desk, memberId: string, { pointTypeNo, name }: PointTypeDto): number {
  const purse = desk.purseOf(memberId, pointTypeNo);
  if (purse.available === 0 && purse.pending === 0 && purse.owed === 0) return 0;
  const points = purse.available + purse.pending;
  const subject = {
    type: "adjustment" as const,
    reason: REASON,
    points: purse.owed - points,
    ...(pointTypeNo !== SPENDABLE_POINT_TYPE && { pointName: name }),
  };
  let debited = 0;
  desk.enterInParts({ causeId: newId(), memberId, subject }, (post) => {
    post(planExpiry(purse, desk.today), pointTypeNo);
    post(
      planActivation(purse, () => true, desk.now, desk.today),
      pointTypeNo,
    );
    debited = disposable(purse, desk.today);
    post(debitAll(desk, memberId, pointTypeNo, debited), pointTypeNo);
    const terms = { state: "active" as const, expiresOn: NEVER, sliding: false } as const;
    post(planEarning(purse.owed, [{ campaignId: null, points: purse.owed, terms }], "credit"), pointTypeNo);
    return {};
  });
  return debited;
}

function debitAll(desk: Desk, memberId: string, pointTypeNo: number, points: number): Movement[] {
  const slices = planDraw(desk.purseOf(memberId, pointTypeNo), points, desk.today);
  return present(slices, "what can be disposed of can be drawn").map(({ lot, amount }) => ({
    kind: "debit",
    campaignId: null,
    amount,
    lot,
  }));
}
