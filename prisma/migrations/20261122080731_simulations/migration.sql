-- Trials of campaigns over history, files and baskets, with their reports.

CREATE TYPE "simulation_state" AS ENUM ('waiting', 'running', 'done', 'failed', 'cancelled');

CREATE TABLE "simulation" (
  "program_id" UUID NOT NULL,
  "simulation_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "state" "simulation_state" NOT NULL DEFAULT 'waiting',
  "request" JSONB NOT NULL,
  "file_key" TEXT,
  "events_done" BIGINT NOT NULL DEFAULT 0,
  "events" BIGINT NOT NULL DEFAULT 0,
  "report" JSONB,
  "error" TEXT,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "lease_holder" UUID,
  "lease_until" TIMESTAMPTZ(3),
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "started_at" TIMESTAMPTZ(3),
  "finished_at" TIMESTAMPTZ(3),
  CONSTRAINT "simulation_pkey" PRIMARY KEY ("program_id", "simulation_id"),
  CONSTRAINT "simulation_progress_check" CHECK ("events_done" >= 0 AND "events" >= 0),
  CONSTRAINT "simulation_finished_check" CHECK (("finished_at" IS NULL) = ("state" IN ('waiting', 'running'))),
  CONSTRAINT "simulation_report_check" CHECK (("report" IS NOT NULL) = ("state" = 'done')),
  CONSTRAINT "simulation_error_check" CHECK (("error" IS NOT NULL) = ("state" = 'failed'))
);

CREATE TABLE "simulation_example" (
  "program_id" UUID NOT NULL,
  "simulation_id" UUID NOT NULL,
  "example_no" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "scenario" SMALLINT NOT NULL,
  "content" JSONB NOT NULL,
  CONSTRAINT "simulation_example_pkey" PRIMARY KEY ("program_id", "simulation_id", "example_no")
);

-- Finds the decisions about a span of days among rows that only ever grow, at next to no cost in writing.
CREATE INDEX "decision_program_id_occurred_at_idx" ON "decision" USING brin ("program_id", "occurred_at");
