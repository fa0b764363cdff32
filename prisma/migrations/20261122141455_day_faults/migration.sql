-- Members whose part in the close of a day fails are set aside, so that everybody else's day is closed.

CREATE TABLE "day_fault" (
  "program_id" UUID NOT NULL,
  "party" UUID NOT NULL,
  "day" DATE NOT NULL,
  "step" TEXT NOT NULL,
  "point_type_no" SMALLINT NOT NULL,
  "lane" SMALLINT NOT NULL,
  "set_aside_at" TIMESTAMPTZ(3) NOT NULL,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "error" TEXT,
  "retry_at" TIMESTAMPTZ(3),
  "settled_at" TIMESTAMPTZ(3),
  "points" BIGINT NOT NULL DEFAULT 0,
  "lots" BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT "day_fault_pkey" PRIMARY KEY ("program_id", "party", "day", "step", "point_type_no"),
  -- What was tried says what was wrong; what only waits its turn has not been tried.
  CONSTRAINT "day_fault_tried_check" CHECK ("attempts" >= 0 AND ("attempts" > 0) = ("error" IS NOT NULL)),
  CONSTRAINT "day_fault_retry_check" CHECK (("retry_at" IS NOT NULL) = ("attempts" > 0 AND "settled_at" IS NULL)),
  CONSTRAINT "day_fault_settled_check"
    CHECK ("points" >= 0 AND "lots" >= 0 AND ("settled_at" IS NOT NULL OR ("points" = 0 AND "lots" = 0)))
);
CREATE INDEX "day_fault_day_idx" ON "day_fault" ("program_id", "day");
CREATE INDEX "day_fault_open_idx" ON "day_fault" ("program_id", "party") WHERE "settled_at" IS NULL;

CREATE FUNCTION refuse_settled_fault() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the work of day % for % has been done', OLD.day, OLD.party USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "day_fault_terminal" BEFORE UPDATE OR DELETE ON "day_fault" FOR EACH ROW
  WHEN (OLD."settled_at" IS NOT NULL) EXECUTE FUNCTION refuse_settled_fault();
