import { Prisma } from "@/lib/db";
import { awardsIn, limitChangesIn, takenBackIn } from "./limit-changes-sql";

/**
 * Counters that are kept beside the ledger, against a recount from its records. Each query returns a row (where,
 * detail) for every place that is not as it should be.
 * @param program the program's id as a parameter
 */
export function recountChecks(program: Prisma.Sql) {
  const decisions = Prisma.sql`(SELECT * FROM decision WHERE program_id = ${program}) AS decision`;
  const awards = awardsIn(program, decisions);
  const takenBack = takenBackIn(decisions);
  const counted = limitChangesIn(program, decisions);
  return {
    caps: Prisma.sql`
      SELECT format('campaign %s limit %s of member %s from %s', campaign_id, limit_no, member_id, window_start) AS "where",
             format('counts %s, the entries say %s', coalesce(used, 0), coalesce(total, 0)) AS detail
      FROM (SELECT * FROM cap_use WHERE program_id = ${program}) AS kept
      FULL JOIN (
        -- Old entries name limits by their place.
        SELECT change.campaign_id, coalesce(numbered.limit_no, change.limit_no) AS limit_no, member_id, window_start,
               sum(used) AS total
        FROM (${counted}) AS change
        LEFT JOIN limit_place AS numbered ON numbered.program_id = ${program}
          AND numbered.campaign_id = change.campaign_id AND numbered.place = change.limit_no
        WHERE NOT is_shared
        GROUP BY change.campaign_id, coalesce(numbered.limit_no, change.limit_no), member_id, window_start
      ) AS recount USING (campaign_id, limit_no, member_id, window_start)
      WHERE coalesce(used, 0) <> coalesce(total, 0)`,
    budgets: Prisma.sql`
      SELECT format('campaign %s budget %s from %s lane %s', campaign_id, limit_no, window_start, lane) AS "where",
             format('counts %s, the entries say %s', coalesce(used, 0), coalesce(total, 0)) AS detail
      FROM (SELECT * FROM budget_lane WHERE program_id = ${program}) AS kept
      FULL JOIN (
        SELECT campaign_id, limit_no, window_start, lane, sum(used) AS total
        FROM (${counted}) AS change
        WHERE is_shared
        GROUP BY campaign_id, limit_no, window_start, lane
      ) AS recount USING (campaign_id, limit_no, window_start, lane)
      WHERE coalesce(used, 0) <> coalesce(total, 0)
      UNION ALL
      SELECT format('campaign %s budget %s from %s', campaign_id, limit_no, window_start),
             format('%s are reserved, its lanes have %s', coalesce(budget.reserved, 0), coalesce(lanes.reserved, 0))
      FROM (SELECT * FROM budget WHERE program_id = ${program}) AS budget
      FULL JOIN (
        SELECT campaign_id, limit_no, window_start, sum(reserved) AS reserved, bool_or(remainder IS NOT NULL) AS by_turns
        FROM budget_lane WHERE program_id = ${program}
        GROUP BY campaign_id, limit_no, window_start
      ) AS lanes USING (campaign_id, limit_no, window_start)
      WHERE NOT coalesce(CASE WHEN by_turns THEN budget.reserved >= lanes.reserved
                              ELSE budget.reserved = lanes.reserved END, FALSE)`,
    campaign_totals: Prisma.sql`
      SELECT format('campaign %s lane %s', campaign_id, lane) AS "where",
             format('counts %s points in %s awards, the entries say %s in %s', coalesce(kept.points, 0),
                    coalesce(kept.awards, 0), coalesce(recount.points, 0), coalesce(recount.awards, 0)) AS detail
      FROM (SELECT * FROM campaign_total WHERE program_id = ${program}) AS kept
      FULL JOIN (
        SELECT campaign_id, lane, sum(points) AS points, sum(awards) AS awards
        FROM (
          SELECT campaign_id, lane, points, 1 AS awards FROM (${awards}) AS award
          UNION ALL
          SELECT campaign_id, lane, -points, 0 FROM (${takenBack}) AS taken
        ) AS change
        GROUP BY campaign_id, lane
      ) AS recount USING (campaign_id, lane)
      WHERE (coalesce(kept.points, 0), coalesce(kept.awards, 0)) <> (coalesce(recount.points, 0), coalesce(recount.awards, 0))`,
    day_totals: Prisma.sql`
      SELECT format('%s lane %s', day, lane) AS "where",
             format('counts %s events, %s issued, %s returned, %s redeemed, %s expired, %s adjusted; the ledger says '
                    || '%s, %s, %s, %s, %s, %s', coalesce(kept.events, 0), coalesce(kept.issued, 0),
                    coalesce(kept.returned, 0), coalesce(kept.redeemed, 0), coalesce(kept.expired, 0),
                    coalesce(kept.adjusted, 0), coalesce(recount.events, 0), coalesce(recount.issued, 0),
                    coalesce(recount.returned, 0), coalesce(recount.redeemed, 0), coalesce(recount.expired, 0),
                    coalesce(recount.adjusted, 0)) AS detail
      FROM (SELECT * FROM day_total WHERE program_id = ${program}) AS kept
      FULL JOIN (
        SELECT day, lane, sum(events) AS events, sum(-gained) FILTER (WHERE own = 'issued') AS issued,
               sum(gained) FILTER (WHERE own = 'returned') AS returned,
               sum(gained) FILTER (WHERE own = 'redeemed') AS redeemed,
               sum(gained) FILTER (WHERE own = 'expired') AS expired,
               sum(gained) FILTER (WHERE own = 'adjusted') AS adjusted
        FROM (
          SELECT (posted_at AT TIME ZONE time_zone)::date AS day, lane, 1 AS events, NULL::account_kind AS own, 0 AS gained
          FROM decision, program
          WHERE decision.program_id = ${program} AND program.program_id = ${program}
            AND kind IN ('purchase', 'return', 'custom')
          UNION ALL
          SELECT (posted_at AT TIME ZONE time_zone)::date, lane, 0, account.kind, amount
          FROM transfer
          JOIN program ON program.program_id = ${program}
          JOIN account ON account.program_id = ${program} AND account.party = ${program} AND account_id = credit_account
          WHERE transfer.program_id = ${program} AND transfer.point_type_no = 1
          UNION ALL
          SELECT (posted_at AT TIME ZONE time_zone)::date, lane, 0, account.kind, -amount
          FROM transfer
          JOIN program ON program.program_id = ${program}
          JOIN account ON account.program_id = ${program} AND account.party = ${program} AND account_id = debit_account
          WHERE transfer.program_id = ${program} AND transfer.point_type_no = 1
        ) AS change
        GROUP BY day, lane
      ) AS recount USING (day, lane)
      WHERE (coalesce(kept.events, 0), coalesce(kept.issued, 0), coalesce(kept.returned, 0), coalesce(kept.redeemed, 0),
             coalesce(kept.expired, 0), coalesce(kept.adjusted, 0))
         <> (coalesce(recount.events, 0), coalesce(recount.issued, 0), coalesce(recount.returned, 0),
             coalesce(recount.redeemed, 0), coalesce(recount.expired, 0), coalesce(recount.adjusted, 0))`,
    returned_lines: Prisma.sql`
      SELECT format('purchase %s', coalesce(lines.event_id, back.cause_id)) AS "where",
             format('its lines gave back %s of the %s points that it earned; its returns and reversals took %s',
                    coalesce(lines.points, 0), coalesce(earned.points, 0), coalesce(back.points, 0)) AS detail
      FROM (
        SELECT event_id, sum(points) AS points FROM returned_line WHERE program_id = ${program} GROUP BY event_id
      ) AS lines
      FULL JOIN (
        SELECT coalesce(outcome #>> '{subject,purchaseEventId}', outcome #>> '{subject,causeId}')::uuid AS cause_id,
               coalesce(sum((SELECT sum((taken ->> 'points')::bigint)
                             FROM json_array_elements(outcome -> 'takenBack') AS taken)), 0) AS points
        FROM decision WHERE program_id = ${program} AND outcome -> 'takenBack' IS NOT NULL
        GROUP BY 1
      ) AS back ON back.cause_id = lines.event_id
      LEFT JOIN (
        SELECT cause_id, sum(points) AS points FROM (${awards}) AS award GROUP BY cause_id
      ) AS earned ON earned.cause_id = lines.event_id
      WHERE lines.event_id IS NULL OR back.cause_id IS NULL OR lines.points > coalesce(earned.points, 0)
        OR back.points > lines.points`,
  };
}
