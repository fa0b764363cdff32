import { Prisma, type Tx } from "@/lib/db";
import type { EventStatus, StoredEvent } from "./schema";

/** An event about to be stored. */
export type EventRow = {
  eventId: string;
  source: string;
  externalId: string;
  type: string;
  memberId: string;
  lane: number;
  occurredAt: Date;
  receivedAt: Date;
  /** JSON */
  payload: string;
  /** SHA-256 in hex */
  payloadHash: string;
};

/**
 * Stores events and queues them for posting, in one statement; an event whose id is known is left out.
 * @returns the ids of those that were stored
 */
export async function insertEvents(tx: Tx, programId: string, rows: EventRow[]): Promise<Set<string>> {
  const [first] = rows;
  if (first === undefined) return new Set();
  // Two batches that share ids meet them in the same order, so neither waits for the other for ever.
  const ordered = [...rows].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const inserted = await tx.$queryRaw<{ eventId: string }[]>`
    WITH item AS (
      SELECT * FROM unnest(
        ${ordered.map((row) => row.eventId)}::uuid[], ${ordered.map((row) => row.source)}::text[],
        ${ordered.map((row) => row.externalId)}::text[], ${ordered.map((row) => row.type)}::text[],
        ${ordered.map((row) => row.memberId)}::uuid[], ${ordered.map((row) => row.lane)}::smallint[],
        ${ordered.map((row) => row.occurredAt.toISOString())}::timestamptz[],
        ${ordered.map((row) => row.payload)}::text[], ${ordered.map((row) => row.payloadHash)}::text[]
      ) AS item (event_id, source, external_id, type, member_id, lane, occurred_at, payload, payload_hash)
    ), stored AS (
      INSERT INTO event (program_id, event_id, source, external_id, type, member_id, occurred_at, received_at,
                         payload, payload_hash)
      SELECT ${programId}::uuid, event_id, source, external_id, type, member_id, occurred_at,
             ${first.receivedAt.toISOString()}::timestamptz, payload::jsonb, decode(payload_hash, 'hex')
      FROM item
      ON CONFLICT (program_id, source, external_id) DO NOTHING
      RETURNING event_id
    ), queued AS (
      INSERT INTO queue (program_id, lane, event_id)
      SELECT ${programId}::uuid, item.lane, event_id FROM item JOIN stored USING (event_id)
    )
    SELECT event_id AS "eventId" FROM stored`;
  return new Set(inserted.map((row) => row.eventId));
}

function keyOf(row: { source: string; externalId: string }): string {
  return `${row.source}\n${row.externalId}`;
}

type KnownEvent = { source: string; externalId: string; eventId: string; payloadHash: string };

/** Events by the sender's id, keyed `source\nexternalId`. */
export async function findEventsByExternalId(
  tx: Tx,
  programId: string,
  keys: { source: string; externalId: string }[],
): Promise<Map<string, KnownEvent>> {
  const rows = await tx.$queryRaw<KnownEvent[]>`
    SELECT wanted.source, wanted.external_id AS "externalId", found.event_id AS "eventId",
           encode(found.payload_hash, 'hex') AS "payloadHash"
    FROM unnest(${keys.map((key) => key.source)}::text[], ${keys.map((key) => key.externalId)}::text[])
           AS wanted (source, external_id)
    CROSS JOIN LATERAL (
      SELECT event_id, payload_hash FROM event
      WHERE program_id = ${programId}::uuid AND source = wanted.source AND external_id = wanted.external_id
      LIMIT 1
    ) AS found`;
  return new Map(rows.map((row) => [keyOf(row), row]));
}
