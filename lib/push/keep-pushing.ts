import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { env } from "@/lib/config/env";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { db, sqlState } from "@/lib/db";
import { deliverPushes } from "./deliver-pushes";
import { vapidKeys } from "./keys";
import { queueExpiringPoints, queuePushes } from "./queue-pushes";
import { deletePushesBefore } from "./sql";

const EVERY_MS = 3_000;
const EXPIRING_EVERY_MS = 30 * 60_000;
/** Kept for a while, so that the same is not told twice, and so that members can see what they were told. */
const KEPT_MS = 30 * 24 * 60 * 60_000;
const ROWS_AT_ONCE = 5_000;

/** Tells members what happened while the wallet was closed, until the signal says stop; nothing without keys. */
export async function keepPushing(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  const keys = vapidKeys();
  if (keys === null) return;
  let lookedAt = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    try {
      await queuePushes(clock);
      if (performance.now() - lookedAt >= EXPIRING_EVERY_MS) {
        await queueExpiringPoints(clock);
        await deletePushesBefore(db(), new Date(clock.now().getTime() - KEPT_MS), ROWS_AT_ONCE);
        lookedAt = performance.now();
      }
      await deliverPushes(clock, keys, { allowPrivate: env().WEBHOOKS_ALLOW_PRIVATE });
    } catch (error) {
      const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
      log().error({ fault }, "nothing could be pushed; it will be tried again");
    }
    await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
