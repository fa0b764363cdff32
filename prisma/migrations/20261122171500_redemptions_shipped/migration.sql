-- Since when a redemption is on its way to its member, so that lists can tell it from one that somebody is at work on.
ALTER TABLE "redemption"
  ADD COLUMN "shipped_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "redemption_shipped_check" CHECK ("shipped_at" IS NULL OR "accepted_at" IS NOT NULL);

UPDATE "redemption" SET "shipped_at" = "sent"."at"
FROM (
  SELECT "program_id", "redemption_id", min("at") AS "at" FROM "redemption_step"
  WHERE "what" = 'shipped'
  GROUP BY "program_id", "redemption_id"
) AS "sent"
WHERE "redemption"."program_id" = "sent"."program_id" AND "redemption"."redemption_id" = "sent"."redemption_id";
