-- What one person does alone is summed, and a threshold that was raised counts from a day later on.

CREATE TABLE "threshold_change" (
  "program_id" UUID NOT NULL,
  "change_id" UUID NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  "changed_by" TEXT NOT NULL,
  "approval_above" BIGINT,
  "daily_above" BIGINT,
  CONSTRAINT "threshold_change_pkey" PRIMARY KEY ("program_id", "change_id"),
  CONSTRAINT "threshold_change_points_check" CHECK ("approval_above" >= 0 AND "daily_above" >= 0)
);
CREATE INDEX "threshold_change_program_id_changed_at_idx" ON "threshold_change" ("program_id", "changed_at");
CREATE TRIGGER "threshold_change_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "threshold_change"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "adjustment"
  ADD COLUMN "alone_count" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "alone_points" BIGINT NOT NULL DEFAULT 0,
  ADD CONSTRAINT "adjustment_alone_sum_check"
    CHECK ("alone_count" >= 0 AND "alone_points" >= "alone_count" AND ("alone_count" > 0 OR "alone_points" = 0));
CREATE INDEX "adjustment_alone_idx" ON "adjustment" ("program_id", "requested_by", "requested_at")
  WHERE NOT "needs_approval";
CREATE INDEX "credit_job_alone_idx" ON "credit_job" ("program_id", "confirmed_by", "confirmed_at")
  WHERE NOT "needs_approval";
