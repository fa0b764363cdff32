import { Prisma } from "@/lib/db";

/** Between which accounts each kind of transfer moves points. */
const SIDES = [
  ["earn", "issued", "available"],
  ["earn", "issued", "pending"],
  ["credit", "issued", "available"],
  ["credit", "issued", "pending"],
  ["debt_payment", "issued", "debt"],
  ["activate", "pending", "available"],
  ["return", "available", "returned"],
  ["return", "pending", "returned"],
  ["debt", "debt", "returned"],
  ["spend", "available", "redeemed"],
  ["expire", "available", "expired"],
  ["debit", "available", "adjusted"],
  ["transfer_out", "available", "clearing"],
  ["transfer_in", "clearing", "available"],
] as const;
const ALLOWED_SIDES = SIDES.flatMap(([kind, debit, credit]) => [
  `${kind} ${debit} ${credit}`,
  `reversal ${credit} ${debit}`,
]);

/**
 * The records themselves: that none is missing, that each says what the others say. Each query returns a row
 * (where, detail) for every place that is not as it should be.
 * @param program the program's id as a parameter
 */
export function recordChecks(program: Prisma.Sql) {
  const both = Prisma.sql`
    LEFT JOIN account AS debit ON debit.program_id = ${program} AND debit.account_id = debit_account
    LEFT JOIN account AS credit ON credit.program_id = ${program} AND credit.account_id = credit_account`;
  const availableDelta = Prisma.sql`
    CASE WHEN credit.kind = 'available' AND debit.kind <> 'available' THEN amount
         WHEN debit.kind = 'available' THEN -amount ELSE 0 END`;
  return {
    sides: Prisma.sql`
      SELECT format('lane %s transfer %s', lane, transfer_no) AS "where",
             format('%s of type %s from %s to %s', transfer.kind, transfer.point_type_no,
                    coalesce(debit.kind::text, 'an account that is missing'),
                    coalesce(credit.kind::text, 'an account that is missing')) AS detail
      FROM transfer ${both}
      WHERE transfer.program_id = ${program} AND (
        coalesce(transfer.kind || ' ' || debit.kind || ' ' || credit.kind, '') <> ALL (${ALLOWED_SIDES}::text[])
        OR (debit.point_type_no, credit.point_type_no) <> (transfer.point_type_no, transfer.point_type_no)
        OR debit.party NOT IN (transfer.member_id, ${program}) OR credit.party NOT IN (transfer.member_id, ${program}))`,
    numbers: Prisma.sql`
      SELECT 'lane ' || lane.lane AS "where",
             format('next transfer is %s, there are %s and the last is %s', next_transfer, coalesce(total, 0),
                    coalesce(last, 0)) AS detail
      FROM lane
      LEFT JOIN (
        SELECT lane, count(*) AS total, max(transfer_no) AS last
        FROM transfer WHERE program_id = ${program} GROUP BY lane
      ) AS numbered ON numbered.lane = lane.lane
      WHERE program_id = ${program}
        AND (next_transfer - 1 <> coalesce(total, 0) OR next_transfer - 1 <> coalesce(last, 0))`,
    entries: Prisma.sql`
      SELECT 'lane ' || lane.lane AS "where",
             format('next entry is %s; there are %s with %s numbers, the last is %s', next_entry, coalesce(total, 0),
                    coalesce(numbers, 0), coalesce(last, 0)) AS detail
      FROM lane
      LEFT JOIN (
        SELECT lane, count(*) AS total, count(DISTINCT entry_no) AS numbers, max(entry_no) AS last
        FROM decision WHERE program_id = ${program} GROUP BY lane
      ) AS numbered ON numbered.lane = lane.lane
      WHERE program_id = ${program} AND (next_entry - 1 <> coalesce(total, 0)
        OR next_entry - 1 <> coalesce(numbers, 0) OR next_entry - 1 <> coalesce(last, 0))`,
    lanes: Prisma.sql`
      SELECT format('%s in lane %s', place, record.lane) AS "where",
             format('%s records of member %s, whose lane is %s', count(*), record.member_id, member.lane) AS detail
      FROM (
        SELECT 'transfers' AS place, member_id, lane FROM transfer WHERE program_id = ${program}
        UNION ALL
        SELECT 'entries', member_id, lane FROM decision WHERE program_id = ${program}
      ) AS record
      JOIN member ON member.program_id = ${program} AND member.member_id = record.member_id
      WHERE record.lane <> member.lane
      GROUP BY place, record.lane, record.member_id, member.lane`,
    balance_after: Prisma.sql`
      SELECT format('lane %s transfer %s', lane, transfer_no) AS "where",
             format('says %s, the sum so far is %s', balance_after, running) AS detail
      FROM (
        SELECT lane, transfer_no, balance_after,
               sum(${availableDelta}) OVER (PARTITION BY member_id, transfer.point_type_no ORDER BY transfer_no) AS running
        FROM transfer ${both}
        WHERE transfer.program_id = ${program}
      ) AS statement
      WHERE balance_after <> running`,
    decisions: Prisma.sql`
      SELECT format('%s %s', coalesce(line.kind, 'no entry for'), coalesce(line.cause_id, moved.cause_id)) AS "where",
             format('says %s points, %s available, %s transfers from %s on, %s of debt paid and %s made; its transfers say '
                    || '%s, %s, %s from %s on, %s and %s', line.points, line.delta, line.transfers, line.first_transfer,
                    line.paid, line.made, coalesce(moved.points, 0), coalesce(moved.delta, 0),
                    coalesce(moved.count, 0), coalesce(moved.first, line.first_transfer), coalesce(moved.paid, 0),
                    coalesce(moved.made, 0)) AS detail
      FROM (
        SELECT *, (outcome #>> '{debt,paid}')::bigint AS paid, (outcome #>> '{debt,made}')::bigint AS made
        FROM decision WHERE program_id = ${program}
      ) AS line
      FULL JOIN (
        SELECT cause_id, count(*) AS count, min(transfer_no) AS first, max(transfer_no) AS last, min(lane) AS lane,
               min(lane) <> max(lane) AS torn,
               coalesce(sum(CASE WHEN transfer.kind = 'activate' THEN 0 WHEN credit.party = transfer.member_id
                            THEN amount ELSE -amount END) FILTER (WHERE transfer.point_type_no = 1), 0) AS points,
               coalesce(sum(${availableDelta}) FILTER (WHERE transfer.point_type_no = 1), 0) AS delta,
               coalesce(sum(amount) FILTER (WHERE transfer.kind = 'debt_payment' AND transfer.point_type_no = 1), 0) AS paid,
               coalesce(sum(amount) FILTER (WHERE transfer.kind = 'debt' AND transfer.point_type_no = 1), 0) AS made
        FROM transfer ${both}
        WHERE transfer.program_id = ${program} GROUP BY cause_id
      ) AS moved ON moved.cause_id = line.cause_id
      WHERE line.cause_id IS NULL OR coalesce(moved.torn OR moved.lane <> line.lane, FALSE)
        OR (line.points, line.delta, line.transfers)
           <> (coalesce(moved.points, 0), coalesce(moved.delta, 0), coalesce(moved.count, 0))
        OR coalesce((moved.first, moved.last) <> (line.first_transfer, line.first_transfer + line.transfers - 1), FALSE)
        OR (line.kind IN ('purchase', 'return', 'custom')
            AND (line.paid, line.made) IS DISTINCT FROM (coalesce(moved.paid, 0), coalesce(moved.made, 0)))`,
    statement: Prisma.sql`
      SELECT format('lane %s entry %s', lane, entry_no) AS "where",
             format('says %s, the sum so far is %s', balance_after, running) AS detail
      FROM (
        SELECT lane, entry_no, balance_after, sum(delta) OVER (PARTITION BY member_id ORDER BY entry_no) AS running
        FROM decision WHERE program_id = ${program}
      ) AS line
      WHERE balance_after <> running`,
    reversals: Prisma.sql`
      SELECT format('lane %s transfer %s', lane, transfer_no) AS "where",
             format('moved %s points, of which %s are reversed', coalesce(original, 0), reversed) AS detail
      FROM (
        SELECT reversal.lane, reversal.transfer_no, max(original.amount) AS original, sum(reversal.amount) AS reversed
        FROM reversal
        LEFT JOIN transfer AS original ON original.program_id = ${program} AND original.lane = reversal.lane
          AND original.transfer_no = reversal.transfer_no
        WHERE reversal.program_id = ${program}
        GROUP BY reversal.lane, reversal.transfer_no
      ) AS undone
      WHERE reversed > coalesce(original, 0)
      UNION ALL
      SELECT format('lane %s transfer %s', coalesce(reversing.lane, undone.lane),
                    coalesce(reversing.transfer_no, undone.reversing_no)),
             format('reverses %s points, and says of %s what it undoes', coalesce(reversing.amount::text, 'no'),
                    coalesce(undone.total, 0))
      FROM (SELECT * FROM transfer WHERE program_id = ${program} AND kind = 'reversal') AS reversing
      FULL JOIN (
        SELECT lane, reversing_no, sum(amount) AS total, max(transfer_no) AS latest
        FROM reversal WHERE program_id = ${program} GROUP BY lane, reversing_no
      ) AS undone ON undone.lane = reversing.lane AND undone.reversing_no = reversing.transfer_no
      WHERE undone.total IS DISTINCT FROM reversing.amount OR undone.latest >= reversing.transfer_no
      UNION ALL
      SELECT 'entry ' || coalesce(reversed.cause_id, line.cause_id),
             CASE WHEN reversed.cause_id IS NULL THEN 'reverses an entry that nothing says is reversed'
                  WHEN original.cause_id IS NULL THEN 'is said to be reversed, and is not there'
                  ELSE format('is said to be reversed by %s, which is no reversal', reversed.reversal_id) END
      FROM (SELECT cause_id FROM decision WHERE program_id = ${program} AND kind = 'reversal') AS line
      FULL JOIN (SELECT * FROM reversed_entry WHERE program_id = ${program}) AS reversed
        ON reversed.reversal_id = line.cause_id
      LEFT JOIN decision AS original ON original.program_id = ${program} AND original.cause_id = reversed.cause_id
      LEFT JOIN event AS travelling ON travelling.program_id = ${program}
        AND travelling.event_id = reversed.reversal_id AND travelling.type = 'restoration'
      WHERE reversed.cause_id IS NULL OR original.cause_id IS NULL
        OR (line.cause_id IS NULL AND travelling.event_id IS NULL)`,
    events: Prisma.sql`
      SELECT coalesce(event.event_id, place.event_id)::text AS "where",
             CASE WHEN event.event_id IS NULL THEN format('is %s without having come', place.states)
                  ELSE format('is %s, where it is to be one of posted, dead and queued',
                              coalesce(place.states, 'nowhere')) END AS detail
      FROM (SELECT event_id, member_id FROM event WHERE program_id = ${program}) AS event
      LEFT JOIN member ON member.program_id = ${program} AND member.member_id = event.member_id
      FULL JOIN (
        SELECT event_id, count(*) AS count, string_agg(state, ' and ' ORDER BY state) AS states, max(lane) AS lane,
               bool_or(state = 'posted') AS posted, bool_or(state = 'posted' AND of_events) AS needed
        FROM (
          SELECT cause_id AS event_id, 'posted' AS state, NULL::smallint AS lane,
                 kind IN ('purchase', 'return', 'custom') AS of_events
          FROM decision WHERE program_id = ${program}
          UNION ALL
          SELECT event_id, 'dead', lane, TRUE FROM dead_letter WHERE program_id = ${program}
          UNION ALL
          SELECT unnest(event_id || others), 'queued', lane, TRUE FROM queue WHERE program_id = ${program}
        ) AS found
        GROUP BY event_id
      ) AS place ON place.event_id = event.event_id
      WHERE CASE WHEN event.event_id IS NULL THEN NOT place.posted OR place.needed
                 ELSE place.count IS DISTINCT FROM 1 OR place.lane <> member.lane END`,
  };
}
