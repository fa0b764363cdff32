import "server-only";
import { neededCounters, selectProgramsWithCounters } from "@/lib/campaigns";
import { MAX_HISTORY_DAYS } from "@/lib/campaigns/schema";
import { addDays, type Day, localDay } from "@/lib/core/calendar";
import { type Clock, systemClock } from "@/lib/core/clock";
import { db, withTx } from "@/lib/db";
import { deleteHistoryBefore } from "@/lib/history";
import { type LockedLane, lockLane } from "@/lib/wallet";
import { PageSize } from "./page-size";
import { selectLanes, selectMembersFrom, updateHistoryFrom } from "./sql";

const FIRST_ID = "00000000-0000-0000-0000-000000000000";
/** The longest window, and what an event may be late without anything being counted anew for it. */
const KEPT_DAYS = MAX_HISTORY_DAYS + 100;
/** The day from which rows are kept moves on by a month at once: each move looks at all members. */
const STEP_DAYS = 30;

/**
 * Forgets the days of history that no window reaches any more, in all programs; what members did in all stays. What looks
 * further back than windows do, like a streak without end, keeps all of its days. An event that comes so late that it
 * needs days which have gone has them counted anew from the events. Whoever is cut short leaves rows behind that nobody
 * reads; they go with the next move.
 * @returns how many rows went
 */
export async function pruneHistory(clock: Clock = systemClock, signal?: AbortSignal): Promise<number> {
  let gone = 0;
  const size = new PageSize();
  for (const programId of await selectProgramsWithCounters(db())) {
    for (const lane of await selectLanes(db(), programId)) {
      for (let from = (await moveOn(programId, lane, clock)) ? FIRST_ID : null; from !== null; ) {
        if (signal?.aborted) return gone;
        const start: string = from;
        const page = await size.time((members) => prunePage(programId, lane, start, members));
        gone += page.gone;
        from = page.next;
      }
    }
  }
  return gone;
}

/** Moves the day from which a lane keeps rows on. @returns whether it did */
async function moveOn(programId: string, lane: number, clock: Clock): Promise<boolean> {
  return withTx({}, async (tx) => {
    const needed = await neededCounters(tx, programId, clock.now());
    const { eventsFrom } = await tx.program.findUniqueOrThrow({
      where: { programId },
      select: { eventsFrom: true },
    });
    const locked = await lockLane(tx, programId, lane);
    const first = addDays(localDay(clock.now(), locked.timeZone), -KEPT_DAYS);
    // Before this there is nothing.
    if (first <= eventsFrom.toISOString().slice(0, 10)) return false;
    const moving = movingOn(locked, needed, first);
    if (moving.length === 0) return false;
    const moved = Object.fromEntries(moving.map((counterNo) => [counterNo, first]));
    await updateHistoryFrom(tx, locked, { ...locked.historyFrom, ...moved });
    return true;
  });
}

/** Counters that no condition asks about days before the first, and that keep some for long. */
function movingOn(
  { counters, historyFrom }: Pick<LockedLane, "counters" | "historyFrom">,
  needed: ReadonlyMap<number, number>,
  first: Day,
): string[] {
  return Object.keys(counters).filter((counterNo) => {
    const from = historyFrom[counterNo];
    return (
      (needed.get(Number(counterNo)) ?? 0) <= KEPT_DAYS &&
      (from === undefined || from <= addDays(first, -STEP_DAYS))
    );
  });
}

async function prunePage(
  programId: string,
  lane: number,
  from: string,
  size: number,
): Promise<{ gone: number; next: string | null }> {
  return withTx({}, async (tx) => {
    const locked = await lockLane(tx, programId, lane);
    const found = await selectMembersFrom(tx, locked, from, size + 1);
    const gone = await deleteHistoryBefore(tx, programId, found.slice(0, size), locked.historyFrom);
    return { gone, next: found[size] ?? null };
  });
}
