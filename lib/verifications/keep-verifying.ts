import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { runVerification } from "./run-verification";

const IDLE_MS = 1_000;
const AFTER_ERROR_MS = 5_000;

/** Works on verifications until the signal comes. Any number of processes may run it. */
export async function keepVerifying(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  const holder = newId();
  while (!signal.aborted) {
    let idleMs = 0;
    try {
      if ((await runVerification({ clock, holder })) === null) idleMs = IDLE_MS;
    } catch (error) {
      log().error({ err: error }, "verifications cannot be worked on");
      idleMs = AFTER_ERROR_MS;
    }
    await pause(idleMs, undefined, { signal }).catch(() => undefined);
  }
}
