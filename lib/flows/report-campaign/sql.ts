import "server-only";
import type { CampaignReport } from "@/lib/analytics/schema";
import { Prisma, type Tx } from "@/lib/db";
import { benefitsOf, givenBy, type ReportSpan } from "./given-sql";

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
      FROM (${givenBy(span)}) AS given
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
