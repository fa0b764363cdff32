import "server-only";
import { Prisma } from "@/lib/db";
import type { BenefitName } from "./schema";

/** Which transfers of which campaign are looked at: from the first instant to before the last. */
export type ReportSpan = {
  programId: string;
  campaignId: string;
  timeZone: string;
  start: Date;
  end: Date;
};

/**
 * What the campaign gave and took back, a row for each transfer and each benefit: `member_id`, the event `cause_id`,
 * when it happened (`occurred_at`, `day`), the event `origin` that the points came from, and the figures.
 * @param benefit this one alone, and no points
 */
export function givenBy(span: ReportSpan, benefit?: BenefitName): Prisma.Sql {
  const { kind, what } = benefit ?? {};
  const named = benefit ? Prisma.sql`WHERE kind = ${kind}::benefit_kind AND what = ${what}` : Prisma.empty;
  const benefits = Prisma.sql`
    SELECT member_id, cause_id, occurred_at, (occurred_at AT TIME ZONE ${span.timeZone})::date AS day,
           cause_id AS origin, 0::bigint AS issued, 0::bigint AS taken_back, 1 AS benefits,
           (state = 'withdrawn')::int AS withdrawn, coalesce(is_used, FALSE)::int AS used, vouchers_minor
    FROM (${benefitsOf(span)}) AS benefit ${named}`;
  return benefit ? benefits : Prisma.sql`${movedBy(span)} UNION ALL ${benefits}`;
}

/**
 * The campaign's transfers. They were posted after they happened, so the block-range index on that leaves earlier ones
 * out. What was given is counted whole; what came back of it by a reversal is counted where it was given.
 */
function movedBy({ programId, campaignId, timeZone, start, end }: ReportSpan): Prisma.Sql {
  return Prisma.sql`
    SELECT transfer.member_id, transfer.cause_id, transfer.occurred_at,
           (transfer.occurred_at AT TIME ZONE ${timeZone})::date AS day,
           coalesce(opening.cause_id, owed.origin, transfer.cause_id) AS origin,
           CASE WHEN transfer.kind IN ('earn', 'debt_payment') THEN transfer.amount ELSE 0 END AS issued,
           CASE WHEN transfer.kind IN ('earn', 'debt_payment') THEN reversed.amount
                ELSE transfer.amount - reversed.amount END AS taken_back,
           0 AS benefits, 0 AS withdrawn, 0 AS used, 0::bigint AS vouchers_minor
    FROM transfer
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount), 0)::bigint AS amount FROM reversal
      WHERE reversal.program_id = transfer.program_id AND reversal.lane = transfer.lane
        AND reversal.transfer_no = transfer.transfer_no
    ) AS reversed
    LEFT JOIN transfer AS opening
      ON transfer.kind = 'return' AND opening.program_id = transfer.program_id AND opening.lane = transfer.lane
      AND opening.transfer_no = transfer.lot_no
    -- What became a debt was drawn from no lot: the return says which purchase it was.
    LEFT JOIN LATERAL (
      SELECT (outcome #>> '{subject,purchaseEventId}')::uuid AS origin FROM decision
      WHERE transfer.kind = 'debt' AND decision.program_id = transfer.program_id
        AND decision.cause_id = transfer.cause_id
    ) AS owed ON TRUE
    WHERE transfer.program_id = ${programId}::uuid AND transfer.campaign_id = ${campaignId}::uuid
      AND transfer.kind IN ('earn', 'debt_payment', 'return', 'debt')
      AND transfer.posted_at >= ${start}::timestamptz - interval '1 day'
      AND transfer.occurred_at >= ${start} AND transfer.occurred_at < ${end}`;
}

/** The campaign's benefits, each with the event that earned it and what its voucher cost when it was used. */
export function benefitsOf({ programId, campaignId, start, end }: ReportSpan): Prisma.Sql {
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
