import { db } from "@/lib/db";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs";

export type DayRow = { day: string; issued: bigint; returned: bigint; redeemed: bigint; events: bigint };

/** Totals a day over all lanes, days without any left out. Reads one row a day and lane. */
export async function sumDays(programId: string, from: string, to: string): Promise<DayRow[]> {
  return db().$queryRaw<DayRow[]>`
    SELECT day::text AS day, sum(issued)::bigint AS issued, sum(returned)::bigint AS returned,
           sum(redeemed)::bigint AS redeemed, sum(events)::bigint AS events
    FROM day_total
    WHERE program_id = ${programId}::uuid AND day BETWEEN ${from}::date AND ${to}::date
    GROUP BY day_total.day
    ORDER BY day_total.day`;
}

/** Whether anything was posted on this day or before it. */
export async function reachesBackTo(programId: string, day: string): Promise<boolean> {
  const rows = await db().$queryRaw<{ reaches: boolean }[]>`
    SELECT EXISTS (SELECT FROM day_total WHERE program_id = ${programId}::uuid AND day <= ${day}::date) AS reaches`;
  return rows[0]?.reaches ?? false;
}

/** Points that members can spend: what the program's own accounts have given, net. Reads five rows. */
export async function sumOutstanding(programId: string): Promise<bigint> {
  const rows = await db().$queryRaw<{ outstanding: bigint }[]>`
    SELECT coalesce(-sum(balance), 0)::bigint AS outstanding
    FROM account
    WHERE program_id = ${programId}::uuid AND party = ${programId}::uuid
      AND point_type_no = ${SPENDABLE_POINT_TYPE}`;
  return rows[0]?.outstanding ?? 0n;
}

export async function countMembers(programId: string): Promise<number> {
  const rows = await db().$queryRaw<{ members: number }[]>`
    SELECT count(*)::int AS members FROM member WHERE program_id = ${programId}::uuid`;
  return rows[0]?.members ?? 0;
}

/** Members whose points moved in a span of instants; reads that span of the ledger by its block-range index. */
export async function countActiveMembers(programId: string, from: Date, until: Date): Promise<number> {
  const rows = await db().$queryRaw<{ members: number }[]>`
    SELECT count(*)::int AS members
    FROM (
      SELECT member_id FROM transfer
      WHERE program_id = ${programId}::uuid AND posted_at >= ${from} AND posted_at < ${until}
      GROUP BY member_id
    ) AS active`;
  return rows[0]?.members ?? 0;
}

export type CampaignRow = { campaignId: string; points: bigint };

/** Points that campaigns gave in a span of instants, the largest first. */
export async function sumCampaigns(programId: string, from: Date, until: Date): Promise<CampaignRow[]> {
  return db().$queryRaw<CampaignRow[]>`
    SELECT campaign_id AS "campaignId", sum(amount)::bigint AS points
    FROM transfer
    WHERE program_id = ${programId}::uuid AND posted_at >= ${from} AND posted_at < ${until}
      AND campaign_id IS NOT NULL AND kind IN ('earn', 'debt_payment')
    GROUP BY campaign_id
    ORDER BY points DESC
    LIMIT 200`;
}
