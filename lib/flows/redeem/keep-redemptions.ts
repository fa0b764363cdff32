import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { sqlState } from "@/lib/db";
import { giveRefunds } from "./give-refunds";
import { sendOrders } from "./send-orders";

const EVERY_MS = 1_000;

/** Tells partners of orders and gives money back as it falls due, until the signal says stop. */
export async function keepRedemptions(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  while (!signal.aborted) {
    let done = 0;
    try {
      done = (await sendOrders(clock)) + (await giveRefunds(clock));
    } catch (error) {
      const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
      log().error({ fault }, "looking after redemptions was interrupted and will be tried again");
    }
    if (done === 0) await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
