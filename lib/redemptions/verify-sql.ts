import { Prisma, type Tx } from "@/lib/db";
import type { MoreCheck } from "@/lib/wallet";

/** What redemptions promise and the ledger keeps, beside the ledger's own checks. */
export function redemptionChecks(): MoreCheck[] {
  const checks = Object.keys(checksOf(Prisma.empty)) as (keyof ReturnType<typeof checksOf>)[];
  return checks.map((check) => ({
    check,
    find: (tx, programId, most) => findBreaks(tx, checksOf(Prisma.sql`${programId}::uuid`)[check], most),
  }));
}

async function findBreaks(tx: Tx, query: Prisma.Sql, most: number) {
  const rows = await tx.$queryRaw<{ where: string; detail: string; found: bigint }[]>`
    SELECT "where", detail, count(*) OVER () AS found FROM (${query}) AS broken LIMIT ${most}`;
  return {
    found: Number(rows[0]?.found ?? 0),
    findings: rows.map(({ where, detail }) => ({ where, detail })),
  };
}

/**
 * Each query returns a row (where, detail) for every place that is not
 * as it should be.
 * @param program the program's id as a parameter
 */
function checksOf(program: Prisma.Sql) {
  return {
    redemption_holds: Prisma.sql`
      SELECT 'redemption ' || redemption.redemption_id AS "where",
             format('it is %s for %s points, its hold is %s over %s', redemption.state, redemption.points,
                    coalesce(hold.state::text, 'missing'), coalesce((hold.amount - hold.captured)::text, 'none')) AS detail
      FROM redemption
      LEFT JOIN hold ON hold.program_id = ${program} AND hold.hold_id = redemption.hold_id
        AND hold.redemption_id = redemption.redemption_id AND hold.member_id = redemption.member_id
      WHERE redemption.program_id = ${program} AND redemption.points > 0
        AND redemption.state IN ('requested', 'reserved')
        AND (hold.state IS DISTINCT FROM 'open' OR hold.amount - hold.captured <> redemption.points)
      UNION ALL
      SELECT 'hold ' || hold.hold_id, format('it is open for redemption %s, which is %s', hold.redemption_id,
                                            coalesce(redemption.state::text, 'missing'))
      FROM hold
      LEFT JOIN redemption ON redemption.program_id = ${program} AND redemption.redemption_id = hold.redemption_id
      WHERE hold.program_id = ${program} AND hold.redemption_id IS NOT NULL AND hold.state = 'open'
        AND (redemption.state IS NULL OR redemption.state NOT IN ('requested', 'reserved'))`,
    redemption_spends: Prisma.sql`
      SELECT 'redemption ' || redemption.redemption_id AS "where",
             format('it is %s for %s points, its entry spent %s and is %s', redemption.state, redemption.points,
                    coalesce(spent.points::text, 'none'),
                    CASE WHEN reversed_entry.cause_id IS NULL THEN 'not reversed' ELSE 'reversed' END) AS detail
      FROM redemption
      LEFT JOIN decision ON decision.program_id = ${program} AND decision.cause_id = redemption.spend_id
        AND decision.member_id = redemption.member_id AND decision.kind = 'spend'
      LEFT JOIN LATERAL (
        SELECT sum(amount) AS points FROM transfer
        WHERE transfer.program_id = ${program} AND transfer.lane = decision.lane
          AND transfer.transfer_no >= decision.first_transfer
          AND transfer.transfer_no < decision.first_transfer + decision.transfers
      ) AS spent ON decision.cause_id IS NOT NULL
      LEFT JOIN reversed_entry ON reversed_entry.program_id = ${program}
        AND reversed_entry.cause_id = redemption.spend_id
      WHERE redemption.program_id = ${program} AND (
        redemption.state IN ('fulfilled', 'reversed') AND redemption.points > 0 AND (
          coalesce(spent.points, 0) <> redemption.points
          OR (reversed_entry.cause_id IS NOT NULL) <> (redemption.state = 'reversed'))
        OR redemption.state NOT IN ('fulfilled', 'reversed') AND redemption.spend_id IS NOT NULL)`,
    pool_codes: Prisma.sql`
      SELECT format('code %s of pool %s', code_no, pool_id) AS "where",
             format('it was handed out for redemption %s, whose voucher is %s', pool_code.redemption_id,
                    coalesce(voucher.code, 'missing')) AS detail
      FROM pool_code
      LEFT JOIN voucher ON voucher.program_id = ${program} AND voucher.code = pool_code.code
        AND voucher.redemption_id = pool_code.redemption_id
      WHERE pool_code.program_id = ${program} AND pool_code.state = 'handed' AND voucher.code IS NULL
      UNION ALL
      SELECT 'redemption ' || redemption_id, format('it was handed %s codes', count(*))
      FROM pool_code WHERE program_id = ${program} AND state = 'handed'
      GROUP BY redemption_id HAVING count(*) > 1`,
    redemption_vouchers: Prisma.sql`
      SELECT 'voucher ' || voucher.voucher_id AS "where",
             format('it is %s for redemption %s, which is %s', voucher.state, voucher.redemption_id,
                    coalesce(redemption.state::text, 'missing')) AS detail
      FROM voucher
      LEFT JOIN redemption ON redemption.program_id = ${program}
        AND redemption.redemption_id = voucher.redemption_id
        AND redemption.voucher_id = voucher.voucher_id AND redemption.member_id = voucher.member_id
      WHERE voucher.program_id = ${program} AND voucher.redemption_id IS NOT NULL
        AND (coalesce(redemption.state::text, '') NOT IN ('fulfilled', 'reversed')
             OR redemption.state = 'reversed' AND voucher.state = 'issued'
             OR redemption.state = 'fulfilled' AND voucher.state = 'withdrawn')
      UNION ALL
      SELECT 'redemption ' || redemption.redemption_id, format('it names voucher %s, which it does not have',
                                                              redemption.voucher_id)
      FROM redemption
      LEFT JOIN voucher ON voucher.program_id = ${program} AND voucher.voucher_id = redemption.voucher_id
        AND voucher.redemption_id = redemption.redemption_id
      WHERE redemption.program_id = ${program} AND redemption.voucher_id IS NOT NULL AND voucher.voucher_id IS NULL`,
  };
}
