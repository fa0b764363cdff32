import { Prisma } from "@/lib/db";

/**
 * What accounts and lots hold against the transfers that moved it there and the holds that set it aside. Each query
 * returns a row (where, detail) for every place that is not as it should be.
 * @param program the program's id as a parameter
 */
export function balanceChecks(program: Prisma.Sql) {
  const entries = Prisma.sql`
    SELECT credit_account AS account_id, debit_account AS other, amount FROM transfer WHERE program_id = ${program}
    UNION ALL
    SELECT debit_account, credit_account, -amount FROM transfer WHERE program_id = ${program}`;
  return {
    balance: Prisma.sql`
      SELECT account_id::text AS "where",
             format('%s account holds %s, its transfers add up to %s', kind, balance, coalesce(moved.total, 0)) AS detail
      FROM account
      LEFT JOIN (
        SELECT account_id, sum(amount) AS total FROM (${entries}) AS entry GROUP BY account_id
      ) AS moved USING (account_id)
      WHERE program_id = ${program} AND balance <> coalesce(moved.total, 0)`,
    counters: Prisma.sql`
      SELECT account_id::text AS "where",
             format('counts %s earned, %s returned, %s spent and %s expired; its transfers say %s, %s, %s and %s',
                    account.earned, account.returned, account.spent, account.expired, coalesce(moved.earned, 0),
                    coalesce(moved.returned, 0), coalesce(moved.spent, 0), coalesce(moved.expired, 0)) AS detail
      FROM account
      LEFT JOIN (
        SELECT entry.account_id, coalesce(sum(amount) FILTER (WHERE own.kind = 'issued'), 0) AS earned,
               coalesce(-sum(amount) FILTER (WHERE own.kind = 'returned'), 0) AS returned,
               coalesce(-sum(amount) FILTER (WHERE own.kind = 'redeemed'), 0) AS spent,
               coalesce(-sum(amount) FILTER (WHERE own.kind = 'expired'), 0) AS expired
        FROM (${entries}) AS entry
        JOIN account AS own ON own.program_id = ${program} AND own.account_id = entry.other AND own.party = ${program}
        GROUP BY entry.account_id
      ) AS moved USING (account_id)
      WHERE program_id = ${program} AND (account.earned, account.returned, account.spent, account.expired)
        <> (coalesce(moved.earned, 0), coalesce(moved.returned, 0), coalesce(moved.spent, 0), coalesce(moved.expired, 0))`,
    floors: Prisma.sql`
      SELECT account_id::text AS "where",
             format('%s account holds %s with %s set aside; it may not fall below %s', kind, balance, held,
                    coalesce(floor::text, 'nothing')) AS detail
      FROM account
      WHERE program_id = ${program}
        AND (balance - held < floor OR held < 0 OR (floor IS NULL) <> (kind IN ('issued', 'debt'))
             OR CASE WHEN kind IN ('issued', 'debt') THEN balance > 0 ELSE balance < 0 END)`,
    lots: Prisma.sql`
      SELECT account_id::text AS "where",
             format('%s account holds %s, its lots hold %s', kind, balance, coalesce(inside.total, 0)) AS detail
      FROM account
      LEFT JOIN (
        SELECT account_id, sum(remaining) AS total FROM lot WHERE program_id = ${program} GROUP BY account_id
      ) AS inside USING (account_id)
      WHERE program_id = ${program}
        AND CASE WHEN kind IN ('available', 'pending') THEN balance ELSE 0 END <> coalesce(inside.total, 0)`,
    lot: Prisma.sql`
      SELECT format('lane %s lot %s', coalesce(own.lane, moved.lane), coalesce(own.lot_no, moved.lot_no)) AS "where",
             format('granted %s and remaining %s in an account that is %s; its transfers gave %s and left %s',
                    coalesce(own.granted::text, 'nothing'), coalesce(own.remaining::text, 'nothing'),
                    coalesce(own.kind::text, 'missing'), coalesce(moved.given::text, 'nothing'),
                    coalesce(moved.rest::text, 'nothing')) AS detail
      FROM (
        SELECT lot.lane, lot.lot_no, lot.granted, lot.remaining, lot.activated_at, account.kind
        FROM lot LEFT JOIN account ON account.program_id = ${program} AND account.account_id = lot.account_id
        WHERE lot.program_id = ${program}
      ) AS own
      FULL JOIN (
        SELECT lane, lot_no, max(amount) FILTER (WHERE lot_no = transfer_no) AS given,
               sum(CASE WHEN transfer.kind = 'activate' THEN 0 WHEN credit.party = member_id THEN amount
                   ELSE -amount END) AS rest
        FROM transfer
        JOIN account AS credit ON credit.program_id = ${program} AND credit.account_id = credit_account
        WHERE transfer.program_id = ${program} AND lot_no IS NOT NULL
        GROUP BY lane, lot_no
      ) AS moved ON moved.lane = own.lane AND moved.lot_no = own.lot_no
      WHERE moved.given IS DISTINCT FROM own.granted OR moved.rest IS DISTINCT FROM own.remaining
        OR own.kind IS DISTINCT FROM (CASE WHEN own.activated_at IS NULL THEN 'pending' ELSE 'available' END)::account_kind`,
    held: Prisma.sql`
      SELECT account_id::text AS "where",
             format('sets %s aside, its open holds are %s and its lots reserve %s', held, coalesce(open.total, 0),
                    coalesce(inside.total, 0)) AS detail
      FROM account
      LEFT JOIN (
        SELECT account_id, sum(amount - captured) AS total FROM hold
        WHERE program_id = ${program} AND state = 'open' GROUP BY account_id
      ) AS open USING (account_id)
      LEFT JOIN (
        SELECT account_id, sum(reserved) AS total FROM lot WHERE program_id = ${program} GROUP BY account_id
      ) AS inside USING (account_id)
      WHERE program_id = ${program} AND (held <> coalesce(open.total, 0) OR held <> coalesce(inside.total, 0))`,
    pins: Prisma.sql`
      SELECT format('lane %s lot %s', coalesce(lot.lane, pinned.lane), coalesce(lot.lot_no, pinned.lot_no)) AS "where",
             format('reserves %s, open holds pin %s', coalesce(lot.reserved::text, 'nothing'),
                    coalesce(pinned.total, 0)) AS detail
      FROM (SELECT * FROM lot WHERE program_id = ${program}) AS lot
      FULL JOIN (
        SELECT hold.account_id, hold.lane, hold_lot.lot_no, sum(hold_lot.amount) AS total
        FROM hold
        JOIN hold_lot ON hold_lot.program_id = ${program} AND hold_lot.hold_id = hold.hold_id
        WHERE hold.program_id = ${program} AND hold.state = 'open'
        GROUP BY hold.account_id, hold.lane, hold_lot.lot_no
      ) AS pinned ON pinned.account_id = lot.account_id AND pinned.lot_no = lot.lot_no
      WHERE coalesce(lot.reserved, 0) <> coalesce(pinned.total, 0)
      UNION ALL
      SELECT 'hold ' || hold_id, format('is %s with %s left, and pins %s of its lots', state, amount - captured,
                                        coalesce(pinned.total, 0))
      FROM hold
      LEFT JOIN (
        SELECT hold_id, sum(amount) AS total FROM hold_lot WHERE program_id = ${program} GROUP BY hold_id
      ) AS pinned USING (hold_id)
      WHERE hold.program_id = ${program}
        AND CASE state WHEN 'open' THEN amount - captured ELSE 0 END <> coalesce(pinned.total, 0)`,
    clearing: Prisma.sql`
      SELECT account.account_id::text AS "where",
             format('holds %s, and %s are on their way', balance, coalesce(travelling.points, 0)) AS detail
      FROM account
      LEFT JOIN (
        SELECT sum(coalesce(part ->> 'points', part ->> 'amount')::bigint) AS points
        FROM event
        CROSS JOIN LATERAL json_array_elements(
          event.payload -> CASE event.type WHEN 'arrival' THEN 'lots' ELSE 'transfers' END
        ) AS part
        LEFT JOIN decision ON decision.program_id = ${program} AND decision.cause_id = event.event_id
        WHERE event.program_id = ${program} AND event.type IN ('arrival', 'restoration') AND decision.cause_id IS NULL
      ) AS travelling ON account.point_type_no = 1
      WHERE account.program_id = ${program} AND account.kind = 'clearing' AND balance <> coalesce(travelling.points, 0)`,
  };
}
