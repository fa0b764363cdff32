import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { runImportSlice } from "./run-import-slice";

const IDLE_MS = 1_000;
const AFTER_ERROR_MS = 5_000;

/**
 * Works on imports, whichever has waited longest, until the signal comes; then it stops at the next checkpoint.
 * Any number of processes may run it.
 */
export async function runImports(clock: Clock, signal: AbortSignal): Promise<void> {
  const holder = newId();
  while (!signal.aborted) {
    let idleMs = 0;
    try {
      const worked = await runImportSlice({ clock, holder, signal });
      if (worked === null) idleMs = IDLE_MS;
    } catch (error) {
      log().error({ err: error }, "imports cannot be worked on");
      idleMs = AFTER_ERROR_MS;
    }
    await pause(idleMs, undefined, { signal }).catch(() => undefined);
  }
}
