import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { driver, sqlState } from "@/lib/db";
import { postSlice } from "./post-slice";
import { isAnythingQueued } from "./sql";

const IDLE_MS = 50;
const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 5_000;

/**
 * Posts slice after slice until the signal says stop; a slice that has begun is finished. Several of these may run
 * at once, in one process or many: each takes lanes that no other is posting. While the database cannot be
 * reached it tries again, less and less eagerly.
 */
export async function keepPosting(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  let backoffMs = 0;
  while (!signal.aborted) {
    try {
      const report = (await isAnythingQueued(driver())) ? await postSlice({ clock }) : null;
      backoffMs = 0;
      if (report === null) await idle(IDLE_MS, signal);
      else if (report.deadLettered > 0) log().warn(report, "events were set aside");
    } catch (error) {
      backoffMs = Math.min(LONGEST_BACKOFF_MS, backoffMs * 2 || FIRST_BACKOFF_MS);
      // The message may quote rows, and rows hold people's data: the log gets the kind of fault alone.
      const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
      log().error({ fault, backoffMs }, "posting was interrupted and will be tried again");
      await idle(backoffMs, signal);
    }
  }
}

async function idle(milliseconds: number, signal: AbortSignal): Promise<void> {
  // Being woken early is how a pause ends when the signal says stop.
  await pause(milliseconds, undefined, { signal }).catch(() => undefined);
}
