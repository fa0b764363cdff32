import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { sqlState } from "@/lib/db";
import { closeDays } from "./close-days";

const EVERY_MS = 20_000;

/** Looks again and again for days that have begun, and closes them, until the signal says stop. */
export async function keepClosingDays(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  while (!signal.aborted) {
    try {
      const { closed, pieces, failed } = await closeDays({ clock, signal });
      if (closed > 0 || failed > 0) log().info({ closed, pieces, failed }, "days were closed");
    } catch (error) {
      const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
      log().error({ fault }, "no day could be looked at; it will be tried again");
    }
    await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
