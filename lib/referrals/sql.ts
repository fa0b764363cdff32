import type { SqlTx, Tx } from "@/lib/db";

/** A purchase that has just been posted. */
export type PostedPurchase = { eventId: string; memberId: string; amountMinor: number; occurredAt: Date };

/** Whether anybody who was brought along may still qualify: what every posting asks first. */
export async function isAnybodyReferred(tx: SqlTx, programId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ referred: boolean }[]>`
    SELECT EXISTS (SELECT FROM referral_policy WHERE program_id = ${programId}::uuid AND enabled)
       AND EXISTS (SELECT FROM referral WHERE program_id = ${programId}::uuid AND state = 'joined') AS referred`;
  return row?.referred ?? false;
}

/** Gives those who wait for a first purchase theirs: the earliest that is large and early enough. */
export async function qualifyReferrals(
  tx: SqlTx,
  programId: string,
  purchases: readonly PostedPurchase[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE referral SET state = 'qualified', purchase_event_id = first.event_id,
      qualified_at = ${now.toISOString()}::timestamptz,
      due_at = ${now.toISOString()}::timestamptz + make_interval(days => first.wait_days)
    FROM (
      SELECT DISTINCT ON (referral.referral_id) referral.referral_id, purchase.event_id, policy.wait_days
      FROM unnest(
        ${purchases.map(({ eventId }) => eventId)}::uuid[], ${purchases.map(({ memberId }) => memberId)}::uuid[],
        ${purchases.map(({ amountMinor }) => amountMinor)}::bigint[],
        ${purchases.map(({ occurredAt }) => occurredAt.toISOString())}::timestamptz[]
      ) AS purchase (event_id, member_id, amount_minor, occurred_at)
      JOIN referral ON referral.program_id = ${programId}::uuid AND referral.referee_id = purchase.member_id
        AND referral.state = 'joined'
      JOIN referral_policy AS policy ON policy.program_id = ${programId}::uuid AND policy.enabled
      WHERE purchase.amount_minor >= policy.minimum_minor
        AND purchase.occurred_at >= referral.joined_at
        AND purchase.occurred_at <= referral.joined_at + make_interval(days => policy.qualify_days)
      ORDER BY referral.referral_id, purchase.occurred_at, purchase.event_id
    ) AS first
    WHERE referral.program_id = ${programId}::uuid AND referral.referral_id = first.referral_id
      AND referral.state = 'joined'`;
}

export type DueReferral = {
  programId: string;
  referralId: string;
  referrerId: string;
  refereeId: string;
  purchaseEventId: string;
};

/** Locks a referral whose reward is due, the one that has waited longest first, unless somebody else has it. */
export async function lockDueReferral(tx: Tx, now: Date): Promise<DueReferral | null> {
  const [row] = await tx.$queryRaw<DueReferral[]>`
    SELECT program_id AS "programId", referral_id AS "referralId", referrer_id AS "referrerId",
           referee_id AS "refereeId", purchase_event_id AS "purchaseEventId"
    FROM referral
    WHERE state = 'qualified' AND due_at <= ${now.toISOString()}::timestamptz
    ORDER BY due_at
    LIMIT 1
    FOR NO KEY UPDATE SKIP LOCKED`;
  return row ?? null;
}

/**
 * What is left of a purchase after returns, in minor units: each line in proportion to its pieces, rounded down. One
 * without lines is one line of one piece.
 */
export async function amountLeft(tx: Tx, programId: string, eventId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ left: bigint }[]>`
    SELECT coalesce(sum(CASE WHEN line.milli > 0
             THEN floor(line.amount * greatest(0, line.milli - coalesce(returned.quantity_milli, 0)) / line.milli)
             ELSE line.amount END), 0)::bigint AS left
    FROM event
    CROSS JOIN LATERAL (
      SELECT number - 1 AS line_no, (item->>'amountMinor')::numeric AS amount,
             (item->>'quantity')::numeric * 1000 AS milli
      FROM jsonb_array_elements(
        CASE WHEN json_array_length(event.payload->'lines') > 0 THEN (event.payload->'lines')::jsonb
             ELSE jsonb_build_array(jsonb_build_object('amountMinor', event.payload->'amountMinor', 'quantity', 1)) END
      ) WITH ORDINALITY AS item (item, number)
    ) AS line
    LEFT JOIN returned_line AS returned ON returned.program_id = event.program_id
      AND returned.event_id = event.event_id AND returned.line_no = line.line_no
    WHERE event.program_id = ${programId}::uuid AND event.event_id = ${eventId}::uuid`;
  return Number(row?.left ?? 0);
}

/** Notes that something came back of purchases for which rewards were given. */
export async function noteReturnedPurchases(
  tx: SqlTx,
  programId: string,
  purchaseIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE referral SET return_noted_at = ${now.toISOString()}::timestamptz
    WHERE program_id = ${programId}::uuid AND purchase_event_id = ANY (${[...purchaseIds]}::uuid[])
      AND state = 'rewarded' AND taken_back_at IS NULL`;
}

export type ReturnedReferral = DueReferral & {
  notedAt: Date;
  referrerPoints: number;
  refereePoints: number;
};

/** Rewarded referrals of whose purchases something came back, the longest known first. */
export function listReturnedReferrals(
  tx: Tx,
  programId: string | null,
  limit: number,
): Promise<ReturnedReferral[]> {
  return tx.$queryRaw<ReturnedReferral[]>`
    SELECT program_id AS "programId", referral_id AS "referralId", referrer_id AS "referrerId",
           referee_id AS "refereeId", purchase_event_id AS "purchaseEventId", return_noted_at AS "notedAt",
           referrer_points AS "referrerPoints", referee_points AS "refereePoints"
    FROM referral
    WHERE return_noted_at IS NOT NULL AND taken_back_at IS NULL
      AND (${programId}::uuid IS NULL OR program_id = ${programId}::uuid)
    ORDER BY return_noted_at, referral_id
    LIMIT ${limit}`;
}

/** Counts a member's rewarded referrals since an instant, holding their code so that nobody else counts meanwhile. */
export async function countRewardedSince(
  tx: Tx,
  programId: string,
  referrerId: string,
  since: Date,
): Promise<number> {
  await tx.$queryRaw`
    SELECT FROM referral_code WHERE program_id = ${programId}::uuid AND member_id = ${referrerId}::uuid FOR NO KEY UPDATE`;
  return tx.referral.count({
    where: {
      programId,
      referrerId,
      state: "rewarded",
      rewardedAt: { gte: since },
      referrerPoints: { gt: 0 },
    },
  });
}
