import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { sqlState } from "@/lib/db";
import { rewardReferrals } from "./reward-referrals";

const EVERY_MS = 2_000;

/** Rewards referrals as they fall due, until the signal says stop. */
export async function keepRewarding(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  while (!signal.aborted) {
    try {
      await rewardReferrals(clock);
    } catch (error) {
      const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
      log().error({ fault }, "no referral could be rewarded; it will be tried again");
    }
    await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
