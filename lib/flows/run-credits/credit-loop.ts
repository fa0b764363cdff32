import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { runCreditStep } from "./run-credit-step";

const IDLE_MS = 1_000;
const AFTER_ERROR_MS = 5_000;

/** Works on files of credits until the signal comes. Any number of processes may run it. */
export async function runCredits(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  while (!signal.aborted) {
    let idleMs = 0;
    try {
      if ((await runCreditStep({ clock })) === null) idleMs = IDLE_MS;
    } catch (error) {
      log().error({ err: error }, "files of credits cannot be worked on");
      idleMs = AFTER_ERROR_MS;
    }
    await pause(idleMs, undefined, { signal }).catch(() => undefined);
  }
}
