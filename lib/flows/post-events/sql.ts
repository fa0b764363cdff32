import type { EngineMember } from "@/lib/campaigns";
import { type Columns, Prisma, rowsOf, type SqlTx } from "@/lib/db";
import type { StoredPurchase } from "@/lib/events";
import { readOutcomes } from "@/lib/wallet";
import type { KnownPurchase } from "./known-purchase";
import { purchaseKey } from "./slice-state";

/**
 * Locks the lane whose first event has waited longest, passing over lanes that somebody else is posting.
 * @returns null when there is none
 */
export async function lockWaitingLane(
  tx: SqlTx,
  { programId, lane }: { programId?: string; lane?: number },
): Promise<{ programId: string; lane: number } | null> {
  const wanted = Prisma.join(
    [
      ...(programId === undefined ? [] : [Prisma.sql`lane.program_id = ${programId}::uuid`]),
      ...(lane === undefined ? [] : [Prisma.sql`lane.lane = ${lane}::smallint`]),
      Prisma.sql`TRUE`,
    ],
    " AND ",
  );
  const [row] = await tx.$queryRaw<{ programId: string; lane: number }[]>`
    SELECT lane.program_id AS "programId", lane.lane
    FROM lane
    CROSS JOIN LATERAL (
      SELECT event_id FROM queue
      WHERE queue.program_id = lane.program_id AND queue.lane = lane.lane
      ORDER BY event_id
      LIMIT 1
    ) AS first
    WHERE ${wanted}
    ORDER BY first.event_id
    LIMIT 1
    FOR NO KEY UPDATE OF lane SKIP LOCKED`;
  return row ?? null;
}

type MemberRow = Omit<EngineMember, "joinedAt"> & { joinedAt: string };

export async function loadMembers(
  tx: SqlTx,
  programId: string,
  memberIds: readonly string[],
): Promise<Map<string, EngineMember>> {
  const [columns] = await tx.$queryRaw<[Columns<MemberRow>]>`
    SELECT json_agg(member_id) AS "memberId", json_agg(attributes) AS attributes, json_agg(joined_at) AS "joinedAt",
           json_agg(tier) AS tier, json_agg(tags) AS tags, json_agg(birthday) AS birthday
    FROM unnest(${[...memberIds]}::uuid[]) AS wanted (wanted_id)
    CROSS JOIN LATERAL (
      SELECT member_id, attributes, joined_at, tier, tags, birthday FROM member
      WHERE program_id = ${programId}::uuid AND member_id = wanted.wanted_id
      LIMIT 1
    ) AS found`;
  return new Map(rowsOf(columns).map((row) => [row.memberId, { ...row, joinedAt: new Date(row.joinedAt) }]));
}

/** Of these members and pools, those who have left or have been dissolved. */
export async function loadDeparted(
  tx: SqlTx,
  programId: string,
  partyIds: readonly string[],
): Promise<Set<string>> {
  if (partyIds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ partyId: string }[]>`
    SELECT wanted.party AS "partyId"
    FROM unnest(${[...partyIds]}::uuid[]) AS wanted (party)
    WHERE EXISTS (SELECT FROM member
                  WHERE program_id = ${programId}::uuid AND member_id = wanted.party AND status = 'closed')
       OR EXISTS (SELECT FROM pool
                  WHERE program_id = ${programId}::uuid AND pool_id = wanted.party AND state = 'dissolved')`;
  return new Set(rows.map(({ partyId }) => partyId));
}

type PurchaseRow = {
  source: string;
  externalId: string;
  eventId: string;
  memberId: string;
  occurredAt: Date;
  payload: StoredPurchase;
  outcome: unknown;
  returned: [number, number][] | null;
};

/** The purchases that returns name, with what they earned and what came back before. */
export async function loadPurchases(
  tx: SqlTx,
  programId: string,
  keys: readonly { source: string; externalId: string }[],
): Promise<Map<string, KnownPurchase>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.$queryRaw<PurchaseRow[]>`
    SELECT wanted.source, wanted.external_id AS "externalId", event.event_id AS "eventId",
           event.member_id AS "memberId", event.occurred_at AS "occurredAt", event.payload, decision.outcome, returned.lines AS returned
    FROM unnest(${keys.map((key) => key.source)}::text[], ${keys.map((key) => key.externalId)}::text[])
           AS wanted (source, external_id)
    CROSS JOIN LATERAL (
      SELECT event_id, member_id, occurred_at, payload FROM event
      WHERE program_id = ${programId}::uuid AND source = wanted.source AND external_id = wanted.external_id
        AND type = 'purchase'
      LIMIT 1
    ) AS event
    LEFT JOIN LATERAL (
      SELECT outcome FROM decision WHERE program_id = ${programId}::uuid AND cause_id = event.event_id LIMIT 1
    ) AS decision ON TRUE
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_array(line_no, quantity_milli)) AS lines FROM returned_line
      WHERE program_id = ${programId}::uuid AND event_id = event.event_id
    ) AS returned ON TRUE`;
  const posted = rows.filter(({ outcome }) => outcome !== null);
  const outcomes = await readOutcomes(
    { programId, tx },
    posted.map(({ outcome }) => outcome),
  );
  const outcomeOf = new Map(posted.map(({ eventId }, index) => [eventId, outcomes[index]]));
  return new Map(
    rows.map(({ source, externalId, eventId, memberId, occurredAt, payload, returned }) => [
      purchaseKey(source, externalId),
      {
        eventId,
        memberId,
        occurredAt,
        payload,
        outcome: outcomeOf.get(eventId) ?? null,
        returned: new Map(returned ?? []),
      },
    ]),
  );
}

/** Whether anything waits to be posted: what an idle worker asks before it opens a transaction. */
export async function isAnythingQueued(tx: SqlTx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ waiting: boolean }[]>`SELECT EXISTS (SELECT FROM queue) AS waiting`;
  return row?.waiting ?? false;
}

type StandingRow = {
  lane: number;
  points: bigint | null;
  balanceAfter: bigint | null;
  outcome: unknown;
  code: string | null;
  message: string | null;
};

/** Where an event stands, and on which lane; null when the program has no such event. */
export async function readStanding(
  tx: SqlTx,
  programId: string,
  eventId: string,
): Promise<StandingRow | null> {
  const [row] = await tx.$queryRaw<StandingRow[]>`
    SELECT coalesce(member.lane, pool.lane) AS lane, decision.points, decision.balance_after AS "balanceAfter", decision.outcome, dead_letter.code, dead_letter.message
    FROM event
    LEFT JOIN member ON member.program_id = event.program_id AND member.member_id = event.member_id
    LEFT JOIN pool ON pool.program_id = event.program_id AND pool.pool_id = event.member_id
    LEFT JOIN decision ON decision.program_id = event.program_id AND decision.cause_id = event.event_id
    LEFT JOIN dead_letter ON dead_letter.program_id = event.program_id AND dead_letter.event_id = event.event_id
    WHERE event.program_id = ${programId}::uuid AND event.event_id = ${eventId}::uuid`;
  return row ?? null;
}
