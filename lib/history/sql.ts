import type { HistoryRow, LaneCounters } from "@/lib/campaigns";
import { present } from "@/lib/core/assert";
import type { Day } from "@/lib/core/calendar";
import type { SqlTx } from "@/lib/db";

/** A row of a member's history as it is kept. */
export type KeptRow = HistoryRow & { memberId: string; counterNo: number };

/** What a batch needs to know of a counter of a member: days from one on, or none; and what there is for all time. */
export type HistoryNeed = { memberId: string; counterNo: number; since: Day | null; allTime: boolean };

type Row = Omit<KeptRow, "amountMinor" | "quantityMilli"> & { amountMinor: bigint; quantityMilli: bigint };
type PackedRow = [day: Day, value: string, events: number, amountMinor: number, quantityMilli: number];

/**
 * Reads rows of history for a batch. Whoever holds the members' lane is alone with them. The rows of a need come as one
 * text: taking thousands of rows apart column by column cost more than everything else about them.
 */
export async function loadHistory(
  tx: SqlTx,
  programId: string,
  needs: readonly HistoryNeed[],
): Promise<KeptRow[]> {
  if (needs.length === 0) return [];
  const found = await tx.$queryRaw<{ place: number; rows: PackedRow[] }[]>`
    SELECT wanted.place::int AS place, kept.rows
    FROM unnest(
      ${needs.map((need) => need.memberId)}::uuid[], ${needs.map((need) => need.counterNo)}::smallint[],
      ${needs.map((need) => need.since)}::date[], ${needs.map((need) => need.allTime)}::boolean[]
    ) WITH ORDINALITY AS wanted (member_id, counter_no, since, all_time, place)
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_array(day, value, events, amount_minor, quantity_milli)) AS rows
      FROM (
        SELECT * FROM history
        WHERE wanted.all_time AND program_id = ${programId}::uuid AND member_id = wanted.member_id
          AND counter_no = wanted.counter_no AND day = '0001-01-01'
        UNION ALL
        SELECT * FROM history
        WHERE program_id = ${programId}::uuid AND member_id = wanted.member_id
          AND counter_no = wanted.counter_no AND day >= wanted.since
      ) AS own
    ) AS kept
    WHERE kept.rows IS NOT NULL`;
  return found.flatMap(({ place, rows }) => {
    const { memberId, counterNo } = present(needs[place - 1], "a row answers a need");
    return rows.map(([day, value, events, amountMinor, quantityMilli]) => ({
      memberId,
      counterNo,
      day,
      value,
      events,
      amountMinor,
      quantityMilli,
    }));
  });
}

function toKeptRow({ amountMinor, quantityMilli, ...row }: Row): KeptRow {
  return { ...row, amountMinor: Number(amountMinor), quantityMilli: Number(quantityMilli) };
}

/**
 * Adds a batch to what is kept. A row from which something is taken is there: what is taken was once added. It is
 * changed rather than inserted, because its bounds are checked before PostgreSQL sees that it exists.
 * @param rows each place once
 */
export async function addHistory(tx: SqlTx, programId: string, rows: readonly KeptRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    WITH change AS MATERIALIZED (
      SELECT *, least(events, amount_minor, quantity_milli) < 0 AS takes
      FROM unnest(
        ${rows.map((row) => row.memberId)}::uuid[], ${rows.map((row) => row.counterNo)}::smallint[],
        ${rows.map((row) => row.day)}::date[], ${rows.map((row) => row.value)}::text[],
        ${rows.map((row) => row.events)}::int[], ${rows.map((row) => row.amountMinor)}::bigint[],
        ${rows.map((row) => row.quantityMilli)}::bigint[]
      ) AS item (member_id, counter_no, day, value, events, amount_minor, quantity_milli)
    ), taken AS (
      UPDATE history
      SET events = history.events + change.events, amount_minor = history.amount_minor + change.amount_minor,
          quantity_milli = history.quantity_milli + change.quantity_milli
      FROM change
      CROSS JOIN LATERAL (
        SELECT ctid AS place FROM history
        WHERE program_id = ${programId}::uuid AND member_id = change.member_id
          AND counter_no = change.counter_no AND day = change.day AND value = change.value
        LIMIT 1
      ) AS found
      WHERE change.takes AND history.ctid = found.place
    )
    INSERT INTO history (program_id, member_id, counter_no, day, value, events, amount_minor, quantity_milli)
    SELECT ${programId}::uuid, member_id, counter_no, day, value, events, amount_minor, quantity_milli
    FROM change WHERE NOT takes
    ON CONFLICT (program_id, member_id, counter_no, day, value) DO UPDATE
      SET events = history.events + EXCLUDED.events, amount_minor = history.amount_minor + EXCLUDED.amount_minor,
          quantity_milli = history.quantity_milli + EXCLUDED.quantity_milli`;
}

/** Forgets what is kept of members. */
export async function deleteHistory(
  tx: SqlTx,
  programId: string,
  memberIds: readonly string[],
  counters: readonly number[],
): Promise<void> {
  if (memberIds.length === 0 || counters.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM history
    WHERE program_id = ${programId}::uuid AND member_id = ANY (${[...memberIds]}::uuid[])
      AND counter_no = ANY (${[...counters]}::smallint[])`;
}

/**
 * Forgets what members did before the day from which each counter keeps rows. What they did in all stays.
 * @returns how many rows went
 */
export async function deleteHistoryBefore(
  tx: SqlTx,
  programId: string,
  memberIds: readonly string[],
  historyFrom: Readonly<Record<string, Day>>,
): Promise<number> {
  const bounds = Object.entries(historyFrom);
  if (memberIds.length === 0 || bounds.length === 0) return 0;
  return tx.$executeRaw`
    DELETE FROM history
    USING unnest(${[...memberIds]}::uuid[]) AS member (member_id)
    CROSS JOIN unnest(
      ${bounds.map(([counterNo]) => Number(counterNo))}::smallint[], ${bounds.map(([, from]) => from)}::date[]
    ) AS bound (counter_no, since)
    WHERE history.program_id = ${programId}::uuid AND history.member_id = member.member_id
      AND history.counter_no = bound.counter_no AND history.day > '0001-01-01' AND history.day < bound.since`;
}

/** Everything that is kept of members, of these counters. */
export async function selectHistory(
  tx: SqlTx,
  programId: string,
  memberIds: readonly string[],
  counters: readonly number[],
): Promise<KeptRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT member_id AS "memberId", counter_no AS "counterNo", day::text AS day, value, events,
           amount_minor AS "amountMinor", quantity_milli AS "quantityMilli"
    FROM history
    WHERE program_id = ${programId}::uuid AND member_id = ANY (${[...memberIds]}::uuid[])
      AND counter_no = ANY (${[...counters]}::smallint[])`;
  return rows.map(toKeptRow);
}

/** A posted event, and what has come back of it: thousandths of a piece by line. */
export type CountedEvent = {
  memberId: string;
  type: string;
  occurredAt: Date;
  payload: Record<string, unknown>;
  returned: [line: number, quantityMilli: number][] | null;
};

/** Posted events of members, of these types, in no order. */
export async function selectPostedEvents(
  tx: SqlTx,
  programId: string,
  memberIds: readonly string[],
  types: readonly string[],
): Promise<CountedEvent[]> {
  return tx.$queryRaw<CountedEvent[]>`
    SELECT wanted.member_id AS "memberId", event.type, event.occurred_at AS "occurredAt", event.payload,
           returned.lines AS returned
    FROM unnest(${[...memberIds]}::uuid[]) AS wanted (member_id)
    CROSS JOIN LATERAL (
      SELECT event_id, type, occurred_at, payload FROM event
      WHERE program_id = ${programId}::uuid AND member_id = wanted.member_id
        AND type = ANY (${[...types]}::text[])
    ) AS event
    CROSS JOIN LATERAL (
      SELECT FROM decision WHERE program_id = ${programId}::uuid AND cause_id = event.event_id LIMIT 1
    ) AS posted
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_array(line_no, quantity_milli)) AS lines FROM returned_line
      WHERE program_id = ${programId}::uuid AND event_id = event.event_id
    ) AS returned ON TRUE`;
}

type LaneToCheck = {
  lane: number;
  timeZone: string;
  counters: LaneCounters;
  historyFrom: Record<string, Day>;
};

/** The lanes of a program that keep any history. */
export async function selectLanesToCheck(tx: SqlTx, programId: string): Promise<LaneToCheck[]> {
  return tx.$queryRaw<LaneToCheck[]>`
    SELECT lane.lane, program.time_zone AS "timeZone", lane.counters, lane.history_from AS "historyFrom"
    FROM lane JOIN program ON program.program_id = lane.program_id
    WHERE lane.program_id = ${programId}::uuid AND lane.counters <> '{}'
    ORDER BY lane.lane`;
}

/** What the lane of a member keeps, to look at only. */
export async function selectLaneOf(
  tx: SqlTx,
  programId: string,
  memberId: string,
): Promise<Pick<LaneToCheck, "timeZone" | "historyFrom">> {
  const [row] = await tx.$queryRaw<Pick<LaneToCheck, "timeZone" | "historyFrom">[]>`
    SELECT program.time_zone AS "timeZone", lane.history_from AS "historyFrom"
    FROM member
    JOIN lane ON lane.program_id = member.program_id AND lane.lane = member.lane
    JOIN program ON program.program_id = member.program_id
    WHERE member.program_id = ${programId}::uuid AND member.member_id = ${memberId}::uuid`;
  return present(row, "a member has a lane");
}

/** Members of a lane who have not left, in the order of their ids; null: from the first. */
export async function selectMembersAfter(
  tx: SqlTx,
  { programId, lane }: { programId: string; lane: number },
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ memberId: string }[]>`
    SELECT member_id::text AS "memberId" FROM member
    WHERE program_id = ${programId}::uuid AND lane = ${lane}::smallint AND status <> 'closed'
      AND member_id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    ORDER BY member_id
    LIMIT ${limit}`;
  return rows.map(({ memberId }) => memberId);
}

/** Pages of members are looked up over indexes, in a transaction that is made for passes over whole tables. */
export async function preferIndexes(tx: SqlTx, prefer: boolean): Promise<void> {
  const [indexed, whole] = prefer ? ["on", "off"] : ["off", "on"];
  await tx.$executeRaw`
    SELECT set_config('enable_nestloop', ${indexed}, true), set_config('enable_hashjoin', ${whole}, true),
           set_config('enable_mergejoin', ${whole}, true), set_config('enable_seqscan', ${whole}, true)`;
}
