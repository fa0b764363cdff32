-- Credits from a file: a job with its checked lines, which become events of the queue once somebody confirms them.

CREATE TYPE "credit_job_state" AS ENUM ('checking', 'ready', 'waiting', 'posting', 'done', 'failed', 'cancelled');

CREATE TABLE "credit_job" (
  "program_id" UUID NOT NULL,
  "job_id" UUID NOT NULL,
  "file_name" TEXT NOT NULL,
  "file_hash" BYTEA NOT NULL,
  "file_bytes" BIGINT NOT NULL,
  "file_key" TEXT NOT NULL,
  "layout" JSONB NOT NULL,
  "reason" TEXT,
  "state" "credit_job_state" NOT NULL DEFAULT 'checking',
  "lines_read" BIGINT NOT NULL DEFAULT 0,
  "bytes_read" BIGINT NOT NULL DEFAULT 0,
  "file_bytes_read" BIGINT NOT NULL DEFAULT 0,
  "lines" BIGINT NOT NULL DEFAULT 0,
  "lines_refused" BIGINT NOT NULL DEFAULT 0,
  "credits" BIGINT NOT NULL DEFAULT 0,
  "points" BIGINT NOT NULL DEFAULT 0,
  "members" BIGINT NOT NULL DEFAULT 0,
  "handed_over" BIGINT NOT NULL DEFAULT 0,
  "posted" BIGINT NOT NULL DEFAULT 0,
  "dead" BIGINT NOT NULL DEFAULT 0,
  "needs_approval" BOOLEAN NOT NULL DEFAULT false,
  "uploaded_by" TEXT NOT NULL,
  "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
  "confirmed_by" TEXT,
  "confirmed_at" TIMESTAMPTZ(3),
  "approved_by" TEXT,
  "approved_at" TIMESTAMPTZ(3),
  "decision_note" TEXT,
  "error" TEXT,
  "failed_in" "credit_job_state",
  "attempts" SMALLINT NOT NULL DEFAULT 0,
  "not_before" TIMESTAMPTZ(3),
  "finished_at" TIMESTAMPTZ(3),
  "cleared_at" TIMESTAMPTZ(3),
  CONSTRAINT "credit_job_pkey" PRIMARY KEY ("program_id", "job_id")
);
CREATE INDEX "credit_job_program_id_file_hash_idx" ON "credit_job" ("program_id", "file_hash");

CREATE TABLE "credit_line" (
  "program_id" UUID NOT NULL,
  "job_id" UUID NOT NULL,
  "line_no" BIGINT NOT NULL,
  "member_id" UUID NOT NULL,
  "lane" SMALLINT NOT NULL,
  "point_type_no" SMALLINT NOT NULL,
  "points" BIGINT NOT NULL,
  "reason" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  CONSTRAINT "credit_line_pkey" PRIMARY KEY ("program_id", "job_id", "line_no")
);

CREATE TABLE "credit_reject" (
  "program_id" UUID NOT NULL,
  "job_id" UUID NOT NULL,
  "line_no" BIGINT NOT NULL,
  "code" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  CONSTRAINT "credit_reject_pkey" PRIMARY KEY ("program_id", "job_id", "line_no")
);

ALTER TABLE "credit_job"
  ADD CONSTRAINT "credit_job_file_check" CHECK (octet_length("file_hash") = 32 AND "file_bytes" >= 0),
  ADD CONSTRAINT "credit_job_counts_check"
    CHECK ("lines_refused" >= 0 AND "credits" >= 0 AND "points" >= 0 AND "members" <= "credits"
           AND "lines_refused" + "credits" <= "lines" AND "handed_over" <= "credits"
           AND "posted" >= 0 AND "dead" >= 0 AND "posted" + "dead" <= "handed_over"),
  ADD CONSTRAINT "credit_job_confirmed_check"
    CHECK (("confirmed_by" IS NULL) = ("confirmed_at" IS NULL) AND ("approved_by" IS NULL) = ("approved_at" IS NULL)
           AND ("state" NOT IN ('waiting', 'posting', 'done') OR "confirmed_by" IS NOT NULL)),
  -- Four eyes: nothing large is posted without a person who neither uploaded nor confirmed it.
  ADD CONSTRAINT "credit_job_four_eyes_check"
    CHECK (("approved_by" IS NULL OR ("approved_by" <> "uploaded_by" AND "approved_by" <> "confirmed_by"))
           AND (NOT "needs_approval" OR "state" NOT IN ('posting', 'done') OR "approved_by" IS NOT NULL)),
  -- What became events stays.
  ADD CONSTRAINT "credit_job_cancelled_check" CHECK ("state" <> 'cancelled' OR "handed_over" = 0);
ALTER TABLE "credit_line" ADD CONSTRAINT "credit_line_points_check" CHECK ("points" > 0 AND "point_type_no" >= 1);
