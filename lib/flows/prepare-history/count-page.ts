import { withDriverTx } from "@/lib/db";
import { addHistory, deleteHistory, recount, wholeCounters } from "@/lib/history";
import { lockLane } from "@/lib/wallet";
import { selectMembersFrom, updateLaneCounters } from "./sql";

/** Before the id of any member. */
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/**
 * Counts the history of the next members of a lane, in one transaction that holds the lane: from then on posting keeps
 * it for them. Where counters stand at different members, those furthest behind go first.
 * @param counters the numbers of counters that the lane has to keep
 * @param size most members
 * @returns whether the lane now keeps all of them for all of its members
 */
export async function countPage(
  programId: string,
  lane: number,
  counters: readonly number[],
  size: number,
): Promise<boolean> {
  return withDriverTx(async (tx) => {
    const locked = await lockLane(tx, programId, lane);
    const standing = (counterNo: number) => {
      const upTo = locked.counters[counterNo];
      return upTo === undefined ? FIRST_ID : upTo;
    };
    const pending = counters.filter((counterNo) => standing(counterNo) !== null);
    const [from] = pending.flatMap((counterNo) => standing(counterNo) ?? []).sort();
    if (from === undefined) return true;
    const behind = pending.filter((counterNo) => standing(counterNo) === from);
    const found = await selectMembersFrom(tx, locked, from, size + 1);
    const members = found.slice(0, size);
    const next = found[size] ?? null;
    await deleteHistory(tx, programId, members, behind);
    const counting = await wholeCounters(tx, locked, behind);
    await addHistory(tx, programId, await recount(tx, programId, counting, members));
    const kept = { ...locked.counters };
    for (const counterNo of behind) kept[counterNo] = next;
    await updateLaneCounters(tx, locked, kept);
    return next === null && behind.length === pending.length;
  });
}
