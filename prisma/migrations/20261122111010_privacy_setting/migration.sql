-- What a program keeps of members, and for how long.
CREATE TABLE "privacy_setting" (
  "program_id" UUID NOT NULL,
  "policy" JSONB NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "privacy_setting_pkey" PRIMARY KEY ("program_id"),
  CONSTRAINT "privacy_setting_policy_check" CHECK (jsonb_typeof("policy") = 'object')
);

-- Where a rule of retention stands on a day: what went so far, and from where it goes on.
CREATE TABLE "retention_run" (
  "program_id" UUID NOT NULL,
  "rule" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "done" BIGINT NOT NULL DEFAULT 0,
  "cursor" TEXT,
  "started_at" TIMESTAMPTZ(3) NOT NULL,
  "finished_at" TIMESTAMPTZ(3),
  CONSTRAINT "retention_run_pkey" PRIMARY KEY ("program_id", "rule", "day"),
  CONSTRAINT "retention_run_done_check" CHECK ("done" >= 0)
);
