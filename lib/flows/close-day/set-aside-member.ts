import "server-only";
import { log } from "@/lib/config/log";
import type { Clock } from "@/lib/core/clock";
import { countBatch, countFailed, type DueItem, readOpenRun, setAsideDue } from "@/lib/day-runs";
import { withTx } from "@/lib/db";
import { lockLane } from "@/lib/wallet";
import { faultInWords } from "./fault-in-words";

/** Where more than this many members fail on a day, the fault is not theirs: the day stops. */
const MOST_A_DAY = 50;

/**
 * Sets the work of a day aside that failed for one member, so that the day goes on for everybody else.
 * @param taken the batch that failed, of one piece of work
 * @returns false where that would hide a fault that is not the member's
 */
export async function setAsideMember(
  programId: string,
  { lane, due: [item] }: { lane: number; due: readonly DueItem[] },
  error: unknown,
  clock: Clock,
): Promise<boolean> {
  if (item === undefined) return false;
  return withTx({}, async (tx) => {
    await lockLane(tx, programId, lane);
    const run = await readOpenRun(tx, programId);
    // Another worker was faster, and the day has gone on.
    if (run === null) return true;
    if ((await countFailed(tx, run)) >= MOST_A_DAY) return false;
    if (!(await setAsideDue(tx, run, lane, item, faultInWords(error), clock.now()))) return true;
    await countBatch(tx, run, { done: 1 });
    log().error(
      { ...run, party: item.party, err: error },
      "a member's part in the close of a day was set aside",
    );
    return true;
  });
}
