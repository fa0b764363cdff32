import "server-only";
import { once } from "node:events";
import { parentPort } from "node:worker_threads";
import { present } from "@/lib/core/assert";
import { Unavailable } from "@/lib/core/errors";
import { closeDb, withSnapshot } from "@/lib/db";
import type { PartAnswer, PartOrder } from "./part-order";
import { PartsBoard, PartsStopped, Undecided } from "./parts-board";
import { replayPart } from "./replay-part";
import { TIMEOUT_MS, takeSnapshot } from "./snapshot-sql";

/** What runs in the thread of a part: it waits for its order, sends what it found to who gave it, and ends. */
const port = present(parentPort, "somebody started this thread");
// It is whoever started the thread that puts the order together.
const [{ part, parts, memory, snapshot, ...order }] = (await once(port, "message")) as [PartOrder];
const board = new PartsBoard(part, parts, memory);
try {
  const { summary } = await withSnapshot(
    async (tx) => {
      await takeSnapshot(tx, snapshot);
      return replayPart(tx, order, { share: { part, parts }, board }, (done) => board.noteDone(done));
    },
    { timeoutMs: TIMEOUT_MS },
  );
  answer({ summary });
} catch (error) {
  board.stop();
  if (error instanceof Unavailable) answer({ unavailable: error.message });
  // Whoever stopped it, or gave up, says so; anything else ends the thread with its error.
  else if (!(error instanceof PartsStopped || error instanceof Undecided)) throw error;
} finally {
  await closeDb();
}

function answer(message: PartAnswer): void {
  port.postMessage(message);
}
