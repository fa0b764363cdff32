import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { Unavailable } from "@/lib/core/errors";
import type { SqlTx } from "@/lib/db";
import { addSummary, type ReplaySummary } from "@/lib/simulations";
import type { PartAnswer, PartOrder } from "./part-order";
import { PartsBoard, PartsStopped, Undecided } from "./parts-board";
import { type OnProgress, type PartFound, type ReplayOrder, replayPart } from "./replay-part";
import { LIMITS_BYTES } from "./shared-limits";
import { shareSnapshot } from "./snapshot-sql";

/** How often progress is told of while others are still at work. */
const LOOK_EVERY_MS = 200;

/**
 * Replays the past in several threads, each for the members of some lanes; this one takes a part as well. What they
 * find adds up to what one would have found.
 * @throws Undecided when it does not: the replay has to be made in one go
 */
export async function replayInParts(
  tx: SqlTx,
  order: ReplayOrder,
  parts: number,
  onProgress: OnProgress,
): Promise<PartFound> {
  const snapshot = await shareSnapshot(tx);
  const board = new PartsBoard(0, parts, { bytes: LIMITS_BYTES });
  const others = Array.from({ length: parts - 1 }, (_, place) =>
    startPart({ ...order, part: place + 1, parts, snapshot, memory: board.memory }, board),
  );
  const tell = () => onProgress(board.done, order.length?.entries ?? 0);
  try {
    const own = await replayPart(tx, order, { share: { part: 0, parts }, board }, (done) => {
      board.noteDone(done);
      return tell();
    });
    while (!others.every(({ hasEnded }) => hasEnded())) {
      await pause(LOOK_EVERY_MS);
      await tell();
    }
    for (const { summary } of others) addSummary(own.summary, await summary);
    return { ...own, done: board.done };
  } catch (error) {
    if (!(error instanceof PartsStopped)) throw error;
    if (board.isUndecided) throw new Undecided();
    // One of the others has failed: its error is the one that tells why.
    board.stop();
    for (const { summary } of others) await summary;
    throw error;
  } finally {
    board.stop();
    await Promise.all(others.map(({ end }) => end()));
  }
}

type Part = { summary: Promise<ReplaySummary>; hasEnded: () => boolean; end: () => Promise<unknown> };

function startPart(order: PartOrder, board: PartsBoard): Part {
  const worker = new Worker(new URL("./start-part.mjs", import.meta.url), {
    workerData: order,
    execArgv: ["--conditions=react-server"],
  });
  let hasEnded = false;
  const summary = new Promise<ReplaySummary>((fulfil, reject) => {
    worker.once("message", (answer: PartAnswer) => {
      if ("summary" in answer) fulfil(answer.summary);
      else reject(new Unavailable(answer.unavailable));
    });
    worker.once("error", reject);
    // After an answer it changes nothing; without one the thread was stopped.
    worker.once("exit", () => reject(new PartsStopped()));
  }).finally(() => {
    hasEnded = true;
  });
  // A part that fails ends them all; what became of it is looked at when they have ended.
  summary.catch(() => board.stop());
  return { summary, hasEnded: () => hasEnded, end: () => worker.terminate() };
}
