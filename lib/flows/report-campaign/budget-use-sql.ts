import "server-only";
import type { BudgetKey } from "@/lib/campaigns";
import { Prisma, type Tx } from "@/lib/db";
import { limitChangesIn } from "@/lib/wallet";

export type BudgetUseRow = {
  causeId: string;
  memberId: string;
  memberName: string;
  /** Whether the cause is an event, and not the reversal of one. */
  isEvent: boolean;
  /** In the budget's measure; below zero: given back. */
  used: bigint;
  occurredAt: Date;
};

/**
 * The decisions that used some of a budget, or gave some back, the latest first. They are found by what the campaign
 * moved since the window began; what was given back of benefits alone, by the returns and reversals since.
 */
export async function selectBudgetUse(
  tx: Tx,
  { programId, campaignId, limitNo, windowStart, start }: BudgetKey & { programId: string; start: Date },
  { after, limit }: { after?: { at: Date; causeId: string } | undefined; limit: number },
): Promise<BudgetUseRow[]> {
  const program = Prisma.sql`${programId}::uuid`;
  const decisions = Prisma.sql`(
    SELECT decision.* FROM cause
    JOIN decision ON decision.program_id = ${program} AND decision.cause_id = cause.cause_id
  ) AS decision`;
  const position = after
    ? Prisma.sql`WHERE (occurred_at, cause_id) < (${after.at}, ${after.causeId}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw<BudgetUseRow[]>`
    WITH moved AS (
      SELECT cause_id FROM transfer
      WHERE program_id = ${program} AND campaign_id = ${campaignId}::uuid
        AND kind IN ('earn', 'debt_payment', 'return', 'debt')
        AND posted_at >= ${start}::timestamptz - interval '1 day'
      UNION
      SELECT cause_id FROM benefit WHERE program_id = ${program} AND campaign_id = ${campaignId}::uuid
      UNION
      SELECT event_id FROM event WHERE program_id = ${program} AND type = 'return' AND occurred_at >= ${start}
    ), cause AS MATERIALIZED (
      SELECT cause_id FROM moved
      UNION
      SELECT reversed_entry.reversal_id FROM moved
      JOIN reversed_entry ON reversed_entry.program_id = ${program} AND reversed_entry.cause_id = moved.cause_id
    ), page AS (
      SELECT * FROM (
        SELECT cause_id, member_id, occurred_at, sum(used)::bigint AS used
        FROM (${limitChangesIn(program, decisions)}) AS change
        WHERE campaign_id = ${campaignId}::uuid AND limit_no = ${limitNo} AND window_start = ${windowStart}::date
          AND is_shared
        GROUP BY cause_id, member_id, occurred_at
        HAVING sum(used) <> 0
      ) AS used ${position}
      ORDER BY occurred_at DESC, cause_id DESC
      LIMIT ${limit}
    )
    SELECT page.cause_id AS "causeId", page.member_id AS "memberId", member.name AS "memberName",
           event.event_id IS NOT NULL AS "isEvent", page.used, page.occurred_at AS "occurredAt"
    FROM page
    JOIN member ON member.program_id = ${program} AND member.member_id = page.member_id
    LEFT JOIN event ON event.program_id = ${program} AND event.event_id = page.cause_id
    ORDER BY page.occurred_at DESC, page.cause_id DESC`;
}
