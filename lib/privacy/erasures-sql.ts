import type { Tx } from "@/lib/db";
import { type ErasureState, WAIT_CODES } from "./schema";

/** An erasure that there is something to do for. */
export type DueErasure = {
  programId: string;
  erasureId: string;
  memberId: string;
  state: Extract<ErasureState, "waiting" | "closing" | "erased">;
  attempts: number;
};

/**
 * The erasure that has been due for longest, of any program, or of one; those that failed wait for their turn, or for the
 * order that they wait for. An erased
 * member is looked at once more, after a while.
 */
export async function findDueErasure(
  tx: Tx,
  now: Date,
  sweepBefore: Date,
  programId: string | null,
): Promise<DueErasure | null> {
  const [found] = await tx.$queryRaw<DueErasure[]>`
    SELECT program_id AS "programId", erasure_id AS "erasureId", member_id AS "memberId", state::text AS state, attempts
    FROM erasure
    WHERE (${programId}::uuid IS NULL OR program_id = ${programId}::uuid)
      AND (state IN ('waiting', 'closing') AND due_at <= ${now.toISOString()}::timestamptz
           AND (coalesce(retry_at, due_at) <= ${now.toISOString()}::timestamptz
                -- Whoever waits for an order goes on as soon as it ends.
                OR error = ${WAIT_CODES.order} AND NOT EXISTS (
                  SELECT FROM redemption
                  WHERE redemption.program_id = erasure.program_id AND redemption.member_id = erasure.member_id
                    AND redemption.state IN ('requested', 'reserved')))
           OR state = 'erased' AND swept_at IS NULL AND finished_at <= ${sweepBefore.toISOString()}::timestamptz)
    ORDER BY coalesce(retry_at, due_at), erasure_id
    LIMIT 1`;
  return found ?? null;
}

/** Keeps others away from an erasure for as long as the transaction lasts. @returns its state, null: somebody has it */
export async function lockErasure(
  tx: Tx,
  { programId, erasureId }: Pick<DueErasure, "programId" | "erasureId">,
): Promise<ErasureState | null> {
  const [row] = await tx.$queryRaw<{ state: ErasureState }[]>`
    SELECT state::text AS state FROM erasure
    WHERE program_id = ${programId}::uuid AND erasure_id = ${erasureId}::uuid
    FOR UPDATE SKIP LOCKED`;
  return row?.state ?? null;
}

/** Events of a member, or on their way to them, that are not posted yet. */
export async function countUnposted(tx: Tx, programId: string, memberId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ events: bigint }[]>`
    SELECT count(*) AS events FROM event
    JOIN queue ON queue.program_id = ${programId}::uuid AND event.event_id = ANY (queue.event_id || queue.others)
    WHERE event.program_id = ${programId}::uuid AND event.member_id = ${memberId}::uuid`;
  return Number(row?.events ?? 0);
}
