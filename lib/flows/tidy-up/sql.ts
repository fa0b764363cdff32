import type { Tx } from "@/lib/db";

/** Deletes announcements with ids below a bound, program by program over the primary key. @returns how many */
export async function deleteOutboxBelow(tx: Tx, bound: string, limit: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM outbox USING (
      SELECT old.program_id, old.outbox_id
      FROM program
      CROSS JOIN LATERAL (
        SELECT program_id, outbox_id FROM outbox
        WHERE outbox.program_id = program.program_id AND outbox_id < ${bound}::uuid
        ORDER BY outbox_id
        LIMIT ${limit}
      ) AS old
      LIMIT ${limit}
    ) AS old
    WHERE outbox.program_id = old.program_id AND outbox.outbox_id = old.outbox_id`;
}

/** Deletes answers kept for replay that were given before an instant. @returns how many */
export async function deleteIdempotencyBefore(tx: Tx, instant: Date, limit: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM idempotency USING (
      SELECT program_id, caller, key FROM idempotency
      WHERE created_at < ${instant.toISOString()}::timestamptz
      ORDER BY created_at
      LIMIT ${limit}
    ) AS old
    WHERE idempotency.program_id = old.program_id AND idempotency.caller = old.caller
      AND idempotency.key = old.key AND idempotency.created_at < ${instant.toISOString()}::timestamptz`;
}

/** Deletes sessions of members that began before an instant, and so have run out. @returns how many */
export async function deleteSessionsBefore(tx: Tx, instant: Date, limit: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM member_session USING (
      SELECT program_id, session_id FROM member_session
      WHERE started_at < ${instant.toISOString()}::timestamptz
      ORDER BY started_at
      LIMIT ${limit}
    ) AS old
    WHERE member_session.program_id = old.program_id AND member_session.session_id = old.session_id`;
}
