import { addDays, type Day, localDay, startOfDay } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import type { DayCounts, DueItem } from "@/lib/day-runs";
import type { Tx } from "@/lib/db";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import {
  Desk,
  isSlideOver,
  type LockedLane,
  latestSlidingDay,
  loadPurses,
  type Purse,
  planExpiry,
} from "@/lib/wallet";
import type { ClosingDay, DayStep } from "./day";
import { inDueLane } from "./in-due-lane";
import { nameOfType } from "./name-of-type";
import { listExpiries, readLatestActivity } from "./sql";

/**
 * Points that were usable until the day before expire, one line of the statement for each member and point type. It
 * bears the last moment of that day. What holds have set aside stays, and expires once it is given back.
 */
export const expireLots: DayStep = {
  name: "expiry",
  list: (tx, { ctx, day }) => listExpiries(tx, { programId: ctx.programId, day }),
  work: (tx, day, run, batch) => inDueLane(tx, run, batch, (lane, due) => expireBatch(tx, day, lane, due)),
  workFor: expireBatch,
};

async function expireBatch(
  tx: Tx,
  closing: ClosingDay,
  lane: LockedLane,
  due: readonly DueItem[],
): Promise<DayCounts> {
  const { ctx, day, startsAt, now } = closing;
  const members = [...new Set(due.map(({ party }) => party))];
  const desk = new Desk(lane, await loadPurses(tx, lane, members, { of: members }), now, day);
  const counts = { done: due.length, expiredPoints: 0, expiredLots: 0 };
  const slidesOver: Purse[] = [];
  for (const { party, pointTypeNo } of due) {
    const purse = desk.purseOf(party, pointTypeNo);
    const movements = planExpiry(purse, day);
    if (movements.length > 0) {
      const points = movements.reduce((sum, { amount }) => sum + amount, 0);
      desk.enter({
        causeId: newId(),
        memberId: party,
        subject: { type: "expiry", day: addDays(day, -1), points, ...nameOfType(lane, pointTypeNo) },
        movements,
        pointTypeNo,
        occurredAt: new Date(startsAt.getTime() - 1),
      });
      if (pointTypeNo === SPENDABLE_POINT_TYPE) counts.expiredPoints += points;
      counts.expiredLots += movements.length;
    }
    if (isSlideOver(purse, day)) slidesOver.push(purse);
  }
  await endSlides(tx, closing, desk, slidesOver);
  await desk.close(tx, ctx);
  return counts;
}

/** Where something came after the end of a slide, it slides on from the latest activity since. */
async function endSlides(
  tx: Tx,
  { ctx, timeZone }: ClosingDay,
  desk: Desk,
  purses: readonly Purse[],
): Promise<void> {
  const goingOn = purses.flatMap((purse) => {
    const { memberId, pointTypeNo, slidesTo } = purse;
    if (slidesTo === null || latestSlidingDay(purse) === null) return [];
    return [{ memberId, pointTypeNo, since: startOfDay(addDays(slidesTo, 1), timeZone) }];
  });
  const activity = new Map<string, Day>();
  for (const { memberId, pointTypeNo, latest } of await readLatestActivity(tx, ctx.programId, goingOn)) {
    activity.set(`${memberId} ${pointTypeNo}`, localDay(latest, timeZone));
  }
  for (const purse of purses) {
    const since = latestSlidingDay(purse);
    const active = activity.get(`${purse.memberId} ${purse.pointTypeNo}`);
    desk.book.endSlide(purse, since !== null && active !== undefined && active > since ? active : since);
  }
}
