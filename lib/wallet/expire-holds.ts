import "server-only";
import { systemCtx } from "@/lib/auth/context";
import { type Clock, systemClock } from "@/lib/core/clock";
import { db, withTx } from "@/lib/db";
import { atDesk } from "./desk";
import { giveBack, pinnedSlices } from "./hold-desk";
import { closeExpiredHolds, type DueHolds, findDueHolds, lockOpenHolds, readPinnedLots } from "./hold-sql";

/** Most holds of a program that one look takes. */
const MAX_AT_ONCE = 500;

/**
 * Gives back the points of holds whose time is up: lane by lane, each lane in one transaction and in a handful of
 * statements. A hold that somebody captures or releases meanwhile is left to them.
 * @param only this program alone; absent: all of them
 * @returns how many holds ended; less than were due where there are very many, so call again until there are none
 */
export async function expireHolds(
  clock: Clock = systemClock,
  only: { programId?: string; limit?: number } = {},
): Promise<number> {
  const { programId = null, limit = MAX_AT_ONCE } = only;
  let ended = 0;
  for (const due of await findDueHolds(db(), clock.now(), limit, programId)) {
    ended += await expireInLane(due, clock);
  }
  return ended;
}

async function expireInLane(
  { programId, lane, holdIds, memberIds }: DueHolds,
  clock: Clock,
): Promise<number> {
  const ctx = systemCtx(programId, "holds", clock);
  const [memberId, ...others] = memberIds;
  if (memberId === undefined) return 0;
  return withTx(ctx, async (tx) => {
    const lotNumbers = await readPinnedLots(tx, programId, holdIds);
    return atDesk(tx, ctx, { memberId, lane, others, lotNumbers }, async (desk) => {
      const holds = await lockOpenHolds(tx, programId, holdIds);
      for (const hold of holds) giveBack(desk, hold, pinnedSlices(desk, hold), { timedOut: true });
      return closeExpiredHolds(
        tx,
        programId,
        holds.map(({ holdId }) => holdId),
        desk.now,
      );
    });
  });
}
