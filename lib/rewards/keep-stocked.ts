import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { sqlState } from "@/lib/db";
import { readCodes } from "./pools/read-codes";
import { tellWhatRunsLow } from "./tell-what-runs-low";

const IDLE_MS = 1_000;
const AFTER_ERROR_MS = 5_000;
const TELL_EVERY_MS = 15_000;

/**
 * Puts uploaded codes into their pools, and tells what runs low, until the signal says stop. Any number of processes
 * may run it.
 */
export async function keepStocked(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  let toldAt = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    let idleMs = 0;
    try {
      if ((await readCodes({ clock })) === null) idleMs = IDLE_MS;
      if (performance.now() - toldAt >= TELL_EVERY_MS) {
        await tellWhatRunsLow(clock);
        toldAt = performance.now();
      }
    } catch (error) {
      const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
      log().error({ fault }, "looking after stock was interrupted and will be tried again");
      idleMs = AFTER_ERROR_MS;
    }
    await pause(idleMs, undefined, { signal }).catch(() => undefined);
  }
}
