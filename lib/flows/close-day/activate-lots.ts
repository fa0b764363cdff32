import { newId } from "@/lib/core/ids";
import type { DayCounts, DueItem } from "@/lib/day-runs";
import type { Tx } from "@/lib/db";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import { Desk, type LockedLane, loadPurses, planActivation } from "@/lib/wallet";
import type { ClosingDay, DayStep } from "./day";
import { inDueLane } from "./in-due-lane";
import { nameOfType } from "./name-of-type";
import { listActivations } from "./sql";

/** Pending points whose day has come become usable, one line of the statement for each member and point type. */
export const activateLots: DayStep = {
  name: "activation",
  list: (tx, { ctx, day }) => listActivations(tx, { programId: ctx.programId, day }),
  work: (tx, day, run, batch) => inDueLane(tx, run, batch, (lane, due) => activateBatch(tx, day, lane, due)),
  workFor: activateBatch,
};

async function activateBatch(
  tx: Tx,
  { ctx, day, startsAt, now }: ClosingDay,
  lane: LockedLane,
  due: readonly DueItem[],
): Promise<DayCounts> {
  const members = [...new Set(due.map(({ party }) => party))];
  const desk = new Desk(lane, await loadPurses(tx, lane, members, { of: members }), now, day);
  const counts = { done: due.length, activatedPoints: 0, activatedLots: 0 };
  for (const { party, pointTypeNo } of due) {
    const movements = planActivation(
      desk.purseOf(party, pointTypeNo),
      ({ waiting }) => waiting !== null && waiting.activatesOn !== null && waiting.activatesOn <= day,
      startsAt,
      day,
    );
    if (movements.length === 0) continue;
    const points = movements.reduce((sum, { amount }) => sum + amount, 0);
    const isSpendable = pointTypeNo === SPENDABLE_POINT_TYPE;
    desk.enter({
      causeId: newId(),
      memberId: party,
      subject: { type: "activation", day, points, ...nameOfType(lane, pointTypeNo) },
      movements,
      pointTypeNo,
      occurredAt: startsAt,
      ...(isSpendable ? { details: { activated: points } } : {}),
    });
    if (isSpendable) counts.activatedPoints += points;
    counts.activatedLots += movements.length;
  }
  await desk.close(tx, ctx);
  return counts;
}
