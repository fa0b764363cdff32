import type { Tx } from "@/lib/db";

/** A mail that has been taken to be sent. */
export type TakenMail = {
  programId: string;
  mailId: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  secret: boolean;
  usefulUntil: Date | null;
  /** This one included. */
  attempts: number;
};

/** Takes mails that are due, those that have waited longest first, for as long as the lease. */
export async function takeDueMails(tx: Tx, now: Date, leaseUntil: Date, limit: number): Promise<TakenMail[]> {
  return tx.$queryRaw<TakenMail[]>`
    UPDATE mail SET attempts = mail.attempts + 1, last_attempt_at = ${now.toISOString()}::timestamptz,
                    next_attempt_at = ${leaseUntil.toISOString()}::timestamptz
    FROM (
      SELECT program_id, mail_id FROM mail
      WHERE state = 'waiting' AND next_attempt_at <= ${now.toISOString()}::timestamptz
      ORDER BY next_attempt_at
      LIMIT ${limit}
      FOR NO KEY UPDATE SKIP LOCKED
    ) AS due
    WHERE mail.program_id = due.program_id AND mail.mail_id = due.mail_id
    RETURNING mail.program_id AS "programId", mail.mail_id AS "mailId", mail.recipient, mail.subject, mail.text,
              mail.html, mail.secret, mail.useful_until AS "usefulUntil", mail.attempts`;
}

export type MailOutcome = {
  state: "waiting" | "sent" | "failed";
  error: string | null;
  nextAttemptAt: Date | null;
};

/**
 * Notes how an attempt ended. A secret goes with the mail that carried it. One that was erased meanwhile stays so.
 */
export async function noteOutcome(
  tx: Tx,
  { programId, mailId }: Pick<TakenMail, "programId" | "mailId">,
  { state, error, nextAttemptAt }: MailOutcome,
  now: Date,
): Promise<void> {
  const isOver = state !== "waiting";
  await tx.$executeRaw`
    UPDATE mail SET state = ${state}::mail_state, last_error = ${error},
      next_attempt_at = ${nextAttemptAt?.toISOString() ?? null}::timestamptz,
      closed_at = ${isOver ? now.toISOString() : null}::timestamptz,
      recipient = CASE WHEN ${isOver} AND secret THEN NULL ELSE recipient END,
      subject = CASE WHEN ${isOver} AND secret THEN NULL ELSE subject END,
      text = CASE WHEN ${isOver} AND secret THEN NULL ELSE text END,
      html = CASE WHEN ${isOver} AND secret THEN NULL ELSE html END
    WHERE program_id = ${programId}::uuid AND mail_id = ${mailId}::uuid AND state = 'waiting'`;
}

/** Makes a mail that failed or was kept due now, while its content is there. @returns false where it is not such a mail */
export async function reopenMail(tx: Tx, programId: string, mailId: string, now: Date): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE mail SET state = 'waiting', attempts = 0, next_attempt_at = ${now.toISOString()}::timestamptz,
                    closed_at = NULL, useful_until = NULL
    WHERE program_id = ${programId}::uuid AND mail_id = ${mailId}::uuid AND state IN ('failed', 'kept')
      AND recipient IS NOT NULL AND NOT secret`;
  return changed > 0;
}

/** Removes the content of mails that were over before an instant. @returns how many */
export async function removeContentBefore(tx: Tx, instant: Date, limit: number): Promise<number> {
  return tx.$executeRaw`
    UPDATE mail SET recipient = NULL, subject = NULL, text = NULL, html = NULL
    FROM (
      SELECT program_id, mail_id FROM mail
      WHERE recipient IS NOT NULL AND state <> 'waiting' AND closed_at < ${instant.toISOString()}::timestamptz
      ORDER BY closed_at
      LIMIT ${limit}
      FOR NO KEY UPDATE SKIP LOCKED
    ) AS old
    WHERE mail.program_id = old.program_id AND mail.mail_id = old.mail_id`;
}

/** Removes the content of what was sent to a member or an address, and ends what waits. @returns how many */
export async function eraseContent(
  tx: Tx,
  programId: string,
  { memberId, email }: { memberId: string | null; email: string | null },
  now: Date,
): Promise<number> {
  return tx.$executeRaw`
    UPDATE mail SET recipient = NULL, subject = NULL, text = NULL, html = NULL, last_error = NULL,
      state = CASE WHEN state = 'waiting' THEN 'failed'::mail_state ELSE state END,
      next_attempt_at = NULL, closed_at = COALESCE(closed_at, ${now.toISOString()}::timestamptz)
    WHERE program_id = ${programId}::uuid AND (member_id = ${memberId}::uuid OR recipient = ${email})
      AND recipient IS NOT NULL`;
}
