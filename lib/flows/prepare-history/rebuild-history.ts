import "server-only";
import { db, withDriverTx } from "@/lib/db";
import { addHistory, deleteHistory, keptCounters, recount } from "@/lib/history";
import { lockLane } from "@/lib/wallet";
import { PageSize } from "./page-size";
import { selectLanes, selectMembersFrom } from "./sql";

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

export type RebuildProgress = { lane: number; members: number };

/**
 * Counts the history that a program keeps anew from its events, while the program goes on: members are taken page by
 * page with their lane held, so that nothing is posted for them between reading and writing.
 * @returns how many members were counted
 */
export async function rebuildHistory(
  programId: string,
  onProgress: (progress: RebuildProgress) => void = () => undefined,
): Promise<number> {
  const size = new PageSize();
  let counted = 0;
  for (const lane of await selectLanes(db(), programId)) {
    for (let from: string | null = FIRST_ID; from !== null; ) {
      const start: string = from;
      const page = await size.time((members) => rebuildPage(programId, lane, start, members));
      counted += page.members;
      from = page.next;
      onProgress({ lane, members: counted });
    }
  }
  return counted;
}

async function rebuildPage(
  programId: string,
  lane: number,
  from: string,
  size: number,
): Promise<{ members: number; next: string | null }> {
  return withDriverTx(async (tx) => {
    const locked = await lockLane(tx, programId, lane);
    const kept = await keptCounters(tx, locked);
    if (kept.isEmpty) return { members: 0, next: null };
    const found = await selectMembersFrom(tx, locked, from, size + 1);
    const members = found.slice(0, size);
    await deleteHistory(tx, programId, members, kept.numbers);
    await addHistory(tx, programId, await recount(tx, programId, kept, members));
    return { members: members.length, next: found[size] ?? null };
  });
}
