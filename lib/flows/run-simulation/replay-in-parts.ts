import { setTimeout as pause } from "node:timers/promises";
import type { SqlTx } from "@/lib/db";
import { addSummary } from "@/lib/simulations";
import type { PartThread } from "./part-thread";
import { PartsBoard, PartsStopped, Undecided } from "./parts-board";
import { type OnProgress, type PartFound, type ReplayOrder, replayPart } from "./replay-part";
import { LIMITS_BYTES } from "./shared-limits";
import { shareSnapshot } from "./snapshot-sql";

/** How often progress is told of while others are still at work. */
const TELL_EVERY_MS = 200;

/**
 * Replays the past in several threads, each for the members of some lanes; this one takes a part as well. What they
 * find adds up to what one would have found.
 * @throws Undecided when it does not: the replay has to be made in one go
 */
export async function replayInParts(
  tx: SqlTx,
  order: ReplayOrder,
  threads: readonly PartThread[],
  onProgress: OnProgress,
): Promise<PartFound> {
  const snapshot = await shareSnapshot(tx);
  const parts = threads.length + 1;
  const board = new PartsBoard(0, parts, { bytes: LIMITS_BYTES });
  const others = threads.map((thread, place) =>
    thread.replay({ ...order, part: place + 1, parts, snapshot, memory: board.memory }),
  );
  // A part that fails ends them all; what became of it is looked at when they have ended.
  for (const other of others) other.catch(() => board.stop());
  const tell = () => onProgress(board.done, order.length?.entries ?? 0);
  try {
    const own = await replayPart(tx, order, { share: { part: 0, parts }, board }, (done) => {
      board.noteDone(done);
      return tell();
    });
    const all = Promise.all(others);
    for (;;) {
      const summaries = await Promise.race([all, pause(TELL_EVERY_MS, null)]);
      await tell();
      if (summaries === null) continue;
      for (const summary of summaries) addSummary(own.summary, summary);
      return { ...own, done: board.done };
    }
  } catch (error) {
    if (!(error instanceof PartsStopped)) throw error;
    if (board.isUndecided) throw new Undecided();
    // One of the others has failed: its error is the one that tells why.
    board.stop();
    for (const other of others) await other;
    throw error;
  } finally {
    board.stop();
  }
}
