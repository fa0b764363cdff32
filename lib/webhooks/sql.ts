import type { Tx } from "@/lib/db";

/** A call that has been taken to be made, with what it is signed with. */
export type TakenCall = {
  programId: string;
  callId: string;
  url: string;
  body: string;
  /** This one included. */
  attempts: number;
};

/**
 * Takes calls that are due, those that have waited longest first, for as long as the lease: should this process die,
 * they are due again then.
 */
export async function takeDueCalls(tx: Tx, now: Date, leaseUntil: Date, limit: number): Promise<TakenCall[]> {
  return tx.$queryRaw<TakenCall[]>`
    UPDATE webhook_call AS call SET attempts = call.attempts + 1, last_attempt_at = ${now.toISOString()}::timestamptz,
                                    next_attempt_at = ${leaseUntil.toISOString()}::timestamptz
    FROM (
      SELECT program_id, call_id FROM webhook_call
      WHERE state = 'waiting' AND next_attempt_at <= ${now.toISOString()}::timestamptz
      ORDER BY next_attempt_at
      LIMIT ${limit}
      FOR NO KEY UPDATE SKIP LOCKED
    ) AS due
    WHERE call.program_id = due.program_id AND call.call_id = due.call_id
    RETURNING call.program_id AS "programId", call.call_id AS "callId", call.url, call.body, call.attempts`;
}

export type CallOutcome = {
  state: "waiting" | "delivered" | "failed";
  status: number | null;
  error: string | null;
  nextAttemptAt: Date | null;
};

/** Notes how a call ended; one that was withdrawn meanwhile stays so. */
export async function noteOutcome(
  tx: Tx,
  { programId, callId }: Pick<TakenCall, "programId" | "callId">,
  { state, status, error, nextAttemptAt }: CallOutcome,
  now: Date,
): Promise<void> {
  const closedAt = state === "waiting" ? null : now.toISOString();
  await tx.$executeRaw`
    UPDATE webhook_call SET state = ${state}::webhook_call_state, last_status = ${status}::smallint,
      last_error = ${error}, next_attempt_at = ${nextAttemptAt?.toISOString() ?? null}::timestamptz,
      closed_at = ${closedAt}::timestamptz
    WHERE program_id = ${programId}::uuid AND call_id = ${callId}::uuid AND state = 'waiting'`;
}

/** Makes a failed call due now, with all its attempts before it. @returns false where it has not failed */
export async function reopenCall(tx: Tx, programId: string, callId: string, now: Date): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE webhook_call SET state = 'waiting', attempts = 0, next_attempt_at = ${now.toISOString()}::timestamptz,
                            closed_at = NULL
    WHERE program_id = ${programId}::uuid AND call_id = ${callId}::uuid AND state = 'failed'`;
  return changed > 0;
}
