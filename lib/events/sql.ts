import {
  driver,
  insertRows,
  isUniqueViolation,
  jsonTexts,
  Prisma,
  type SqlTx,
  type Tx,
  withDriverTx,
} from "@/lib/db";
import { enqueue, QUEUED_EVENTS } from "./queue-sql";
import type { EventStatus } from "./schema";

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
 * @param fate `post` leaves them out of the queue: whoever stores them posts them in the same transaction
 * @returns the ids of those that were left out
 */
export async function insertEvents(
  tx: SqlTx,
  programId: string,
  rows: readonly EventRow[],
  fate: "queue" | "post" = "queue",
): Promise<Set<string>> {
  const [first] = rows;
  if (first === undefined) return new Set();
  // Two batches that share ids meet them in the same order, so neither waits for the other for ever.
  const ordered = [...rows].sort(bySenderId);
  const leftOut = await tx.$queryRaw<{ eventId: string }[]>`
    WITH item AS (
      SELECT * FROM unnest(
        ${ordered.map((row) => row.eventId)}::uuid[], ${ordered.map((row) => row.source)}::text[],
        ${ordered.map((row) => row.externalId)}::text[], ${ordered.map((row) => row.type)}::text[],
        ${ordered.map((row) => row.memberId)}::uuid[], ${ordered.map((row) => row.lane)}::smallint[],
        ${ordered.map((row) => row.occurredAt.toISOString())}::timestamptz[],
        ${jsonTexts(ordered.map((row) => row.payload))}, ${ordered.map((row) => row.payloadHash)}::text[]
      ) AS item (event_id, source, external_id, type, member_id, lane, occurred_at, payload, payload_hash)
    ), stored AS (
      INSERT INTO event (program_id, event_id, source, external_id, type, member_id, occurred_at, received_at,
                         payload, payload_hash)
      SELECT ${programId}::uuid, event_id, source, external_id, type, member_id, occurred_at,
             ${first.receivedAt.toISOString()}::timestamptz, payload::json, decode(payload_hash, 'hex')
      FROM item
      ON CONFLICT (program_id, source, external_id) DO NOTHING
      RETURNING event_id
    )${
      fate === "post"
        ? Prisma.empty
        : Prisma.sql`, queued AS (
      INSERT INTO queue (program_id, lane, event_id)
      SELECT ${programId}::uuid, item.lane, event_id FROM item JOIN stored USING (event_id)
    )`
    }
    SELECT event_id AS "eventId" FROM item WHERE event_id NOT IN (SELECT event_id FROM stored)`;
  return new Set(leftOut.map((row) => row.eventId));
}

/**
 * The same for events that are new as a rule, in a transaction of its own: by COPY, which costs about two thirds. Only
 * when one of them turns out to be known are they stored the other way.
 * @returns the ids of those that were left out
 */
export async function insertNewEvents(programId: string, rows: EventRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const ordered = [...rows].sort(bySenderId);
  try {
    await withDriverTx(async (tx) => {
      await insertRows(
        tx,
        "event",
        [
          { name: "program_id", type: "uuid", of: () => programId },
          { name: "event_id", type: "uuid", of: (row) => row.eventId },
          { name: "source", type: "text", of: (row) => row.source },
          { name: "external_id", type: "text", of: (row) => row.externalId },
          { name: "type", type: "text", of: (row) => row.type },
          { name: "member_id", type: "uuid", of: (row) => row.memberId },
          { name: "occurred_at", type: "timestamptz", of: (row) => row.occurredAt },
          { name: "received_at", type: "timestamptz", of: (row) => row.receivedAt },
          { name: "payload", type: "json", of: (row) => row.payload },
          { name: "payload_hash", type: "bytea", of: (row) => Buffer.from(row.payloadHash, "hex") },
        ],
        ordered,
      );
      await enqueue(tx, programId, ordered);
    });
    return new Set();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return insertEvents(driver(), programId, rows);
  }
}

type SenderId = { source: string; externalId: string };

function keyOf({ source, externalId }: SenderId): string {
  return `${source}\n${externalId}`;
}

function bySenderId(one: SenderId, other: SenderId): number {
  if (one.externalId !== other.externalId) return one.externalId < other.externalId ? -1 : 1;
  if (one.source === other.source) return 0;
  return one.source < other.source ? -1 : 1;
}

type KnownEvent = SenderId & { eventId: string; payloadHash: string };

/** Events by the sender's id, keyed `source\nexternalId`. */
export async function findEventsByExternalId(
  tx: SqlTx,
  programId: string,
  keys: SenderId[],
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

export type DeadLetterRow = { eventId: string; attempts: number; code: string; message: string };

/** Sets events aside that could not be posted, with what was wrong. */
export async function insertDeadLetters(
  tx: SqlTx,
  programId: string,
  lane: number,
  rows: readonly DeadLetterRow[],
  failedAt: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO dead_letter (program_id, event_id, lane, attempts, code, message, failed_at)
    SELECT ${programId}::uuid, event_id, ${lane}::smallint, attempts, code, message, ${failedAt.toISOString()}::timestamptz
    FROM unnest(
      ${rows.map((row) => row.eventId)}::uuid[], ${rows.map((row) => row.attempts)}::smallint[],
      ${rows.map((row) => row.code)}::text[], ${rows.map((row) => row.message)}::text[]
    ) AS item (event_id, attempts, code, message)`;
}

/**
 * Puts dead letters back into their lanes' queues, oldest first.
 * @param eventIds which; null for all, at most `limit` at once
 * @returns the ids of the events that wait again
 */
export async function requeueDeadLetters(
  tx: Tx,
  programId: string,
  eventIds: readonly string[] | null,
  limit: number,
): Promise<string[]> {
  const wanted = eventIds === null ? Prisma.sql`TRUE` : Prisma.sql`event_id = ANY (${[...eventIds]}::uuid[])`;
  const rows = await tx.$queryRaw<{ eventId: string }[]>`
    WITH taken AS (
      DELETE FROM dead_letter
      WHERE program_id = ${programId}::uuid AND event_id IN (
        SELECT event_id FROM dead_letter
        WHERE program_id = ${programId}::uuid AND ${wanted}
          -- What is left of the events of members who have left says too little to be posted.
          AND NOT EXISTS (
            SELECT FROM event
            JOIN member ON member.program_id = ${programId}::uuid AND member.member_id = event.member_id
            WHERE event.program_id = ${programId}::uuid AND event.event_id = dead_letter.event_id
              AND member.status = 'closed')
        ORDER BY event_id
        LIMIT ${limit}
        FOR UPDATE)
      RETURNING event_id, lane, attempts
    )
    INSERT INTO queue (program_id, lane, event_id, attempts)
    SELECT ${programId}::uuid, lane, event_id, attempts FROM taken
    RETURNING event_id AS "eventId"`;
  return rows.map((row) => row.eventId);
}

export type EventListRow = {
  eventId: string;
  externalId: string;
  source: string;
  type: string;
  memberId: string;
  memberName: string | null;
  occurredAt: Date;
  receivedAt: Date;
  status: EventStatus;
  points: bigint | null;
  errorCode: string | null;
};

/** Where each status keeps its events, so that a list of one status walks an index in order. */
const SOURCES: Record<EventStatus | "all", Prisma.Sql> = {
  all: Prisma.sql`event AS place`,
  queued: Prisma.sql`${QUEUED_EVENTS} AS place`,
  posted: Prisma.sql`(SELECT program_id, cause_id AS event_id FROM decision) AS place`,
  dead: Prisma.sql`dead_letter AS place`,
};

/** Events of a program, newest arrival first, after a cursor. */
export async function listEventRows(
  tx: Tx,
  programId: string,
  filter: {
    status: EventStatus | null;
    type: string | null;
    memberId: string | null;
    externalId: string | null;
    eventId: string | null;
    before: string | null;
    limit: number;
  },
): Promise<EventListRow[]> {
  const { status, type, memberId, externalId, eventId, before, limit } = filter;
  // A member's own events have an index; so the status is checked on them, not the other way round.
  const place = memberId === null ? SOURCES[status ?? "all"] : SOURCES.all;
  const conditions = [Prisma.sql`place.program_id = ${programId}::uuid`];
  if (before !== null) conditions.push(Prisma.sql`place.event_id < ${before}::uuid`);
  if (memberId !== null) conditions.push(Prisma.sql`event.member_id = ${memberId}::uuid`);
  if (type !== null) conditions.push(Prisma.sql`event.type = ${type}`);
  if (eventId !== null) conditions.push(Prisma.sql`place.event_id = ${eventId}::uuid`);
  if (externalId !== null) {
    conditions.push(Prisma.sql`place.event_id IN (
      SELECT event_id FROM event WHERE program_id = ${programId}::uuid AND external_id = ${externalId})`);
  }
  if (status !== null) conditions.push(Prisma.sql`state.status = ${status}`);
  return tx.$queryRaw<EventListRow[]>`
    SELECT event.event_id AS "eventId", event.external_id AS "externalId", event.source, event.type,
           event.member_id AS "memberId", member.name AS "memberName", event.occurred_at AS "occurredAt",
           event.received_at AS "receivedAt", state.status, state.points, state.code AS "errorCode"
    FROM ${place}
    JOIN event ON event.program_id = place.program_id AND event.event_id = place.event_id
    LEFT JOIN member ON member.program_id = event.program_id AND member.member_id = event.member_id
    CROSS JOIN LATERAL (${stateOf(programId)}) AS state
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY place.event_id DESC
    LIMIT ${limit}`;
}

/** Exactly one of posted, dead and queued holds of an event. */
function stateOf(programId: string): Prisma.Sql {
  return Prisma.sql`
      SELECT 'posted' AS status, points, NULL::text AS code FROM decision
      WHERE program_id = ${programId}::uuid AND cause_id = event.event_id
      UNION ALL
      SELECT 'dead', NULL, code FROM dead_letter
      WHERE program_id = ${programId}::uuid AND event_id = event.event_id
      UNION ALL
      SELECT 'queued', NULL, NULL
      WHERE NOT EXISTS (SELECT FROM decision
                        WHERE program_id = ${programId}::uuid AND cause_id = event.event_id)
        AND NOT EXISTS (SELECT FROM dead_letter
                        WHERE program_id = ${programId}::uuid AND event_id = event.event_id)`;
}
