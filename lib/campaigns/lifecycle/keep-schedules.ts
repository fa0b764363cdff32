import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { sqlState } from "@/lib/db";
import { followSchedules } from "./follow-schedule";

const EVERY_MS = 5_000;

/** Starts and ends campaigns soon after their time, until the signal says stop. Any number of processes may run it. */
export async function keepSchedules(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  while (!signal.aborted) {
    const moved = await followSchedules(clock).catch((error: unknown) => {
      const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
      log().error({ fault }, "following schedules was interrupted and will be tried again");
      return 0;
    });
    // Some have moved: there may be more.
    if (moved === 0) await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
