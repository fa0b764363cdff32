import { Prisma, type Tx } from "@/lib/db";

/** How many of a reward a member has asked for since an instant, and still has or waits for. The lane is held. */
export async function countTaken(
  tx: Tx,
  programId: string,
  { memberId, rewardId, since }: { memberId: string; rewardId: string; since: Date | null },
): Promise<number> {
  const [row] = await tx.$queryRaw<{ taken: number }[]>`
    SELECT count(*)::int AS taken FROM redemption
    WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid AND reward_id = ${rewardId}::uuid
      AND state IN ('requested', 'reserved', 'fulfilled')
      AND ${since === null ? Prisma.sql`TRUE` : Prisma.sql`created_at >= ${since.toISOString()}::timestamptz`}`;
  return row?.taken ?? 0;
}

export type DueRedemption = { programId: string; redemptionId: string };

/** Redemptions whose time is up, the first of each program. */
export function findDueRedemptions(
  tx: Tx,
  now: Date,
  limit: number,
  programId: string | null,
): Promise<DueRedemption[]> {
  return tx.$queryRaw<DueRedemption[]>`
    SELECT due.program_id AS "programId", due.redemption_id AS "redemptionId"
    FROM program
    CROSS JOIN LATERAL (
      SELECT program_id, redemption_id FROM redemption
      WHERE redemption.program_id = program.program_id AND redemption.state IN ('requested', 'reserved')
        AND redemption.expires_at <= ${now.toISOString()}::timestamptz
      ORDER BY redemption.expires_at
      LIMIT ${limit}
    ) AS due
    WHERE ${programId === null ? Prisma.sql`TRUE` : Prisma.sql`program.program_id = ${programId}::uuid`}`;
}

/** An order that has been taken to be sent. */
export type TakenOrder = DueRedemption & {
  /** This one included. */
  attempts: number;
};

/** Takes orders that are due, those that have waited longest first, for as long as the lease. */
export function takeDueOrders(tx: Tx, now: Date, leaseUntil: Date, limit: number): Promise<TakenOrder[]> {
  return tx.$queryRaw<TakenOrder[]>`
    UPDATE partner_order AS taken SET attempts = taken.attempts + 1, last_attempt_at = ${now.toISOString()}::timestamptz,
                                      next_attempt_at = ${leaseUntil.toISOString()}::timestamptz
    FROM (
      SELECT program_id, redemption_id FROM partner_order
      WHERE state = 'waiting' AND next_attempt_at <= ${now.toISOString()}::timestamptz
      ORDER BY next_attempt_at
      LIMIT ${limit}
      FOR NO KEY UPDATE SKIP LOCKED
    ) AS due
    WHERE taken.program_id = due.program_id AND taken.redemption_id = due.redemption_id
    RETURNING taken.program_id AS "programId", taken.redemption_id AS "redemptionId", taken.attempts`;
}

/** Keeps how an order's attempt ended. One that waits anew for something else to be told is left as it is. */
export async function noteOrderAttempt(
  tx: Tx,
  { programId, redemptionId, attempts }: TakenOrder,
  {
    state,
    status,
    error,
    nextAttemptAt,
  }: {
    state: "waiting" | "delivered" | "failed";
    status: number | null;
    error: string | null;
    nextAttemptAt: Date | null;
  },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE partner_order SET state = ${state}::partner_order_state, last_status = ${status}::smallint,
      last_error = ${error}, next_attempt_at = ${nextAttemptAt?.toISOString() ?? null}::timestamptz
    WHERE program_id = ${programId}::uuid AND redemption_id = ${redemptionId}::uuid AND state = 'waiting'
      AND attempts = ${attempts}::smallint`;
  return changed > 0;
}

/** A payment that has been taken to be given back. */
export type TakenRefund = {
  programId: string;
  paymentId: string;
  redemptionId: string;
  provider: string;
  providerReference: string | null;
  amountMinor: bigint;
  /** This one included. */
  attempts: number;
};

/** Takes refunds that are due, for as long as the lease. */
export function takeDueRefunds(tx: Tx, now: Date, leaseUntil: Date, limit: number): Promise<TakenRefund[]> {
  return tx.$queryRaw<TakenRefund[]>`
    UPDATE payment AS taken SET attempts = taken.attempts + 1,
                                next_attempt_at = ${leaseUntil.toISOString()}::timestamptz
    FROM (
      SELECT program_id, payment_id FROM payment
      WHERE next_attempt_at <= ${now.toISOString()}::timestamptz
      ORDER BY next_attempt_at
      LIMIT ${limit}
      FOR NO KEY UPDATE SKIP LOCKED
    ) AS due
    WHERE taken.program_id = due.program_id AND taken.payment_id = due.payment_id
    RETURNING taken.program_id AS "programId", taken.payment_id AS "paymentId",
              taken.redemption_id AS "redemptionId", taken.provider,
              taken.provider_reference AS "providerReference", taken.amount_minor AS "amountMinor", taken.attempts`;
}

/** Keeps that a refund did not succeed, and when it is tried again. */
export async function noteRefundAttempt(
  tx: Tx,
  { programId, paymentId }: Pick<TakenRefund, "programId" | "paymentId">,
  { error, nextAttemptAt, now }: { error: string; nextAttemptAt: Date; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE payment SET error = ${error}, next_attempt_at = ${nextAttemptAt.toISOString()}::timestamptz,
                       updated_at = ${now.toISOString()}::timestamptz
    WHERE program_id = ${programId}::uuid AND payment_id = ${paymentId}::uuid AND state = 'refund_due'`;
}

/** Forgets where redemptions went that ended before an instant, in all programs. @returns how many */
export function forgetDeliveries(tx: Tx, before: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE redemption SET delivery = NULL
    FROM program
    WHERE redemption.program_id = program.program_id AND redemption.delivery IS NOT NULL
      AND redemption.state NOT IN ('requested', 'reserved')
      AND coalesce(redemption.closed_at, redemption.fulfilled_at) < ${before.toISOString()}::timestamptz`;
}
