import type { Tx } from "@/lib/db";
import type { CodePurpose } from "./schema";

type CodeRow = {
  purpose: CodePurpose;
  email: string;
  memberId: string | null;
  codeHash: Uint8Array | null;
  request: unknown;
  locale: string;
  triesLeft: number;
};

/** Takes one of a code's tries. @returns null where it has none left, is too old or used, or is not there */
export async function takeTry(tx: Tx, programId: string, codeId: string, now: Date): Promise<CodeRow | null> {
  const [row] = await tx.$queryRaw<CodeRow[]>`
    UPDATE email_code SET tries_left = tries_left - 1
    WHERE program_id = ${programId}::uuid AND code_id = ${codeId}::uuid AND tries_left > 0 AND used_at IS NULL
      AND expires_at > ${now.toISOString()}::timestamptz
    RETURNING purpose::text AS purpose, email, member_id AS "memberId", code_hash AS "codeHash", request, locale,
              tries_left AS "triesLeft"`;
  return row ?? null;
}

type LockedCode = {
  purpose: CodePurpose;
  email: string;
  memberId: string | null;
  locale: string;
  sentTimes: number;
  lastSentAt: Date;
  usedAt: Date | null;
};

/** Locks a code, so that it is sent once at a time. */
export async function lockCode(tx: Tx, programId: string, codeId: string): Promise<LockedCode | null> {
  const [row] = await tx.$queryRaw<LockedCode[]>`
    SELECT purpose::text AS purpose, email, member_id AS "memberId", locale, sent_times AS "sentTimes",
           last_sent_at AS "lastSentAt", used_at AS "usedAt"
    FROM email_code
    WHERE program_id = ${programId}::uuid AND code_id = ${codeId}::uuid
    FOR NO KEY UPDATE`;
  return row ?? null;
}
