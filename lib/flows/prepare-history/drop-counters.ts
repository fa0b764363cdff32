import "server-only";
import { neededCounters, selectProgramsWithCounters } from "@/lib/campaigns";
import { type Clock, systemClock } from "@/lib/core/clock";
import { db, withTx } from "@/lib/db";
import { deleteHistory } from "@/lib/history";
import { lockLane } from "@/lib/wallet";
import { PageSize } from "./page-size";
import { selectLanes, selectMembersBelow, updateHistoryFrom, updateLaneCounters } from "./sql";

/**
 * Forgets the history that no campaign asks for any more, in all programs. The mark up to which a lane keeps a counter
 * moves back page by page, so that whoever launches a campaign meanwhile counts on from where it stands.
 * @returns how many counters of lanes went
 */
export async function dropCounters(clock: Clock = systemClock, signal?: AbortSignal): Promise<number> {
  let dropped = 0;
  const size = new PageSize();
  for (const programId of await selectProgramsWithCounters(db())) {
    for (const lane of await selectLanes(db(), programId)) {
      for (let isDone = false; !isDone; ) {
        if (signal?.aborted) return dropped;
        const page = await size.time((members) => dropPage(programId, lane, members, clock));
        dropped += page.dropped;
        isDone = page.isDone;
      }
    }
  }
  return dropped;
}

async function dropPage(
  programId: string,
  lane: number,
  size: number,
  clock: Clock,
): Promise<{ dropped: number; isDone: boolean }> {
  return withTx({}, async (tx) => {
    const needed = await neededCounters(tx, programId, clock.now());
    const locked = await lockLane(tx, programId, lane);
    const unneeded = Object.keys(locked.counters).filter((counterNo) => !needed.has(Number(counterNo)));
    const [counterNo] = unneeded;
    if (counterNo === undefined) return { dropped: 0, isDone: true };
    const members = await selectMembersBelow(tx, locked, locked.counters[counterNo] ?? null, size);
    await deleteHistory(tx, programId, members, [Number(counterNo)]);
    const { [counterNo]: _, ...others } = locked.counters;
    const first = members.at(-1);
    const isGone = first === undefined || members.length < size;
    await updateLaneCounters(tx, locked, isGone ? others : { ...others, [counterNo]: first });
    if (isGone) {
      const { [counterNo]: _from, ...from } = locked.historyFrom;
      await updateHistoryFrom(tx, locked, from);
    }
    return { dropped: isGone ? 1 : 0, isDone: isGone && unneeded.length === 1 };
  });
}
