import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { sqlState } from "@/lib/db";
import { expireHolds } from "@/lib/wallet";
import { expireRedemptions } from "../redeem";

const EVERY_MS = 5_000;

/** Ends holds, and redemptions with theirs, soon after their time is up, until the signal says stop. Any number of processes may run it. */
export async function keepHoldsCurrent(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  while (!signal.aborted) {
    const ended = await expireAll(clock).catch((error: unknown) => {
      const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
      log().error({ fault }, "ending holds was interrupted and will be tried again");
      return 0;
    });
    // A full load says that there may be more.
    if (ended === 0) await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function expireAll(clock: Clock): Promise<number> {
  return (await expireHolds(clock)) + (await expireRedemptions(clock));
}
