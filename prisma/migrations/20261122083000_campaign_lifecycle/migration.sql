-- How campaigns live: reviewed by a second person, scheduled, archived; in groups, with sponsors; and with a key that
-- files know them by.

ALTER TYPE "campaign_state" ADD VALUE 'in_review' AFTER 'draft';
ALTER TYPE "campaign_state" ADD VALUE 'scheduled' AFTER 'in_review';
ALTER TYPE "campaign_state" ADD VALUE 'archived' AFTER 'ended';

ALTER TABLE "campaign"
  ADD COLUMN "key" TEXT,
  ADD COLUMN "changes_at" TIMESTAMPTZ(3);

-- Keys of what there is: from the names, numbered where several campaigns have the same.
UPDATE "campaign" SET "key" = named."key" || CASE WHEN named.place = 1 THEN '' ELSE '-' || named.place END
FROM (
  SELECT "program_id", "campaign_id", "key",
         row_number() OVER (PARTITION BY "program_id", "key" ORDER BY "campaign_id") AS place
  FROM (
    SELECT "program_id", "campaign_id",
           coalesce(nullif(trim(BOTH '-' FROM left(regexp_replace(lower("name"), '[^a-z0-9]+', '-', 'g'), 48)), ''),
                    'campaign') AS "key"
    FROM "campaign"
  ) AS slug
) AS named
WHERE "campaign"."program_id" = named."program_id" AND "campaign"."campaign_id" = named."campaign_id";

-- A number at the end of one name may be another's: then the id tells them apart.
UPDATE "campaign" SET "key" = left("key", 40) || '-' || right("campaign_id"::text, 12)
WHERE EXISTS (
  SELECT FROM "campaign" AS other
  WHERE other."program_id" = "campaign"."program_id" AND other."key" = "campaign"."key"
    AND other."campaign_id" < "campaign"."campaign_id"
);

UPDATE "campaign" SET "changes_at" = (version."definition" #>> '{schedule,endsAt}')::timestamptz
FROM "campaign_version" AS version
WHERE version."program_id" = "campaign"."program_id" AND version."campaign_id" = "campaign"."campaign_id"
  AND version."version" = "campaign"."live_version" AND "campaign"."state" IN ('active', 'paused');

ALTER TABLE "campaign"
  ALTER COLUMN "key" SET NOT NULL,
  ADD CONSTRAINT "campaign_key_check" CHECK ("key" ~ '^[a-z0-9][a-z0-9-]{0,63}$');
CREATE UNIQUE INDEX "campaign_program_id_key_key" ON "campaign" ("program_id", "key");
CREATE INDEX "campaign_changes_idx" ON "campaign" ("program_id", "changes_at") WHERE "changes_at" IS NOT NULL;

ALTER TABLE "campaign_version"
  ADD COLUMN "submitted_by" TEXT,
  ADD COLUMN "submitted_at" TIMESTAMPTZ(3),
  ADD COLUMN "sent_back_by" TEXT,
  ADD COLUMN "sent_back_at" TIMESTAMPTZ(3),
  ADD COLUMN "sent_back_note" TEXT,
  ADD COLUMN "launched_by" TEXT,
  ADD CONSTRAINT "campaign_version_submitted_check" CHECK (("submitted_by" IS NULL) = ("submitted_at" IS NULL)),
  ADD CONSTRAINT "campaign_version_sent_back_check" CHECK (
    ("sent_back_by" IS NULL) = ("sent_back_at" IS NULL)
    AND ("sent_back_note" IS NULL OR "sent_back_at" IS NOT NULL)
    AND ("sent_back_at" IS NULL OR "submitted_at" IS NULL)
  ),
  ADD CONSTRAINT "campaign_version_launched_by_check" CHECK ("launched_by" IS NULL OR "launched_at" IS NOT NULL);

ALTER TABLE "program" ADD COLUMN "campaign_approval" BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE "point_type"
  ADD COLUMN "value_per_thousand_minor" INTEGER NOT NULL DEFAULT 1000,
  ADD CONSTRAINT "point_type_value_check" CHECK ("value_per_thousand_minor" >= 0);

CREATE TABLE "campaign_group" (
  "program_id" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "policy" TEXT NOT NULL,
  "position" SMALLINT NOT NULL,
  CONSTRAINT "campaign_group_pkey" PRIMARY KEY ("program_id", "code"),
  CONSTRAINT "campaign_group_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program" ("program_id"),
  CONSTRAINT "campaign_group_code_check" CHECK ("code" ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  CONSTRAINT "campaign_group_name_check" CHECK (char_length("name") BETWEEN 1 AND 60),
  CONSTRAINT "campaign_group_policy_check"
    CHECK ("policy" IN ('all', 'first_match', 'best_for_member', 'best_for_program')),
  CONSTRAINT "campaign_group_position_check" CHECK ("position" >= 1)
);

ALTER TABLE "rule_set"
  ADD COLUMN "groups" JSONB NOT NULL DEFAULT '[]',
  ADD CONSTRAINT "rule_set_groups_check" CHECK (jsonb_typeof("groups") = 'array');

CREATE TABLE "sponsor" (
  "program_id" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  CONSTRAINT "sponsor_pkey" PRIMARY KEY ("program_id", "code"),
  CONSTRAINT "sponsor_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program" ("program_id"),
  CONSTRAINT "sponsor_code_check" CHECK ("code" ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  CONSTRAINT "sponsor_name_check" CHECK (char_length("name") BETWEEN 1 AND 80)
);

ALTER TABLE "campaign_total"
  ADD COLUMN "cost_minor" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "funded_minor" BIGINT NOT NULL DEFAULT 0;
