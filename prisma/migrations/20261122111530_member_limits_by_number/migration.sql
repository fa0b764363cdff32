-- Limits of a member go by what they count and for how long, as budgets do, no longer by their place in the list: so
-- they may be sorted and taken away without mixing their counters. Numbers: 10 + 10 x measure + window.

-- What places meant, for entries that were written while limits went by them.
CREATE TABLE "limit_place" (
  "program_id" UUID NOT NULL,
  "campaign_id" UUID NOT NULL,
  "place" SMALLINT NOT NULL,
  "limit_no" SMALLINT NOT NULL,

  CONSTRAINT "limit_place_pkey" PRIMARY KEY ("program_id", "campaign_id", "place"),
  CONSTRAINT "limit_place_check" CHECK ("place" BETWEEN 0 AND 9 AND "limit_no" BETWEEN 10 AND 39)
);
CREATE UNIQUE INDEX "limit_place_program_id_campaign_id_limit_no_key"
  ON "limit_place" ("program_id", "campaign_id", "limit_no");

INSERT INTO "limit_place" ("program_id", "campaign_id", "place", "limit_no")
SELECT DISTINCT ON (program_id, campaign_id, limit_no) program_id, campaign_id, place, limit_no
FROM (
  SELECT campaign.program_id, campaign.campaign_id, item.place - 1 AS place,
         10
         + 10 * CASE WHEN item.own ->> 'points' IS NOT NULL THEN 0 WHEN item.own ->> 'times' IS NOT NULL THEN 1 ELSE 2 END
         + array_position(ARRAY['event', 'day', 'week', 'month', 'year', 'lifetime'], item.own ->> 'window') - 1 AS limit_no
  FROM "campaign"
  JOIN "campaign_version" AS live ON live.program_id = campaign.program_id
    AND live.campaign_id = campaign.campaign_id AND live.version = campaign.live_version
  CROSS JOIN LATERAL jsonb_array_elements(live.definition -> 'limits') WITH ORDINALITY AS item (own, place)
  WHERE item.own ->> 'per' = 'member' AND item.own ->> 'window' <> 'event'
) AS numbered
ORDER BY program_id, campaign_id, limit_no, place;

UPDATE "cap_use" SET "limit_no" = limit_place.limit_no
FROM "limit_place"
WHERE cap_use.program_id = limit_place.program_id AND cap_use.campaign_id = limit_place.campaign_id
  AND cap_use.limit_no = limit_place.place;

CREATE TRIGGER "limit_place_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "limit_place"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
