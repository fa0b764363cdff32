import { type Columns, Prisma, rowsOf, type SqlTx } from "@/lib/db";
import type { StoredEvent } from "./schema";

/**
 * The queue of a lane: rows of up to a hundred events that came together, in order of each row's first event. What is
 * queued and taken by the thousand costs a few rows that way, and leaves few dead ones at the head of the queue.
 * Anybody may add rows; whoever takes or splits them holds the lane.
 */

/** A row of this many ids is still kept in its page as it is. */
const EVENTS_A_ROW = 100;

/** Whatever waits in `queue`, by event: for FROM, where the rows of the queue do not matter. */
export const QUEUED_EVENTS = Prisma.sql`(
  SELECT program_id, lane, unnest(event_id || others) AS event_id FROM queue)`;

/** Queues stored events for posting. */
export async function enqueue(
  tx: SqlTx,
  programId: string,
  events: readonly { lane: number; eventId: string }[],
): Promise<void> {
  const lanes = new Map<number, string[]>();
  for (const { lane, eventId } of events) {
    const ids = lanes.get(lane);
    if (ids) ids.push(eventId);
    else lanes.set(lane, [eventId]);
  }
  const rows = [...lanes].flatMap(([lane, ids]) => inRows(ids.sort()).map((own) => ({ lane, own })));
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO queue (program_id, lane, event_id, others)
    SELECT ${programId}::uuid, lane, event_id, others::uuid[]
    FROM unnest(
      ${rows.map(({ lane }) => lane)}::smallint[], ${rows.map(({ own: [first] }) => first)}::uuid[],
      ${rows.map(({ own: [, ...others] }) => `{${others.join(",")}}`)}::text[]
    ) AS item (lane, event_id, others)`;
}

function inRows(ids: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (let start = 0; start < ids.length; start += EVENTS_A_ROW) {
    rows.push(ids.slice(start, start + EVENTS_A_ROW));
  }
  return rows;
}

/** An event taken from the queue to be posted. */
export type ClaimedEvent = {
  eventId: string;
  memberId: string;
  type: string;
  occurredAt: Date;
  payload: StoredEvent;
  /** How often posting it has failed. */
  attempts: number;
};

type QueueRow = { eventId: string; others: string[]; attempts: number };

/** Rows to look at first: with batches there are plenty of events in them. */
const FEW_ROWS = 32;

/**
 * Takes the oldest events out of a lane's queue; the caller holds the lane's lock and posts them in the same
 * transaction. Events that commit late with a lower id simply come with the next slice. A row of which only some are
 * taken stays with the others.
 */
export async function claimQueued(
  tx: SqlTx,
  programId: string,
  lane: number,
  limit: number,
): Promise<ClaimedEvent[]> {
  const few = Math.min(FEW_ROWS, limit);
  let rows = await oldestRows(tx, programId, lane, few);
  if (rows.length === few && sizeOf(rows) < limit) rows = await oldestRows(tx, programId, lane, limit);
  const attempts = new Map<string, number>();
  const gone: string[] = [];
  let rest: QueueRow | null = null;
  for (const row of rows) {
    if (attempts.size === limit) break;
    gone.push(row.eventId);
    const ids = [row.eventId, ...row.others];
    const taken = ids.slice(0, limit - attempts.size);
    for (const eventId of taken) attempts.set(eventId, row.attempts);
    const [eventId, ...others] = ids.slice(taken.length);
    if (eventId !== undefined) rest = { eventId, others, attempts: row.attempts };
  }
  if (attempts.size === 0) return [];
  const [columns] = await tx.$queryRaw<[Columns<EventRow>]>`
    WITH taken AS (
      DELETE FROM queue
      WHERE program_id = ${programId}::uuid AND lane = ${lane}::smallint AND event_id = ANY (${gone}::uuid[])
    )${
      rest === null
        ? Prisma.empty
        : Prisma.sql`, rest AS (
      INSERT INTO queue (program_id, lane, event_id, others, attempts)
      VALUES (${programId}::uuid, ${lane}::smallint, ${rest.eventId}::uuid, ${rest.others}::uuid[], ${rest.attempts}::smallint)
    )`
    }
    SELECT json_agg(wanted.event_id) AS "eventId", json_agg(event.member_id) AS "memberId",
           json_agg(event.type) AS type, json_agg(event.occurred_at) AS "occurredAt", json_agg(event.payload) AS payload
    FROM unnest(${[...attempts.keys()].sort()}::uuid[]) AS wanted (event_id)
    CROSS JOIN LATERAL (
      SELECT member_id, type, occurred_at, payload FROM event
      WHERE program_id = ${programId}::uuid AND event_id = wanted.event_id
      LIMIT 1
    ) AS event`;
  return claimedOf(rowsOf(columns), attempts);
}

type EventRow = Omit<ClaimedEvent, "attempts" | "occurredAt"> & { occurredAt: string };

/** What was read of the events, in the order of their ids: that in which they came. */
function claimedOf(rows: readonly EventRow[], attempts: ReadonlyMap<string, number>): ClaimedEvent[] {
  return rows
    .map(({ eventId, memberId, type, occurredAt, payload }) => ({
      eventId,
      memberId,
      type,
      occurredAt: new Date(occurredAt),
      payload,
      attempts: attempts.get(eventId) ?? 0,
    }))
    .sort((one, other) => (one.eventId < other.eventId ? -1 : 1));
}

function oldestRows(tx: SqlTx, programId: string, lane: number, limit: number): Promise<QueueRow[]> {
  return tx.$queryRaw<QueueRow[]>`
    SELECT event_id AS "eventId", others, attempts FROM queue
    WHERE program_id = ${programId}::uuid AND lane = ${lane}::smallint
    ORDER BY event_id
    LIMIT ${limit}`;
}

function sizeOf(rows: readonly QueueRow[]): number {
  return rows.reduce((sum, { others }) => sum + 1 + others.length, 0);
}

/**
 * Takes one event out of the queue for good, if it is the first of a row; the caller holds the lane's lock. The first
 * event of a slice always is, until somebody posts it.
 * @returns how often it had failed; null if it is gone
 */
export async function dropQueued(
  tx: SqlTx,
  { programId, lane, eventId }: { programId: string; lane: number; eventId: string },
): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ attempts: number }[]>`
    WITH gone AS (
      DELETE FROM queue
      WHERE program_id = ${programId}::uuid AND lane = ${lane}::smallint AND event_id = ${eventId}::uuid
      RETURNING others, attempts
    ), rest AS (
      INSERT INTO queue (program_id, lane, event_id, others, attempts)
      SELECT ${programId}::uuid, ${lane}::smallint, others[1], others[2:], attempts
      FROM gone WHERE cardinality(others) > 0
    )
    SELECT attempts FROM gone`;
  return row?.attempts ?? null;
}
