import "server-only";
import { present } from "@/lib/core/assert";
import { Prisma, type Tx } from "@/lib/db";
import { givenBy, type ReportSpan } from "./given-sql";
import type { AwardFigure, AwardFilter, CampaignAwardDto } from "./schema";
import type { FigureRow } from "./sql";

/** The rows of an event that a figure is made of. */
const HAS: Readonly<Record<AwardFigure, Prisma.Sql>> = {
  issued: Prisma.sql`given.issued > 0`,
  takenBack: Prisma.sql`given.taken_back > 0`,
  benefits: Prisma.sql`given.benefits > 0`,
  withdrawn: Prisma.sql`given.withdrawn > 0`,
  used: Prisma.sql`given.used > 0`,
  awards: Prisma.sql`(given.issued > 0 OR given.benefits > 0)`,
  cost: Prisma.sql`(given.issued <> given.taken_back OR given.vouchers_minor > 0)`,
};

/** What the campaign gave and took back in the span, a row an event, as far as the filter allows. */
function awardsOf(span: ReportSpan, { store, tier, segment, memberId, benefit }: AwardFilter): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (store !== undefined)
    conditions.push(Prisma.sql`origin.payload->>'store' IS NOT DISTINCT FROM ${store}`);
  if (memberId !== undefined) conditions.push(Prisma.sql`given.member_id = ${memberId}::uuid`);
  if (tier !== undefined) {
    conditions.push(Prisma.sql`given.member_id IN (
      SELECT member_id FROM member
      WHERE program_id = ${span.programId}::uuid AND tier IS NOT DISTINCT FROM ${tier})`);
  }
  if (segment !== undefined) {
    conditions.push(Prisma.sql`given.member_id IN (
      SELECT member_id FROM segment_member
      WHERE program_id = ${span.programId}::uuid AND segment_code = ${segment})`);
  }
  return Prisma.sql`
    SELECT given.*, origin.payload->>'store' AS store
    FROM (
      SELECT cause_id, member_id, origin, occurred_at, sum(issued)::bigint AS issued,
             sum(taken_back)::bigint AS taken_back, sum(benefits)::int AS benefits, sum(withdrawn)::int AS withdrawn,
             sum(used)::int AS used, sum(vouchers_minor)::bigint AS vouchers_minor
      FROM (${givenBy(span, benefit)}) AS part
      GROUP BY cause_id, member_id, origin, occurred_at
    ) AS given
    LEFT JOIN event AS origin ON origin.program_id = ${span.programId}::uuid AND origin.event_id = given.origin
      AND origin.type = 'purchase'
    WHERE ${Prisma.join(conditions, " AND ")}`;
}

/** What the decisions come to that the filter allows. */
export async function sumAwards(
  tx: Tx,
  span: ReportSpan,
  filter: AwardFilter,
): Promise<FigureRow & { withdrawn: number; used: number }> {
  const [row] = await tx.$queryRaw<(FigureRow & { withdrawn: number; used: number })[]>`
    SELECT coalesce(sum(issued), 0)::bigint AS issued, coalesce(sum(taken_back), 0)::bigint AS "takenBack",
           coalesce(sum(benefits), 0)::int AS benefits, coalesce(sum(withdrawn), 0)::int AS withdrawn,
           coalesce(sum(used), 0)::int AS used, coalesce(sum(vouchers_minor), 0)::bigint AS "vouchersMinor",
           (count(*) FILTER (WHERE ${HAS.awards}))::int AS awards,
           (count(DISTINCT member_id) FILTER (WHERE ${HAS.awards}))::int AS members
    FROM (${awardsOf(span, filter)}) AS given`;
  return present(row, "an aggregate has a row");
}

export type AwardRow = {
  causeId: string;
  memberId: string;
  memberName: string;
  store: string | null;
  issued: bigint;
  takenBack: bigint;
  benefits: CampaignAwardDto["benefits"];
  /** What its used vouchers cost, in minor units. */
  vouchersMinor: bigint;
  occurredAt: Date;
};
export type AwardPosition = { at: Date; causeId: string };

/** The decisions that the filter allows, those of one figure or all of them, event by event, the latest first. */
export async function selectAwards(
  tx: Tx,
  span: ReportSpan,
  filter: AwardFilter,
  {
    figure,
    after,
    limit,
  }: { figure?: AwardFigure | undefined; after?: AwardPosition | undefined; limit: number },
): Promise<AwardRow[]> {
  const position = after
    ? Prisma.sql`(given.occurred_at, given.cause_id) < (${after.at}, ${after.causeId}::uuid)`
    : Prisma.sql`TRUE`;
  const { kind, what } = filter.benefit ?? {};
  const named = filter.benefit
    ? Prisma.sql`AND benefit.kind = ${kind}::benefit_kind AND benefit.what = ${what}`
    : Prisma.empty;
  return tx.$queryRaw<AwardRow[]>`
    WITH page AS (
      SELECT * FROM (${awardsOf(span, filter)}) AS given
      WHERE ${figure ? HAS[figure] : Prisma.sql`TRUE`} AND ${position}
      ORDER BY occurred_at DESC, cause_id DESC
      LIMIT ${limit}
    )
    SELECT page.cause_id AS "causeId", page.member_id AS "memberId", member.name AS "memberName", page.store,
           page.issued, page.taken_back AS "takenBack", page.vouchers_minor AS "vouchersMinor",
           page.occurred_at AS "occurredAt",
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'kind', benefit.kind, 'what', benefit.what, 'isWithdrawn', benefit.state = 'withdrawn',
                     'isUsed', coalesce(voucher.state = 'used', FALSE)) ORDER BY benefit.benefit_id), '[]')
            FROM benefit
            LEFT JOIN voucher ON voucher.program_id = benefit.program_id AND voucher.voucher_id = benefit.benefit_id
            WHERE benefit.program_id = ${span.programId}::uuid AND benefit.cause_id = page.cause_id
              AND benefit.campaign_id = ${span.campaignId}::uuid ${named}) AS benefits
    FROM page
    JOIN member ON member.program_id = ${span.programId}::uuid AND member.member_id = page.member_id
    ORDER BY page.occurred_at DESC, page.cause_id DESC`;
}

export type ReachedRow = {
  memberId: string;
  memberName: string;
  issued: bigint;
  takenBack: bigint;
  benefits: number;
  awards: number;
};
export type ReachedPosition = { issued: bigint; benefits: number; memberId: string };

/** The members who got something by the decisions that the filter allows, those who got most first. */
export async function selectReached(
  tx: Tx,
  span: ReportSpan,
  filter: AwardFilter,
  { after, limit }: { after?: ReachedPosition | undefined; limit: number },
): Promise<ReachedRow[]> {
  const position = after
    ? Prisma.sql`WHERE (issued, benefits, member_id) < (${after.issued}, ${after.benefits}::int, ${after.memberId}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw<ReachedRow[]>`
    WITH reached AS (
      SELECT member_id, sum(issued)::bigint AS issued, sum(taken_back)::bigint AS taken_back,
             sum(benefits)::int AS benefits, (count(*) FILTER (WHERE ${HAS.awards}))::int AS awards
      FROM (${awardsOf(span, filter)}) AS given
      GROUP BY member_id
      HAVING bool_or(${HAS.awards})
    ), page AS (
      SELECT * FROM reached ${position}
      ORDER BY issued DESC, benefits DESC, member_id DESC
      LIMIT ${limit}
    )
    SELECT page.member_id AS "memberId", member.name AS "memberName", issued, taken_back AS "takenBack", benefits, awards
    FROM page
    JOIN member ON member.program_id = ${span.programId}::uuid AND member.member_id = page.member_id
    ORDER BY issued DESC, benefits DESC, page.member_id DESC`;
}
