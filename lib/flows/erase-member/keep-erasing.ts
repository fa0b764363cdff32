import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { sqlState } from "@/lib/db";
import { eraseDueMembers } from "./erase-due-members";
import { keepRetentions } from "./keep-retentions";

const EVERY_MS = 10_000;

/** Once a day is enough; whoever has the day's work done finds nothing to do. */
const RETENTION_EVERY_MS = 15 * 60_000;

/** Carries out erasures as they fall due, and lets go of what is too old, until the signal says stop. */
export async function keepErasing(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  let keptAt = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    try {
      await eraseDueMembers({ clock, signal });
      if (performance.now() - keptAt >= RETENTION_EVERY_MS) {
        await keepRetentions({ clock, signal });
        keptAt = performance.now();
      }
    } catch (error) {
      const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
      log().error({ fault }, "no erasure could be carried out; it will be tried again");
    }
    await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
