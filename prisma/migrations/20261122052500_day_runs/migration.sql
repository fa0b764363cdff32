-- The close of a program's days, and what each still has to do.

CREATE TYPE "day_run_state" AS ENUM ('running', 'finished', 'failed');

CREATE TABLE "day_run" (
  "program_id" UUID NOT NULL,
  "day" DATE NOT NULL,
  "state" "day_run_state" NOT NULL DEFAULT 'running',
  "step" TEXT,
  "due" BIGINT NOT NULL DEFAULT 0,
  "done" BIGINT NOT NULL DEFAULT 0,
  "activated_points" BIGINT NOT NULL DEFAULT 0,
  "activated_lots" BIGINT NOT NULL DEFAULT 0,
  "expired_points" BIGINT NOT NULL DEFAULT 0,
  "expired_lots" BIGINT NOT NULL DEFAULT 0,
  "statements" BIGINT NOT NULL DEFAULT 0,
  "started_at" TIMESTAMPTZ(3) NOT NULL,
  "finished_at" TIMESTAMPTZ(3),
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "error" TEXT,
  "retry_at" TIMESTAMPTZ(3),
  CONSTRAINT "day_run_pkey" PRIMARY KEY ("program_id", "day"),
  CONSTRAINT "day_run_finished_check" CHECK (("finished_at" IS NOT NULL) = ("state" = 'finished')),
  CONSTRAINT "day_run_failed_check" CHECK (("error" IS NOT NULL) = ("state" = 'failed')),
  CONSTRAINT "day_run_progress_check" CHECK ("done" BETWEEN 0 AND "due" AND "attempts" >= 0)
);
-- Every batch updates the row of its day.
ALTER TABLE "day_run" SET (fillfactor = 50);

CREATE FUNCTION refuse_second_close() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'day % of program % is closed for good', OLD.day, OLD.program_id
    USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "day_run_terminal" BEFORE UPDATE OR DELETE ON "day_run" FOR EACH ROW
  WHEN (OLD."state" = 'finished') EXECUTE FUNCTION refuse_second_close();

CREATE TABLE "day_due" (
  "program_id" UUID NOT NULL,
  "day" DATE NOT NULL,
  "step" TEXT NOT NULL,
  "lane" SMALLINT NOT NULL,
  "party" UUID NOT NULL,
  "point_type_no" SMALLINT NOT NULL,
  "lots" BIGINT NOT NULL,
  CONSTRAINT "day_due_pkey" PRIMARY KEY ("program_id", "day", "step", "lane", "party", "point_type_no")
);
-- All inserts and deletes, like a queue.
ALTER TABLE "day_due" SET (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_cost_delay = 0
);
