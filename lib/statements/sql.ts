import type { Day } from "@/lib/core/calendar";
import { Prisma, type Tx } from "@/lib/db";

/**
 * Marks, lane by lane, how far the transfers of a month go. For a moment it holds all lanes, which nobody else does:
 * what was posted before the month was over is there then.
 * @param month its first day
 * @param endedAt when it was over
 */
export async function insertCuts(tx: Tx, programId: string, month: Day, endedAt: Date): Promise<void> {
  await tx.$queryRaw<object[]>`
    SELECT FROM lane WHERE program_id = ${programId}::uuid ORDER BY lane FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    INSERT INTO statement_cut (program_id, month, lane, last_transfer, settled_transfer, ended_at)
    SELECT lane.program_id, ${month}::date, lane.lane, coalesce(posted.last_transfer, 0), lane.next_transfer - 1,
           ${endedAt.toISOString()}::timestamptz
    FROM lane
    LEFT JOIN LATERAL (
      SELECT last_transfer FROM block
      WHERE block.program_id = lane.program_id AND block.lane = lane.lane
        AND posted_at < ${endedAt.toISOString()}::timestamptz
      ORDER BY block_no DESC
      LIMIT 1
    ) AS posted ON TRUE
    WHERE lane.program_id = ${programId}::uuid`;
}

export type StatementPlace = {
  programId: string;
  /** Its first day. */
  month: Day;
  lane: number;
};

/** What the statements of a month are made of, by the cuts at its beginning and its end. */
function spanOf({ programId, month, lane }: StatementPlace): Prisma.Sql {
  return Prisma.sql`
    SELECT cut.last_transfer, cut.settled_transfer, cut.ended_at, before.month AS month_before,
           coalesce(before.last_transfer, 0) AS last_before,
           coalesce(before.settled_transfer, 0) AS settled_before,
           coalesce(before.ended_at, '-infinity') AS ended_before
    FROM statement_cut AS cut
    LEFT JOIN LATERAL (
      SELECT * FROM statement_cut AS older
      WHERE older.program_id = cut.program_id AND older.lane = cut.lane AND older.month < cut.month
      ORDER BY older.month DESC
      LIMIT 1
    ) AS before ON TRUE
    WHERE cut.program_id = ${programId}::uuid AND cut.month = ${month}::date AND cut.lane = ${lane}::smallint`;
}

/** The members and pools of a lane who may get a statement of the month. */
export async function listStatementParties(tx: Tx, place: StatementPlace): Promise<string[]> {
  const { programId, lane } = place;
  const rows = await tx.$queryRaw<{ party: string }[]>`
    WITH span AS (${spanOf(place)})
    SELECT transfer.member_id AS party FROM span
    JOIN transfer ON transfer.program_id = ${programId}::uuid AND transfer.lane = ${lane}::smallint
      AND transfer.transfer_no > span.last_before AND transfer.transfer_no <= span.settled_transfer
    UNION
    SELECT statement.member_id FROM span
    JOIN statement ON statement.program_id = ${programId}::uuid AND statement.month = span.month_before
      AND statement.lane = ${lane}::smallint`;
  return rows.map(({ party }) => party);
}

/**
 * Makes the statements of a month for a lane in one statement: everybody whose points moved, or who has any.
 *
 * A transfer is on the statement of the month in which it was posted. Only what became of lots at the close of a day
 * counts by the day that was closed, however late the close came, if the lot was there by the end of the month. The
 * cuts say what that meant when each month's statements were made, so that every transfer is on exactly one.
 * Those who have theirs are passed over.
 * @param whose members and pools of the lane: these only, or all but these
 * @returns how many
 */
export async function insertStatements(
  tx: Tx,
  place: StatementPlace,
  whose: { only: readonly string[] } | { except: readonly string[] },
  madeAt: Date,
): Promise<number> {
  const { programId, month, lane } = place;
  const only = "only" in whose ? [...whose.only] : null;
  const except = "except" in whose ? [...whose.except] : [];
  return tx.$executeRaw`
    WITH span AS (${spanOf(place)}), entry AS (
      SELECT transfer.member_id, transfer.point_type_no, transfer.kind,
             CASE WHEN debit.party = transfer.program_id THEN transfer.amount
                  WHEN credit.party = transfer.program_id THEN -transfer.amount ELSE 0 END AS gain,
             CASE WHEN debit.party = transfer.program_id THEN debit.kind ELSE credit.kind END AS side,
             ((credit.kind = 'pending')::int - (debit.kind = 'pending')::int) * transfer.amount AS pending,
             ((debit.kind = 'debt')::int - (credit.kind = 'debt')::int) * transfer.amount AS owed
      FROM span
      JOIN transfer ON transfer.program_id = ${programId}::uuid AND transfer.lane = ${lane}::smallint
        AND transfer.transfer_no > span.last_before AND transfer.transfer_no <= span.settled_transfer
      CROSS JOIN LATERAL (
        SELECT CASE WHEN transfer.kind IN ('expire', 'activate')
                    THEN least(transfer.occurred_at, transfer.posted_at) END AS closed_at
      ) AS by_day
      JOIN account AS debit ON debit.program_id = ${programId}::uuid AND debit.account_id = transfer.debit_account
      JOIN account AS credit ON credit.program_id = ${programId}::uuid
        AND credit.account_id = transfer.credit_account
      WHERE (transfer.transfer_no <= span.last_transfer
             OR (by_day.closed_at < span.ended_at AND transfer.lot_no <= span.last_transfer))
        AND (by_day.closed_at IS NULL OR by_day.closed_at >= span.ended_before
             OR transfer.lot_no > span.last_before OR transfer.transfer_no > span.settled_before)
        AND (${only}::uuid[] IS NULL OR transfer.member_id = ANY (${only}::uuid[]))
        AND transfer.member_id <> ALL (${except}::uuid[])
    ), moved AS (
      SELECT member_id, point_type_no, sum(gain) AS net, sum(pending) AS pending, sum(owed) AS owed,
             coalesce(sum(gain) FILTER (WHERE side = 'issued' AND kind IN ('earn', 'debt_payment')), 0) AS earned,
             coalesce(-sum(gain) FILTER (WHERE side = 'returned'), 0) AS returned,
             coalesce(-sum(gain) FILTER (WHERE side = 'redeemed'), 0) AS spent,
             coalesce(-sum(gain) FILTER (WHERE side = 'expired'), 0) AS expired,
             coalesce(sum(gain) FILTER (WHERE side = 'clearing' AND gain > 0), 0) AS received,
             coalesce(-sum(gain) FILTER (WHERE side = 'clearing' AND gain < 0), 0) AS sent,
             coalesce(sum(gain) FILTER (WHERE side = 'adjusted'
               OR (side = 'issued' AND kind NOT IN ('earn', 'debt_payment'))), 0) AS adjusted
      FROM entry
      GROUP BY member_id, point_type_no
    ), old AS (
      SELECT statement.* FROM span
      JOIN statement ON statement.program_id = ${programId}::uuid AND statement.month = span.month_before
        AND statement.lane = ${lane}::smallint
      WHERE (statement.closing <> 0 OR statement.pending <> 0 OR statement.owed <> 0)
        AND (${only}::uuid[] IS NULL OR statement.member_id = ANY (${only}::uuid[]))
        AND statement.member_id <> ALL (${except}::uuid[])
    )
    INSERT INTO statement (program_id, month, member_id, point_type_no, lane, opening, earned, returned, spent,
                           expired, received, sent, adjusted, closing, pending, owed, made_at)
    SELECT ${programId}::uuid, ${month}::date, member_id, point_type_no, ${lane}::smallint,
           coalesce(old.closing, 0), coalesce(moved.earned, 0), coalesce(moved.returned, 0),
           coalesce(moved.spent, 0), coalesce(moved.expired, 0), coalesce(moved.received, 0),
           coalesce(moved.sent, 0), coalesce(moved.adjusted, 0),
           coalesce(old.closing, 0) + coalesce(moved.net, 0), coalesce(old.pending, 0) + coalesce(moved.pending, 0),
           coalesce(old.owed, 0) + coalesce(moved.owed, 0), ${madeAt.toISOString()}::timestamptz
    FROM moved FULL JOIN old USING (member_id, point_type_no)
    ON CONFLICT DO NOTHING`;
}

export type StatementRow = {
  month: string;
  pointTypeNo: number;
  opening: bigint;
  earned: bigint;
  returned: bigint;
  spent: bigint;
  expired: bigint;
  received: bigint;
  sent: bigint;
  adjusted: bigint;
  closing: bigint;
  pending: bigint;
  owed: bigint;
  madeAt: Date;
};

/** A member's statements, the latest first, types in order within a month. */
export async function listStatementRows(
  tx: Tx,
  programId: string,
  memberId: string,
  {
    after,
    months,
    limit,
  }: {
    /** The row after which to go on. */
    after: { month: Day; pointTypeNo: number } | null;
    /** From which month to which, first days. */
    months: { from: Day; to: Day };
    limit: number;
  },
): Promise<StatementRow[]> {
  return tx.$queryRaw<StatementRow[]>`
    SELECT to_char(month, 'YYYY-MM') AS month, point_type_no AS "pointTypeNo", opening, earned, returned, spent,
           expired, received, sent, adjusted, closing, pending, owed, made_at AS "madeAt"
    FROM statement
    WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid
      AND month BETWEEN ${months.from}::date AND ${months.to}::date
      AND (${after?.month ?? null}::date IS NULL OR month < ${after?.month ?? null}::date
           OR (month = ${after?.month ?? null}::date AND point_type_no > ${after?.pointTypeNo ?? 0}::smallint))
    ORDER BY statement.month DESC, point_type_no
    LIMIT ${limit}`;
}
