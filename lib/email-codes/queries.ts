import "server-only";
import type { Clock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { MAX_SENDS, RESEND_PAUSE_SECONDS } from "./code-rules";
import type { PendingCode } from "./schema";

/** What somebody asked for with this handle and has not used; null where there is nothing of the kind. */
export async function readPendingCode(programId: string, codeId: string): Promise<PendingCode | null> {
  const row = await db().emailCode.findUnique({ where: { programId_codeId: { programId, codeId } } });
  if (row === null || row.usedAt !== null) return null;
  const resendAt = new Date(row.lastSentAt.getTime() + RESEND_PAUSE_SECONDS * 1_000);
  return {
    codeId,
    purpose: row.purpose,
    email: row.email,
    expiresAt: row.expiresAt.toISOString(),
    resendAt: row.sentTimes < MAX_SENDS ? resendAt.toISOString() : null,
  };
}

const KEPT_MS = 24 * 60 * 60_000;

/** Forgets codes that have been over for a day. @returns how many */
export async function sweepCodes(clock: Clock): Promise<number> {
  const before = new Date(clock.now().getTime() - KEPT_MS);
  const { count } = await db().emailCode.deleteMany({ where: { expiresAt: { lt: before } } });
  return count;
}
