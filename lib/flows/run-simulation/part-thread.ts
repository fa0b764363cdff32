import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { Unavailable } from "@/lib/core/errors";
import type { ReplaySummary } from "@/lib/simulations";
import type { PartAnswer, PartOrder } from "./part-order";
import { PartsStopped } from "./parts-board";

/**
 * A thread for a part of a replay. It loads what it needs as soon as it is made, which takes as long as some ten
 * thousand entries do, and begins when it is told what to do.
 */
export class PartThread {
  readonly #worker = new Worker(new URL("./start-part.mjs", import.meta.url), {
    execArgv: ["--conditions=react-server"],
  });
  readonly #summary: Promise<ReplaySummary>;

  constructor() {
    this.#summary = summaryFrom(this.#worker);
    // Nobody may ever ask for it.
    this.#summary.catch(() => undefined);
  }

  /** @throws PartsStopped when it ended without an answer */
  replay(order: PartOrder): Promise<ReplaySummary> {
    this.#worker.postMessage(order);
    return this.#summary;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

async function summaryFrom(worker: Worker): Promise<ReplaySummary> {
  // After an answer an end changes nothing; without one the thread was stopped.
  const ended = once(worker, "exit").then((): never => {
    throw new PartsStopped();
  });
  const [answer] = (await Promise.race([once(worker, "message"), ended])) as [PartAnswer];
  if ("summary" in answer) return answer.summary;
  throw new Unavailable(answer.unavailable);
}
