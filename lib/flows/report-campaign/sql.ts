import "server-only";
import type { CampaignReport } from "@/lib/analytics/schema";
import type { EngineMember } from "@/lib/campaigns";
import { lowestId } from "@/lib/core/ids";
import { Prisma, type Tx } from "@/lib/db";

const DAY_MS = 86_400_000;

/** Which transfers of which campaign are looked at: from the first instant to before the last. */
export type ReportSpan = {
  programId: string;
  campaignId: string;
  timeZone: string;
  start: Date;
  end: Date;
};

export type FigureRow = {
  issued: bigint;
  takenBack: bigint;
  benefits: number;
  /** What used vouchers cost, in minor units. */
  vouchersMinor: bigint;
  awards: number;
  members: number;
};
/** Of all, of one day (`YYYY-MM-DD`), or of the members or purchases of one store, tier or segment; null: of none. */
export type GroupedRow = FigureRow & {
  by: "all" | "day" | "store" | "tier" | "segment";
  name: string | null;
};

/** Most stores, tiers or segments that a report names: those that got most. */
const MOST_NAMES = 200;

/**
 * The campaign's transfers, each with what it gave or took back, the day on which it happened, and the event that the
 * points came from. They were posted after they happened, so the block-range index on that leaves earlier ones out.
 */
function movedBy({ programId, campaignId, timeZone, start, end }: ReportSpan): Prisma.Sql {
  return Prisma.sql`
    SELECT transfer.member_id, transfer.cause_id, (transfer.occurred_at AT TIME ZONE ${timeZone})::date AS day,
           coalesce(opening.cause_id, transfer.cause_id) AS origin,
           CASE WHEN transfer.kind IN ('earn', 'debt_payment') THEN transfer.amount ELSE 0 END AS issued,
           CASE WHEN transfer.kind IN ('earn', 'debt_payment') THEN reversed.amount
                ELSE transfer.amount - reversed.amount END AS taken_back,
           0 AS benefits, 0::bigint AS vouchers_minor
    FROM transfer
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount), 0)::bigint AS amount FROM reversal
      WHERE reversal.program_id = transfer.program_id AND reversal.lane = transfer.lane
        AND reversal.transfer_no = transfer.transfer_no
    ) AS reversed
    LEFT JOIN transfer AS opening
      ON transfer.kind = 'return' AND opening.program_id = transfer.program_id AND opening.lane = transfer.lane
      AND opening.transfer_no = transfer.lot_no
    WHERE transfer.program_id = ${programId}::uuid AND transfer.campaign_id = ${campaignId}::uuid
      AND transfer.kind IN ('earn', 'debt_payment', 'return', 'debt')
      AND transfer.posted_at >= ${start}::timestamptz - interval '1 day'
      AND transfer.occurred_at >= ${start} AND transfer.occurred_at < ${end}`;
}

/** The campaign's benefits, each with the event that earned it and what its voucher cost when it was used. */
function benefitsOf({ programId, campaignId, start, end }: ReportSpan): Prisma.Sql {
  return Prisma.sql`
    SELECT benefit.*, event.occurred_at,
           CASE voucher.state WHEN 'used' THEN voucher.cost_minor ELSE 0 END AS vouchers_minor,
           voucher.state = 'used' AS is_used
    FROM benefit
    JOIN event ON event.program_id = benefit.program_id AND event.event_id = benefit.cause_id
    LEFT JOIN voucher ON voucher.program_id = benefit.program_id AND voucher.voucher_id = benefit.benefit_id
    WHERE benefit.program_id = ${programId}::uuid AND benefit.campaign_id = ${campaignId}::uuid
      AND benefit.given_at >= ${start}::timestamptz - interval '1 day'
      AND event.occurred_at >= ${start} AND event.occurred_at < ${end}`;
}

const FIGURES = Prisma.sql`
  coalesce(sum(moved.issued), 0)::bigint AS issued, coalesce(sum(moved.taken_back), 0)::bigint AS "takenBack",
  coalesce(sum(moved.benefits), 0)::int AS benefits,
  coalesce(sum(moved.vouchers_minor), 0)::bigint AS "vouchersMinor",
  (count(DISTINCT moved.cause_id) FILTER (WHERE moved.issued > 0 OR moved.benefits > 0))::int AS awards,
  (count(DISTINCT moved.member_id) FILTER (WHERE moved.issued > 0 OR moved.benefits > 0))::int AS members`;

/** What the campaign gave in all, by day, by store, and by the tier and the segments that members are in now. */
export async function sumGrouped(tx: Tx, span: ReportSpan): Promise<GroupedRow[]> {
  const ofNames = (by: GroupedRow["by"], name: Prisma.Sql, from: Prisma.Sql) => Prisma.sql`
    SELECT * FROM (
      SELECT ${by} AS by, ${name} AS name, ${FIGURES} FROM ${from}
      GROUP BY 2 ORDER BY issued DESC, awards DESC, name LIMIT ${MOST_NAMES}
    ) AS named`;
  return tx.$queryRaw<GroupedRow[]>`
    WITH moved AS MATERIALIZED (
      SELECT given.*, event.payload->>'store' AS store, member.tier, member.program_id
      FROM (
        ${movedBy(span)}
        UNION ALL
        SELECT member_id, cause_id, (occurred_at AT TIME ZONE ${span.timeZone})::date, cause_id, 0, 0, 1, vouchers_minor
        FROM (${benefitsOf(span)}) AS benefit
      ) AS given
      LEFT JOIN member ON member.program_id = ${span.programId}::uuid AND member.member_id = given.member_id
      LEFT JOIN event ON event.program_id = ${span.programId}::uuid AND event.event_id = given.origin
        AND event.type = 'purchase'
    )
    SELECT 'all' AS by, NULL AS name, ${FIGURES} FROM moved
    UNION ALL SELECT 'day', day::text, ${FIGURES} FROM moved GROUP BY day
    UNION ALL ${ofNames("store", Prisma.sql`store`, MOVED)}
    UNION ALL ${ofNames("tier", Prisma.sql`tier`, MOVED)}
    UNION ALL ${ofNames("segment", Prisma.sql`segment`, IN_SEGMENTS)}`;
}

const MOVED = Prisma.sql`moved`;
const IN_SEGMENTS = Prisma.sql`(
  SELECT moved.*, segment_member.segment_code AS segment
  FROM moved
  JOIN segment_member ON segment_member.program_id = moved.program_id AND segment_member.member_id = moved.member_id
) AS moved`;

export type BenefitRow = {
  kind: CampaignReport["benefits"][number]["kind"];
  what: string;
  given: number;
  members: number;
  withdrawn: number;
  used: number;
  costMinor: bigint;
};

/** What the campaign gave besides points in these days; the cost of a voucher counts when it is used. */
export async function sumBenefits(tx: Tx, span: ReportSpan): Promise<BenefitRow[]> {
  return tx.$queryRaw<BenefitRow[]>`
    SELECT benefit.kind::text AS kind, benefit.what, count(*)::int AS given,
           count(DISTINCT benefit.member_id)::int AS members,
           (count(*) FILTER (WHERE benefit.state = 'withdrawn'))::int AS withdrawn,
           (count(*) FILTER (WHERE benefit.is_used))::int AS used,
           sum(benefit.vouchers_minor)::bigint AS "costMinor"
    FROM (${benefitsOf(span)}) AS benefit
    GROUP BY benefit.kind, benefit.what
    ORDER BY given DESC, what
    LIMIT ${MOST_NAMES}`;
}

/** What the tiers and segments of a report are called, by code. */
export async function selectNames(
  tx: Tx,
  programId: string,
  rows: readonly GroupedRow[],
): Promise<{ tiers: Map<string, string>; segments: Map<string, string> }> {
  const codes = (by: GroupedRow["by"]) => rows.flatMap((row) => (row.by === by ? (row.name ?? []) : []));
  const [tiers, segments] = await Promise.all([
    tx.tier.findMany({ where: { programId, code: { in: codes("tier") } } }),
    tx.segment.findMany({ where: { programId, code: { in: codes("segment") } } }),
  ]);
  const byCode = (named: { code: string; name: string }[]) =>
    new Map(named.map(({ code, name }) => [code, name]));
  return { tiers: byCode(tiers), segments: byCode(segments) };
}

/** Points of the campaign that members spent on rewards in these days, less what was given back. */
export async function sumRedeemed(
  tx: Tx,
  { programId, campaignId, start, end }: ReportSpan,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ redeemed: bigint }[]>`
    SELECT coalesce(sum(spend.amount - reversed.amount), 0)::bigint AS redeemed
    FROM transfer AS spend
    JOIN transfer AS opening ON opening.program_id = spend.program_id AND opening.lane = spend.lane
      AND opening.transfer_no = spend.lot_no
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount), 0) AS amount FROM reversal
      WHERE reversal.program_id = spend.program_id AND reversal.lane = spend.lane
        AND reversal.transfer_no = spend.transfer_no
    ) AS reversed
    WHERE spend.program_id = ${programId}::uuid AND spend.kind = 'spend'
      AND spend.posted_at >= ${start}::timestamptz - interval '1 day'
      AND spend.occurred_at >= ${start} AND spend.occurred_at < ${end}
      AND opening.campaign_id = ${campaignId}::uuid`;
  return Number(row?.redeemed ?? 0n);
}

export type SpendingRow = { memberId: string; purchases: number; amountMinor: bigint };

/**
 * What each member bought in these days. Ids of events are in the order of their arrival, and nothing arrives before
 * it happens, but for clocks that differ: earlier ids are left out.
 */
export async function sumSpending(tx: Tx, { programId, start, end }: ReportSpan): Promise<SpendingRow[]> {
  return tx.$queryRaw<SpendingRow[]>`
    SELECT member_id AS "memberId", count(*)::int AS purchases,
           sum((payload->>'amountMinor')::bigint)::bigint AS "amountMinor"
    FROM event
    WHERE program_id = ${programId}::uuid AND event_id >= ${lowestId(start.getTime() - DAY_MS)}::uuid
      AND type = 'purchase' AND occurred_at >= ${start} AND occurred_at < ${end}
    GROUP BY member_id`;
}

/** A page of the members who had joined by then, as campaigns' audiences look at them. */
export async function selectMemberPage(
  tx: Tx,
  {
    programId,
    joinedBefore,
    after,
    limit,
  }: { programId: string; joinedBefore: Date; after: string | null; limit: number },
): Promise<EngineMember[]> {
  return tx.$queryRaw<EngineMember[]>`
    SELECT member_id AS "memberId", attributes, joined_at AS "joinedAt", tier, tags, birthday::text,
           ARRAY(SELECT segment_code FROM segment_member
                 WHERE segment_member.program_id = member.program_id
                   AND segment_member.member_id = member.member_id) AS segments
    FROM member
    WHERE program_id = ${programId}::uuid AND joined_at < ${joinedBefore}
      AND (${after}::uuid IS NULL OR member_id > ${after}::uuid)
    ORDER BY member_id
    LIMIT ${limit}`;
}

export type AwardRow = {
  causeId: string;
  memberId: string;
  memberName: string;
  store: string | null;
  /** Below zero: taken back. */
  points: bigint;
  benefits: { kind: BenefitRow["kind"]; what: string; isWithdrawn: boolean }[];
  occurredAt: Date;
};
export type AwardPosition = { at: Date; causeId: string };

/** Which of a campaign's decisions are meant: all that every part allows. */
export type AwardFilter = {
  /** Of this store; null: of purchases without one. */
  store?: string | null | undefined;
  /** Of members whose tier this is today, by code; null: of those without one. */
  tier?: string | null | undefined;
  /** Of members who are in this segment today, by code. */
  segment?: string | undefined;
};

/** What the campaign gave and took back in the span, event by event, the latest first. */
export async function selectAwards(
  tx: Tx,
  span: ReportSpan,
  { store, tier, segment, after, limit }: AwardFilter & { after?: AwardPosition | undefined; limit: number },
): Promise<AwardRow[]> {
  const { programId, campaignId, start, end } = span;
  const position = after
    ? Prisma.sql`AND (given.occurred_at, given.cause_id) < (${after.at}, ${after.causeId}::uuid)`
    : Prisma.empty;
  const ofStore =
    store === undefined
      ? Prisma.empty
      : Prisma.sql`AND origin.payload->>'store' IS NOT DISTINCT FROM ${store}`;
  const ofTier =
    tier === undefined
      ? Prisma.empty
      : Prisma.sql`AND EXISTS (
          SELECT FROM member
          WHERE member.program_id = ${programId}::uuid AND member.member_id = given.member_id
            AND member.tier IS NOT DISTINCT FROM ${tier})`;
  const ofSegment =
    segment === undefined
      ? Prisma.empty
      : Prisma.sql`AND EXISTS (
          SELECT FROM segment_member
          WHERE segment_member.program_id = ${programId}::uuid AND segment_member.segment_code = ${segment}
            AND segment_member.member_id = given.member_id)`;
  return tx.$queryRaw<AwardRow[]>`
    WITH moved AS (
      SELECT transfer.cause_id, transfer.member_id, transfer.occurred_at,
             coalesce(opening.cause_id, transfer.cause_id) AS origin,
             CASE WHEN transfer.kind IN ('earn', 'debt_payment') THEN transfer.amount ELSE -transfer.amount END AS points
      FROM transfer
      LEFT JOIN transfer AS opening
        ON transfer.kind = 'return' AND opening.program_id = transfer.program_id AND opening.lane = transfer.lane
        AND opening.transfer_no = transfer.lot_no
      WHERE transfer.program_id = ${programId}::uuid AND transfer.campaign_id = ${campaignId}::uuid
        AND transfer.kind IN ('earn', 'debt_payment', 'return', 'debt')
        AND transfer.posted_at >= ${start}::timestamptz - interval '1 day'
        AND transfer.occurred_at >= ${start} AND transfer.occurred_at < ${end}
      UNION ALL
      SELECT cause_id, member_id, occurred_at, cause_id, 0 FROM (${benefitsOf(span)}) AS benefit
    ), given AS (
      SELECT cause_id, member_id, min(occurred_at) AS occurred_at, (array_agg(origin))[1] AS origin,
             sum(points)::bigint AS points
      FROM moved GROUP BY cause_id, member_id
    ), page AS (
      SELECT given.*, origin.payload->>'store' AS store
      FROM given
      LEFT JOIN event AS origin ON origin.program_id = ${programId}::uuid AND origin.event_id = given.origin
        AND origin.type = 'purchase'
      WHERE true ${ofStore} ${ofTier} ${ofSegment} ${position}
      ORDER BY given.occurred_at DESC, given.cause_id DESC
      LIMIT ${limit}
    )
    SELECT page.cause_id AS "causeId", page.member_id AS "memberId", member.name AS "memberName", page.store,
           page.points, page.occurred_at AS "occurredAt",
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'kind', kind, 'what', what, 'isWithdrawn', state = 'withdrawn') ORDER BY benefit_id), '[]')
            FROM benefit
            WHERE benefit.program_id = ${programId}::uuid AND benefit.cause_id = page.cause_id
              AND benefit.campaign_id = ${campaignId}::uuid) AS benefits
    FROM page
    JOIN member ON member.program_id = ${programId}::uuid AND member.member_id = page.member_id
    ORDER BY page.occurred_at DESC, page.cause_id DESC`;
}
