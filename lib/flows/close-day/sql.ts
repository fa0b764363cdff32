import type { Day } from "@/lib/core/calendar";
import type { Tx } from "@/lib/db";

/** What each step has to do, found by one statement each. They read whole ranges, so the planner is left to itself. */

type Place = { programId: string; day: Day };

/** Lists the owners of pending lots whose day has come. */
export function listActivations(tx: Tx, { programId, day }: Place): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO day_due (program_id, day, step, lane, party, point_type_no, lots)
    SELECT ${programId}::uuid, ${day}::date, 'activation', lot.lane, account.party, account.point_type_no, count(*)
    FROM lot
    JOIN account ON account.program_id = lot.program_id AND account.account_id = lot.account_id
    WHERE lot.program_id = ${programId}::uuid AND lot.activates_on <= ${day}::date AND lot.remaining > 0
    GROUP BY lot.lane, account.party, account.point_type_no`;
}

/**
 * Lists the owners of lots whose last day was before this one: their own, or the one that their owner's sliding lots
 * share. What holds have set aside waits.
 */
export function listExpiries(tx: Tx, { programId, day }: Place): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO day_due (program_id, day, step, lane, party, point_type_no, lots)
    SELECT ${programId}::uuid, ${day}::date, 'expiry', lane, party, point_type_no, sum(lots)
    FROM (
      SELECT lot.lane, account.party, account.point_type_no, count(*) AS lots
      FROM lot
      JOIN account ON account.program_id = lot.program_id AND account.account_id = lot.account_id
      WHERE lot.program_id = ${programId}::uuid AND lot.expires_on < ${day}::date AND lot.remaining > lot.reserved
      GROUP BY lot.lane, account.party, account.point_type_no
      UNION ALL
      SELECT own.lane, account.party, account.point_type_no, own.lots
      FROM account
      CROSS JOIN LATERAL (
        SELECT lane, count(*) FILTER (WHERE lot.remaining > lot.reserved) AS lots FROM lot
        WHERE lot.program_id = account.program_id AND lot.account_id = account.account_id
          AND lot.expires_on = 'infinity' AND lot.sliding
        GROUP BY lane
      ) AS own
      WHERE account.program_id = ${programId}::uuid AND account.slides_to < ${day}::date
    ) AS ending
    GROUP BY lane, party, point_type_no`;
}

/** Lists the lanes, each of which is one piece of work. */
export function listLanes(tx: Tx, { programId, day }: Place): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO day_due (program_id, day, step, lane, party, point_type_no, lots)
    SELECT program_id, ${day}::date, 'statements', lane, program_id, 0, 0
    FROM lane WHERE program_id = ${programId}::uuid`;
}

/** Lists those whose statement of an earlier month has been set aside: this one comes after it. */
export function listWaitingStatements(tx: Tx, { programId, day }: Place): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO day_due (program_id, day, step, lane, party, point_type_no, lots)
    SELECT DISTINCT program_id, ${day}::date, step, lane, party, point_type_no, 0
    FROM day_fault WHERE program_id = ${programId}::uuid AND step = 'statements' AND settled_at IS NULL`;
}

/**
 * When what keeps sliding points usable (earning and spending) last happened since an instant, by member and point
 * type.
 */
export async function readLatestActivity(
  tx: Tx,
  programId: string,
  purses: readonly { memberId: string; pointTypeNo: number; since: Date }[],
): Promise<{ memberId: string; pointTypeNo: number; latest: Date }[]> {
  if (purses.length === 0) return [];
  return tx.$queryRaw<{ memberId: string; pointTypeNo: number; latest: Date }[]>`
    SELECT wanted.member_id AS "memberId", wanted.point_type_no AS "pointTypeNo", active.latest
    FROM unnest(
      ${purses.map((purse) => purse.memberId)}::uuid[], ${purses.map((purse) => purse.pointTypeNo)}::smallint[],
      ${purses.map((purse) => purse.since.toISOString())}::timestamptz[]
    ) AS wanted (member_id, point_type_no, since)
    CROSS JOIN LATERAL (
      SELECT max(transfer.occurred_at) AS latest
      FROM decision
      JOIN transfer ON transfer.program_id = decision.program_id AND transfer.lane = decision.lane
        AND transfer.transfer_no >= decision.first_transfer
        AND transfer.transfer_no < decision.first_transfer + decision.transfers
      WHERE decision.program_id = ${programId}::uuid AND decision.member_id = wanted.member_id
        AND decision.occurred_at >= wanted.since AND transfer.point_type_no = wanted.point_type_no
        AND (transfer.kind IN ('earn', 'spend') OR (transfer.kind = 'debt_payment' AND transfer.campaign_id IS NOT NULL))
    ) AS active
    WHERE active.latest IS NOT NULL`;
}

/** Active members with their birthday on this day of the year, in the order of their ids. */
export function selectBirthdays(
  tx: Tx,
  { programId, monthDay, after }: { programId: string; monthDay: number; after: string | null },
  limit: number,
): Promise<{ memberId: string; lane: number; bornIn: number }[]> {
  return tx.$queryRaw<{ memberId: string; lane: number; bornIn: number }[]>`
    SELECT member_id AS "memberId", lane, extract(year FROM birthday)::int AS "bornIn"
    FROM member
    WHERE program_id = ${programId}::uuid AND birthday IS NOT NULL
      AND (EXTRACT(MONTH FROM birthday) * 100 + EXTRACT(DAY FROM birthday))::int = ${monthDay}
      AND (${after}::uuid IS NULL OR member_id > ${after}::uuid) AND status = 'active'
    ORDER BY member_id
    LIMIT ${limit}`;
}
