-- What campaigns look at in a member besides attributes: the birthday, the tier, tags, and segments.

CREATE TABLE "tier" (
  "program_id" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "rank" SMALLINT NOT NULL,
  CONSTRAINT "tier_pkey" PRIMARY KEY ("program_id", "code"),
  CONSTRAINT "tier_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program" ("program_id"),
  CONSTRAINT "tier_code_check" CHECK ("code" ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  CONSTRAINT "tier_name_check" CHECK (char_length("name") BETWEEN 1 AND 60),
  CONSTRAINT "tier_rank_check" CHECK ("rank" >= 1)
);

ALTER TABLE "member"
  ADD COLUMN "birthday" DATE,
  ADD COLUMN "tier" TEXT,
  ADD COLUMN "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD CONSTRAINT "member_program_id_tier_fkey"
    FOREIGN KEY ("program_id", "tier") REFERENCES "tier" ("program_id", "code"),
  ADD CONSTRAINT "member_birthday_check" CHECK ("birthday" >= '1900-01-01'),
  ADD CONSTRAINT "member_tags_check" CHECK ("tags" IS NOT NULL AND cardinality("tags") <= 50
    AND array_position("tags", NULL) IS NULL);

-- Whether a tier is in use, and how many have it.
CREATE INDEX "member_tier_idx" ON "member" ("program_id", "tier") WHERE "tier" IS NOT NULL;
-- Whose birthday a day is, by month and day.
CREATE INDEX "member_birthday_idx" ON "member"
  ("program_id", ((EXTRACT(MONTH FROM "birthday") * 100 + EXTRACT(DAY FROM "birthday"))::int), "member_id")
  WHERE "birthday" IS NOT NULL;

CREATE TABLE "segment" (
  "program_id" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL DEFAULT '',
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "segment_pkey" PRIMARY KEY ("program_id", "code"),
  CONSTRAINT "segment_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program" ("program_id"),
  CONSTRAINT "segment_code_check" CHECK ("code" ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  CONSTRAINT "segment_name_check" CHECK (char_length("name") BETWEEN 1 AND 80),
  CONSTRAINT "segment_description_check" CHECK (char_length("description") <= 500)
);

CREATE TABLE "segment_member" (
  "program_id" UUID NOT NULL,
  "segment_code" TEXT NOT NULL,
  "member_id" UUID NOT NULL,
  "added_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "segment_member_pkey" PRIMARY KEY ("program_id", "segment_code", "member_id"),
  CONSTRAINT "segment_member_program_id_segment_code_fkey" FOREIGN KEY ("program_id", "segment_code")
    REFERENCES "segment" ("program_id", "code") ON DELETE CASCADE,
  CONSTRAINT "segment_member_program_id_member_id_fkey" FOREIGN KEY ("program_id", "member_id")
    REFERENCES "member" ("program_id", "member_id")
);
CREATE INDEX "segment_member_program_id_member_id_segment_code_idx"
  ON "segment_member" ("program_id", "member_id", "segment_code");
