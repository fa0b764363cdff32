import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { db } from "@/lib/db";
import { isAnySimulationWaiting } from "@/lib/simulations";

const IDLE_MS = 1_000;
const AFTER_ERROR_MS = 5_000;

/**
 * Looks out for simulations until the signal comes, and has them run one after the other.
 * @param runAll runs what waits, elsewhere: a replay takes a processor to itself, which posting cannot spare
 */
export async function keepSimulating(
  runAll: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    let idleMs = IDLE_MS;
    try {
      if (await isAnySimulationWaiting(db())) await runAll(signal);
    } catch (error) {
      log().error({ err: error }, "simulations cannot be run");
      idleMs = AFTER_ERROR_MS;
    }
    await pause(idleMs, undefined, { signal }).catch(() => undefined);
  }
}
