import type { SqlTx } from "@/lib/db";
import type { StoredEvent } from "@/lib/events";
import { type DecisionOutcome, readOutcome } from "@/lib/wallet";

/** A posted purchase or custom event as its reversal, or that of one of its returns, sees it. */
export type Earning = {
  eventId: string;
  /** `purchase` or `custom:<name>` */
  type: string;
  occurredAt: Date;
  payload: StoredEvent;
  outcome: DecisionOutcome;
  /** What has come back, by line. */
  returned: Map<number, { quantityMilli: number; points: number }>;
  isReversed: boolean;
};

type EarningRow = {
  type: string;
  occurredAt: Date;
  payload: StoredEvent;
  outcome: unknown;
  returned: [line: number, quantityMilli: number, points: number][] | null;
  isReversed: boolean;
};

export async function readEarning(tx: SqlTx, programId: string, eventId: string): Promise<Earning | null> {
  const [row] = await tx.$queryRaw<EarningRow[]>`
    SELECT event.type, event.occurred_at AS "occurredAt", event.payload, decision.outcome, returned.lines AS returned,
           EXISTS (SELECT FROM reversed_entry
                   WHERE program_id = ${programId}::uuid AND cause_id = ${eventId}::uuid) AS "isReversed"
    FROM event
    JOIN decision ON decision.program_id = event.program_id AND decision.cause_id = event.event_id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_array(line_no, quantity_milli, points)) AS lines FROM returned_line
      WHERE program_id = ${programId}::uuid AND event_id = ${eventId}::uuid
    ) AS returned ON TRUE
    WHERE event.program_id = ${programId}::uuid AND event.event_id = ${eventId}::uuid`;
  if (row === undefined) return null;
  return {
    eventId,
    type: row.type,
    occurredAt: row.occurredAt,
    payload: row.payload,
    outcome: await readOutcome({ programId, tx }, row.outcome),
    returned: new Map(
      (row.returned ?? []).map(([line, quantityMilli, points]) => [line, { quantityMilli, points }]),
    ),
    isReversed: row.isReversed,
  };
}

/** The two ends of a transfer between members; null where the cause is none. */
export async function readTransferEnds(
  tx: SqlTx,
  programId: string,
  transferId: string,
): Promise<{ arrivalId: string; recipientId: string; recipientLane: number } | null> {
  const [row] = await tx.$queryRaw<{ arrivalId: string; recipientId: string; recipientLane: number }[]>`
    SELECT points_transfer.arrival_id AS "arrivalId", member.member_id AS "recipientId",
           member.lane AS "recipientLane"
    FROM points_transfer
    JOIN member ON member.program_id = points_transfer.program_id
      AND member.member_id = points_transfer.to_member
    WHERE points_transfer.program_id = ${programId}::uuid
      AND points_transfer.transfer_id = ${transferId}::uuid`;
  return row ?? null;
}

export async function isDissolvedPool(tx: SqlTx, programId: string, partyId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT FROM pool
    WHERE program_id = ${programId}::uuid AND pool_id = ${partyId}::uuid AND state = 'dissolved'`;
  return rows.length > 0;
}
