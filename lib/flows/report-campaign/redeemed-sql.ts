import "server-only";
import { Prisma, type Tx } from "@/lib/db";
import type { ReportSpan } from "./given-sql";
import type { RedeemedDto } from "./schema";

/** What was spent of the campaign's lots in these days, and what of it was given back since. */
function spentOf({ programId, campaignId, start, end }: ReportSpan): Prisma.Sql {
  return Prisma.sql`
    SELECT spend.cause_id, spend.member_id, spend.occurred_at, spend.amount, reversed.amount AS given_back
    FROM transfer AS spend
    JOIN transfer AS opening ON opening.program_id = spend.program_id AND opening.lane = spend.lane
      AND opening.transfer_no = spend.lot_no
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount), 0)::bigint AS amount FROM reversal
      WHERE reversal.program_id = spend.program_id AND reversal.lane = spend.lane
        AND reversal.transfer_no = spend.transfer_no
    ) AS reversed
    WHERE spend.program_id = ${programId}::uuid AND spend.kind = 'spend'
      AND spend.posted_at >= ${start}::timestamptz - interval '1 day'
      AND spend.occurred_at >= ${start} AND spend.occurred_at < ${end}
      AND opening.campaign_id = ${campaignId}::uuid`;
}

/** Points of the campaign that members spent on rewards in these days, less what was given back. */
export async function sumRedeemed(tx: Tx, span: ReportSpan): Promise<number> {
  const [row] = await tx.$queryRaw<{ redeemed: bigint }[]>`
    SELECT coalesce(sum(amount - given_back), 0)::bigint AS redeemed FROM (${spentOf(span)}) AS spend`;
  return Number(row?.redeemed ?? 0n);
}

export type RedeemedRow = Omit<RedeemedDto, "spent" | "givenBack" | "occurredAt"> & {
  spent: bigint;
  givenBack: bigint;
  occurredAt: Date;
};

/** What the campaign's points were spent on in these days, the latest first; a pool's spending is called after it. */
export async function selectRedeemed(
  tx: Tx,
  span: ReportSpan,
  { after, limit }: { after?: { at: Date; causeId: string } | undefined; limit: number },
): Promise<RedeemedRow[]> {
  const { programId } = span;
  const position = after
    ? Prisma.sql`WHERE (occurred_at, cause_id) < (${after.at}, ${after.causeId}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw<RedeemedRow[]>`
    WITH page AS (
      SELECT * FROM (
        SELECT cause_id, member_id, occurred_at, sum(amount)::bigint AS spent, sum(given_back)::bigint AS given_back
        FROM (${spentOf(span)}) AS spend
        GROUP BY cause_id, member_id, occurred_at
      ) AS spent ${position}
      ORDER BY occurred_at DESC, cause_id DESC
      LIMIT ${limit}
    )
    SELECT page.cause_id AS "causeId", page.member_id AS "memberId",
           coalesce(member.name, pool.name, '') AS "memberName", pool.pool_id IS NOT NULL AS "isPool",
           decision.outcome #>> '{subject,reason}' AS reason,
           decision.outcome #>> '{subject,redemptionId}' AS "redemptionId", page.spent,
           page.given_back AS "givenBack", page.occurred_at AS "occurredAt"
    FROM page
    JOIN decision ON decision.program_id = ${programId}::uuid AND decision.cause_id = page.cause_id
    LEFT JOIN member ON member.program_id = ${programId}::uuid AND member.member_id = page.member_id
    LEFT JOIN pool ON pool.program_id = ${programId}::uuid AND pool.pool_id = page.member_id
    ORDER BY page.occurred_at DESC, page.cause_id DESC`;
}
