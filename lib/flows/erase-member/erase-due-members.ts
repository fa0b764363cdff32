import "server-only";
import { log } from "@/lib/config/log";
import { type Clock, systemClock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { db, sqlState } from "@/lib/db";
import { findDueErasure } from "@/lib/privacy";
import { advanceErasure, putOff } from "./advance-erasure";

const SWEEP_AFTER_MS = 60 * 60_000;

/**
 * Carries out erasures that are due, the oldest first. One that cannot go on waits, and keeps the others from nothing.
 * @returns how many steps were taken, and how many were put off
 */
export async function eraseDueMembers({
  clock = systemClock,
  programId,
  signal,
}: {
  clock?: Clock;
  /** Of this program only. */
  programId?: string;
  signal?: AbortSignal;
} = {}): Promise<{ done: number; putOff: number }> {
  const report = { done: 0, putOff: 0 };
  while (!signal?.aborted) {
    const now = clock.now();
    const due = await findDueErasure(db(), now, new Date(now.getTime() - SWEEP_AFTER_MS), programId ?? null);
    if (due === null) break;
    try {
      await advanceErasure(due, clock);
      report.done += 1;
    } catch (error) {
      report.putOff += 1;
      if (due.state === "erased") throw error;
      // What an error says may have words of the member: its kind is enough.
      const fault =
        error instanceof AppError
          ? error.code
          : (sqlState(error) ?? (error instanceof Error ? error.name : "unknown"));
      if (!(error instanceof AppError)) log().error({ fault, erasureId: due.erasureId }, "an erasure failed");
      await putOff(due, clock, fault);
    }
  }
  return report;
}
