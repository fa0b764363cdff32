import { type DueItem, findDueLane, lockFreeLane, type OpenRun, takeDue } from "@/lib/day-runs";
import type { Tx } from "@/lib/db";
import { type LockedLane, lockLane } from "@/lib/wallet";
import type { Batch } from "./batch";

/**
 * Takes a batch of members off the list in the transaction that holds their lane, so that whatever is done for them
 * is done exactly once: the list and the ledger change together. Lanes that nobody uses come first.
 * @returns null where the list is empty
 */
export async function inDueLane<T>(
  tx: Tx,
  run: OpenRun,
  batch: Batch,
  work: (lane: LockedLane, due: DueItem[]) => Promise<T>,
): Promise<T | null> {
  const lane = (await lockFreeLane(tx, run)) ?? (await findDueLane(tx, run));
  if (lane === null) return null;
  const locked = await lockLane(tx, run.programId, lane);
  const due = await takeDue(tx, run, lane, batch.most);
  batch.taken = { lane, due };
  return work(locked, due);
}
