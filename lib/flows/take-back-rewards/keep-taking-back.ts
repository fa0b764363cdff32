import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { sqlState } from "@/lib/db";
import { takeBackRewards } from "./take-back-rewards";

const EVERY_MS = 5_000;

/** Takes rewards back for purchases that came back, until the signal says stop. */
export async function keepTakingBack(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  while (!signal.aborted) {
    try {
      await takeBackRewards(clock);
    } catch (error) {
      const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
      log().error({ fault }, "no reward could be taken back; it will be tried again");
    }
    await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
