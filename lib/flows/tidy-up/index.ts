import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { sessionMaxAgeSeconds } from "@/lib/auth/session-token";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { db, sqlState } from "@/lib/db";
import { sweepCodes } from "@/lib/email-codes";
import { tellExpiredInvitations } from "@/lib/identity";
import { forgetDeliveries } from "@/lib/redemptions";
import { sweepUploads } from "@/lib/simulations";
import { dropCounters, pruneHistory } from "../prepare-history";
import { deleteActionsBefore } from "../serve-at-counter";
import { anchorHeads } from "./anchor-heads";
import { deleteIdempotencyBefore, deleteOutboxBelow, deleteSessionsBefore } from "./sql";
import { sweepImages } from "./sweep-images";
import { sweepStrayUploads } from "./sweep-stray-uploads";

const KEPT_MS = 24 * 60 * 60_000;
/** Questions about a delivery come within some weeks; afterwards nobody needs to know where it went. */
const DELIVERIES_KEPT_MS = 90 * 24 * 60 * 60_000;
const EVERY_MS = 10 * 60_000;
const ANCHOR_EVERY_MS = 60 * 60_000;
/** Going through the whole storage costs a store's listing. */
const STORAGE_EVERY_MS = 12 * 60 * 60_000;
const ROWS_AT_ONCE = 5_000;

/**
 * Deletes what is kept for a day only (announcements that everybody has read, answers kept for replay), what was done at
 * the counter on days before, and sessions of members that have run out.
 * @returns how many rows went
 */
export async function tidyUp(
  clock: Clock = systemClock,
): Promise<{ outbox: number; idempotency: number; sessions: number; counterActions: number }> {
  const now = clock.now().getTime();
  const before = new Date(now - KEPT_MS);
  const dayBefore = new Date(now - 2 * KEPT_MS);
  const runOut = new Date(now - sessionMaxAgeSeconds("member") * 1_000);
  return {
    outbox: await untilNoneIsLeft(() => deleteOutboxBelow(db(), lowestIdAt(before), ROWS_AT_ONCE)),
    idempotency: await untilNoneIsLeft(() => deleteIdempotencyBefore(db(), before, ROWS_AT_ONCE)),
    sessions: await untilNoneIsLeft(() => deleteSessionsBefore(db(), runOut, ROWS_AT_ONCE)),
    counterActions: await untilNoneIsLeft(() => deleteActionsBefore(db(), dayBefore, ROWS_AT_ONCE)),
  };
}

/** Forgets where redemptions went that ended three months ago. @returns how many */
export function forgetOldDeliveries(clock: Clock = systemClock): Promise<number> {
  return forgetDeliveries(db(), new Date(clock.now().getTime() - DELIVERIES_KEPT_MS));
}

/**
 * Tidies up now and then, removes pictures and uploads that came to nothing, tells of invitations that did, forgets history that no campaign asks for any more
 * or that no window reaches, and anchors the ledgers' heads every hour, until the signal says stop.
 */
export async function keepTidy(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  let anchoredAt = Number.NEGATIVE_INFINITY;
  let sweptAt = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    await guarded(() => tidyUp(clock));
    await guarded(() => sweepCodes(clock));
    await guarded(() => sweepUploads(clock.now()));
    await guarded(() => sweepStrayUploads(clock));
    await guarded(() => forgetOldDeliveries(clock));
    await guarded(() => tellExpiredInvitations(clock));
    await guarded(() => dropCounters(clock, signal));
    await guarded(() => pruneHistory(clock, signal));
    if (performance.now() - sweptAt >= STORAGE_EVERY_MS) {
      await guarded(() => sweepImages(clock.now()));
      sweptAt = performance.now();
    }
    if (performance.now() - anchoredAt >= ANCHOR_EVERY_MS) {
      await guarded(anchorHeads);
      anchoredAt = performance.now();
    }
    await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function guarded(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => {
    const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
    log().error({ fault }, "tidying up was interrupted and will be tried again");
  });
}

async function untilNoneIsLeft(deleteSome: () => Promise<number>): Promise<number> {
  let deleted = 0;
  for (;;) {
    const some = await deleteSome();
    deleted += some;
    if (some < ROWS_AT_ONCE) return deleted;
  }
}

/** The lowest UUIDv7 of a millisecond: its first 48 bits are the time (RFC 9562). */
function lowestIdAt(instant: Date): string {
  const time = instant.getTime().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
