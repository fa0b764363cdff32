import type { VersionedCampaign } from "@/lib/campaigns/engine";
import type { CampaignGroup } from "@/lib/campaigns/schema";
import { Prisma, type SqlTx } from "@/lib/db";
import type { StoredCustom, StoredPurchase, StoredReturn } from "@/lib/events";
import type { PastMember } from "@/lib/simulations";
import type { Share } from "./past-source";

/** Memory in which the order of a long past is worked out before it spills to disk. */
const SORT_MEMORY = "256MB";

/** A line of statements with the event that it is of, if one. */
export type PastRow = {
  causeId: string;
  memberId: string;
  /** Null of events: their payload tells. */
  kind: string | null;
  lane: number;
  ruleSetVersion: number;
  /** Seconds since 1970. */
  occurredAt: number;
  postedAt: number;
  points: number;
  /** Of what is no event. */
  delta: number | null;
  payload: StoredPurchase | StoredReturn | StoredCustom | null;
  /** Of what is no event: what its outcome says of holds and debts. */
  outcome: {
    subject?: { type: string; points?: number; holdId?: string; of?: string; causeId?: string };
    debt?: { paid: number; made: number };
  } | null;
};

/** Whose past, and up to when. */
export type PastScope = {
  programId: string;
  to: Date;
  /** Only this member's; null: everybody's. */
  memberId: string | null;
  /** Only members of these lanes; null: of all. */
  share: Share | null;
};

function decisionsOf({ programId, to, memberId, share }: PastScope): Prisma.Sql {
  const own = memberId === null ? Prisma.empty : Prisma.sql`AND member_id = ${memberId}::uuid`;
  const lanes =
    share === null ? Prisma.empty : Prisma.sql`AND lane % ${share.parts}::int = ${share.part}::int`;
  return Prisma.sql`FROM decision
      WHERE program_id = ${programId}::uuid AND occurred_at < ${to.toISOString()}::timestamptz ${own} ${lanes}`;
}

/** How many lines of statements the program has in all: never fewer than those that a replay goes through. */
export async function countEverPosted(tx: SqlTx, programId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ entries: number }[]>`
    SELECT coalesce(sum(next_entry), 0)::float8 AS entries FROM lane WHERE program_id = ${programId}::uuid`;
  return row?.entries ?? 0;
}

/** How many entries a replay up to an instant goes through. */
export async function countPast(tx: SqlTx, scope: PastScope): Promise<number> {
  const [row] = await tx.$queryRaw<{ entries: bigint }[]>`
    SELECT count(*) AS entries ${decisionsOf(scope)}`;
  return Number(row?.entries ?? 0);
}

/** The same, and when the first of them that is not before an instant was posted. */
export async function findTurn(
  tx: SqlTx,
  scope: PastScope,
  from: Date,
): Promise<{ entries: number; turnsAt: Date | null }> {
  const [row] = await tx.$queryRaw<{ entries: number; turnsAt: Date | null }[]>`
    SELECT count(*)::float8 AS entries,
           min(posted_at) FILTER (WHERE occurred_at >= ${from.toISOString()}::timestamptz) AS "turnsAt"
    ${decisionsOf(scope)}`;
  return row ?? { entries: 0, turnsAt: null };
}

/**
 * Opens a cursor over what was posted, in the order of posting: first the order alone is worked out, on narrow rows,
 * then each event is looked up as its turn comes.
 */
export async function openPast(tx: SqlTx, scope: PastScope): Promise<void> {
  const { programId } = scope;
  await tx.$queryRaw`
    SELECT set_config('work_mem', ${SORT_MEMORY}, true), set_config('jit', 'off', true),
           set_config('cursor_tuple_fraction', '1', true)`;
  await tx.$executeRaw`
    DECLARE past NO SCROLL CURSOR FOR
    SELECT entry.cause_id AS "causeId", entry.member_id AS "memberId", entry.kind, entry.lane,
           entry.rule_set_version AS "ruleSetVersion", date_part('epoch', entry.occurred_at) AS "occurredAt",
           date_part('epoch', entry.posted_at) AS "postedAt", entry.points, entry.delta, event.payload,
           operation.outcome
    FROM (
      SELECT cause_id, member_id, rule_set_version, posted_at, lane, entry_no, occurred_at, points::float8,
             CASE WHEN kind IN ('purchase', 'custom', 'return') THEN NULL ELSE kind END AS kind,
             CASE WHEN kind IN ('purchase', 'custom', 'return') THEN NULL ELSE delta::float8 END AS delta
      ${decisionsOf(scope)}
      ORDER BY posted_at, lane, entry_no
      OFFSET 0
    ) AS entry
    LEFT JOIN LATERAL (
      SELECT payload FROM event
      WHERE entry.kind IS NULL AND event.program_id = ${programId}::uuid AND event.event_id = entry.cause_id
      LIMIT 1
    ) AS event ON TRUE
    LEFT JOIN LATERAL (
      SELECT outcome FROM decision
      WHERE entry.kind IS NOT NULL AND decision.program_id = ${programId}::uuid AND decision.cause_id = entry.cause_id
      LIMIT 1
    ) AS operation ON TRUE
    ORDER BY entry.posted_at, entry.lane, entry.entry_no`;
}

/** The next thousand: few enough that they are gone again before the garbage collector moves them. */
export async function fetchPast(tx: SqlTx): Promise<PastRow[]> {
  return tx.$queryRaw<PastRow[]>`FETCH 1000 FROM past`;
}

/** The past may be opened again. */
export async function closePast(tx: SqlTx): Promise<void> {
  await tx.$executeRaw`CLOSE past`;
}

/** The purchases of which goods have come back, by the sender's ids: a replay keeps what they earned. */
export async function listReturned(
  tx: SqlTx,
  { programId, to, memberId }: PastScope,
): Promise<{ source: string; id: string }[]> {
  const own = memberId === null ? Prisma.empty : Prisma.sql`AND member_id = ${memberId}::uuid`;
  return tx.$queryRaw`
    SELECT DISTINCT payload->>'purchaseSource' AS source, payload->>'purchaseId' AS id
    FROM event
    WHERE program_id = ${programId}::uuid AND type = 'return'
      AND occurred_at < ${to.toISOString()}::timestamptz ${own}`;
}

/** The purchases and custom events that were reversed by hand. */
export async function listUndone(tx: SqlTx, { programId, to, memberId }: PastScope): Promise<string[]> {
  const own = memberId === null ? Prisma.empty : Prisma.sql`AND reversal.member_id = ${memberId}::uuid`;
  const rows = await tx.$queryRaw<{ causeId: string }[]>`
    SELECT reversed_entry.cause_id::text AS "causeId"
    FROM reversed_entry
    JOIN decision AS reversal ON reversal.program_id = reversed_entry.program_id
      AND reversal.cause_id = reversed_entry.reversal_id
    JOIN decision AS earning ON earning.program_id = reversed_entry.program_id
      AND earning.cause_id = reversed_entry.cause_id
    WHERE reversed_entry.program_id = ${programId}::uuid AND earning.kind IN ('purchase', 'custom')
      AND reversal.occurred_at < ${to.toISOString()}::timestamptz ${own}`;
  return rows.map(({ causeId }) => causeId);
}

/** The facts of members that rules look at, as they are now. */
export async function loadFacts(
  tx: SqlTx,
  programId: string,
  memberIds: readonly string[],
): Promise<PastMember[]> {
  return tx.$queryRaw<PastMember[]>`
    SELECT member.member_id AS "memberId", member.attributes, member.joined_at AS "joinedAt", member.tier,
           member.tags, member.birthday::text AS birthday, segment.codes AS segments
    FROM unnest(${[...memberIds]}::uuid[]) AS wanted (member_id)
    JOIN member ON member.program_id = ${programId}::uuid AND member.member_id = wanted.member_id
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(segment_code), '{}') AS codes FROM segment_member
      WHERE segment_member.program_id = ${programId}::uuid AND segment_member.member_id = member.member_id
    ) AS segment`;
}

/** Every rule set that the program has had, with the versions of its campaigns and its groups. */
export async function listRuleSets(
  tx: SqlTx,
  programId: string,
): Promise<
  { version: number; campaigns: { campaignId: string; version: number }[]; groups: CampaignGroup[] }[]
> {
  return tx.$queryRaw`
    SELECT version, campaigns, groups FROM rule_set WHERE program_id = ${programId}::uuid ORDER BY version`;
}

/** Every version of campaigns that was ever in force. */
export async function listLaunched(tx: SqlTx, programId: string): Promise<VersionedCampaign[]> {
  return tx.$queryRaw<VersionedCampaign[]>`
    SELECT campaign_id AS "campaignId", version, definition FROM campaign_version
    WHERE program_id = ${programId}::uuid AND launched_at IS NOT NULL`;
}

/** The program's groups of campaigns as they stand now, in their order. */
export async function listGroups(tx: SqlTx, programId: string): Promise<CampaignGroup[]> {
  return tx.$queryRaw<CampaignGroup[]>`
    SELECT code, name, policy FROM campaign_group WHERE program_id = ${programId}::uuid ORDER BY position, code`;
}

/** Spendable points that all members have spent, and that have ended unused, since the program began. */
export async function sumEverGone(tx: SqlTx, programId: string): Promise<{ spent: number; expired: number }> {
  const [row] = await tx.$queryRaw<{ spent: number | null; expired: number | null }[]>`
    SELECT sum(balance) FILTER (WHERE kind = 'redeemed')::float8 AS spent,
           sum(balance) FILTER (WHERE kind = 'expired')::float8 AS expired
    FROM account
    WHERE program_id = ${programId}::uuid AND party = ${programId}::uuid AND point_type_no = 1
      AND kind IN ('redeemed', 'expired')`;
  return { spent: Math.max(0, row?.spent ?? 0), expired: Math.max(0, row?.expired ?? 0) };
}
