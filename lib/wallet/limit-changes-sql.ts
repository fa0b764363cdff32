import { Prisma } from "@/lib/db";

/**
 * What campaigns gave by decisions: a row for each award, with `member_id`, `lane`, `cause_id`, `occurred_at`,
 * `campaign_id`, `points` and its `caps`, each `[limitNo, windowStart, used, per]`.
 * @param program its id as a parameter
 * @param decisions rows of `decision`, as the item of a FROM list that is called so
 */
export function awardsIn(program: Prisma.Sql, decisions: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT decision.member_id, decision.lane, decision.cause_id, decision.occurred_at, award.campaign_id, award.points,
           award.caps
    FROM ${decisions} CROSS JOIN LATERAL (
      SELECT (book.content #>> ARRAY['campaigns', outcome ->> 'of', packed ->> 0, 'campaignId'])::uuid AS campaign_id,
             (packed ->> 1)::bigint AS points, packed -> 4 AS caps
      FROM json_array_elements(outcome -> 'awards') AS packed
      JOIN phrase_book AS book ON book.program_id = ${program} AND book.book_id = outcome ->> 'book'
      WHERE outcome ->> 'book' IS NOT NULL
      UNION ALL
      SELECT (whole ->> 'campaignId')::uuid, (whole ->> 'points')::bigint,
             (SELECT json_agg(json_build_array(cap -> 'limitNo', cap -> 'windowStart', cap -> 'used', cap -> 'per'))
              FROM json_array_elements(whole -> 'caps') AS cap)
      FROM json_array_elements(outcome -> 'awards') AS whole
      WHERE outcome ->> 'book' IS NULL
    ) AS award`;
}

/** What decisions took back of campaigns' awards; `origin` is what had earned them, and `caps` are objects. */
export function takenBackIn(decisions: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT decision.member_id, decision.lane, decision.cause_id, decision.occurred_at, taken -> 'caps' AS caps,
           coalesce(outcome #>> '{subject,purchaseEventId}', outcome #>> '{subject,causeId}')::uuid AS origin,
           (taken ->> 'campaignId')::uuid AS campaign_id, (taken ->> 'points')::bigint AS points
    FROM ${decisions} CROSS JOIN LATERAL json_array_elements(outcome -> 'takenBack') AS taken`;
}

/**
 * By how much decisions moved what limits count: of awards, less what went back; of what went back before limits were
 * named, the points. `is_shared`: of a budget, rather than of the member alone.
 */
export function limitChangesIn(program: Prisma.Sql, decisions: Prisma.Sql): Prisma.Sql {
  const awards = awardsIn(program, decisions);
  const takenBack = takenBackIn(decisions);
  return Prisma.sql`
    SELECT campaign_id, member_id, lane, cause_id, occurred_at, (cap ->> 0)::smallint AS limit_no,
           (cap ->> 1)::date AS window_start, (cap ->> 2)::bigint AS used, cap ->> 3 IS NOT NULL AS is_shared
    FROM (${awards}) AS award CROSS JOIN LATERAL json_array_elements(award.caps) AS cap
    UNION ALL
    SELECT campaign_id, member_id, lane, cause_id, occurred_at, (cap ->> 'limitNo')::smallint,
           (cap ->> 'windowStart')::date, -(cap ->> 'used')::bigint, cap ->> 'per' IS NOT NULL
    FROM (${takenBack}) AS taken CROSS JOIN LATERAL json_array_elements(taken.caps) AS cap
    UNION ALL
    SELECT award.campaign_id, award.member_id, award.lane, taken.cause_id, taken.occurred_at, (cap ->> 0)::smallint,
           (cap ->> 1)::date, -taken.points, cap ->> 3 IS NOT NULL
    FROM (${takenBack}) AS taken
    JOIN (${awards}) AS award ON award.cause_id = taken.origin AND award.campaign_id = taken.campaign_id
    CROSS JOIN LATERAL json_array_elements(award.caps) AS cap
    WHERE taken.caps IS NULL`;
}
