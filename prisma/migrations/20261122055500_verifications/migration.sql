-- Looks at the whole ledger that people ask for, with what they found.

CREATE TYPE "verification_state" AS ENUM ('waiting', 'running', 'sound', 'broken', 'failed');
CREATE TABLE "verification" (
  "program_id" UUID NOT NULL,
  "verification_id" UUID NOT NULL,
  "state" "verification_state" NOT NULL DEFAULT 'waiting',
  "started_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "started_at" TIMESTAMPTZ(3),
  "finished_at" TIMESTAMPTZ(3),
  "checks_done" INTEGER NOT NULL DEFAULT 0,
  "checks" INTEGER NOT NULL DEFAULT 0,
  "blocks_walked" BIGINT NOT NULL DEFAULT 0,
  "blocks" BIGINT NOT NULL DEFAULT 0,
  "findings" JSONB NOT NULL DEFAULT '[]',
  "broken" JSONB NOT NULL DEFAULT '{}',
  "counts" JSONB,
  "heads" JSONB NOT NULL DEFAULT '[]',
  "error" TEXT,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "lease_holder" UUID,
  "lease_until" TIMESTAMPTZ(3),
  CONSTRAINT "verification_pkey" PRIMARY KEY ("program_id", "verification_id"),
  CONSTRAINT "verification_finished_check"
    CHECK (("finished_at" IS NULL) = ("state" IN ('waiting', 'running'))),
  CONSTRAINT "verification_progress_check" CHECK ("checks_done" BETWEEN 0 AND "checks" AND "blocks_walked" >= 0),
  CONSTRAINT "verification_error_check" CHECK (("error" IS NOT NULL) = ("state" = 'failed'))
);
-- One at a time: a second would find the same and cost the same again.
CREATE UNIQUE INDEX "verification_unfinished_idx" ON "verification" ("program_id")
  WHERE "state" IN ('waiting', 'running');
