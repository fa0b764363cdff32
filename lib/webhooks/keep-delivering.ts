import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { sqlState } from "@/lib/db";
import { deliverCalls } from "./deliver-calls";

const EVERY_MS = 1_000;

/** Makes webhook calls as they fall due, until the signal says stop. */
export async function keepDelivering(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  while (!signal.aborted) {
    let made = 0;
    try {
      made = await deliverCalls(clock);
    } catch (error) {
      const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
      log().error({ fault }, "no webhook call could be made; it will be tried again");
    }
    if (made === 0) await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
