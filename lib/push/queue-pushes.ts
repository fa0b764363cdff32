import "server-only";
import { addDays, localDay, startOfDay } from "@/lib/core/calendar";
import type { Clock } from "@/lib/core/clock";
import { lowestId } from "@/lib/core/ids";
import { db, withTx } from "@/lib/db";
import { listProgramsWithSubscriptions, queueExpiring, queueGains, queueMessages } from "./sql";

/**
 * Ids are drawn before their transactions commit, so rows appear behind ids that have been looked at: what is younger
 * than this is looked at again. Whatever was queued before is not queued twice.
 */
const LOOK_BACK_MS = 60_000;
/** What the worker missed for longer is old news. */
const MISSED_MS = 60 * 60_000;

const EXPIRING_WITHIN_DAYS = 7;
/** Nobody is woken for points that expire in a week. */
const TOLD_FROM_HOUR = 9;
const HOUR_MS = 3_600_000;

/**
 * Queues what has happened since the last look, for members who turned notifications on.
 * @returns how many pushes
 */
export async function queuePushes(clock: Clock): Promise<number> {
  let queued = 0;
  for (const { programId } of await listProgramsWithSubscriptions(db())) {
    queued += await withTx({}, async (tx) => {
      const now = clock.now();
      const cursor = await tx.pushCursor.findUnique({ where: { programId } });
      const oldest = lowestId(now.getTime() - MISSED_MS);
      const recent = lowestId(now.getTime() - LOOK_BACK_MS);
      // A program's first look begins now: what happened before nobody had asked to be told.
      const [from = recent] = cursor === null ? [] : [oldest, cursor.outboxId].sort().reverse();
      const gains = await queueGains(tx, programId, from, now);
      const messages = await queueMessages(tx, programId, from, now);
      await tx.pushCursor.upsert({
        where: { programId },
        create: { programId, outboxId: recent },
        update: { outboxId: recent },
      });
      return gains + messages;
    });
  }
  return queued;
}

/** Queues, for the morning, points that expire within a week. @returns how many pushes */
export async function queueExpiringPoints(clock: Clock): Promise<number> {
  let queued = 0;
  for (const { programId, timeZone } of await listProgramsWithSubscriptions(db())) {
    const now = clock.now();
    const today = localDay(now, timeZone);
    const morning = new Date(startOfDay(today, timeZone).getTime() + TOLD_FROM_HOUR * HOUR_MS);
    const days = { from: today, to: addDays(today, EXPIRING_WITHIN_DAYS) };
    const at = morning > now ? morning : now;
    queued += await queueExpiring(db(), programId, days, { now, at });
  }
  return queued;
}
