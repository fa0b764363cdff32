import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { nextInPreparation } from "@/lib/campaigns";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { prepareHistory } from "./prepare-history";

const IDLE_MS = 1_000;
const AFTER_ERROR_MS = 5_000;
/** After so long another program has its turn. */
const TURN_MS = 10_000;

/** Counts the history that launched campaigns wait for, until the signal comes. Any number of processes may run it. */
export async function keepPreparing(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  let programId: string | null = null;
  while (!signal.aborted) {
    let idleMs = 0;
    try {
      const after: string | null = programId;
      programId = await nextInPreparation(after);
      if (programId !== null) await prepareHistory({ programId, clock, maxMilliseconds: TURN_MS, signal });
      else if (after === null) idleMs = IDLE_MS;
    } catch (error) {
      log().error({ err: error }, "history cannot be counted");
      idleMs = AFTER_ERROR_MS;
    }
    await pause(idleMs, undefined, { signal }).catch(() => undefined);
  }
}
