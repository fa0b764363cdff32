-- Points given or taken by hand, with a second person for large ones.

CREATE TYPE "adjustment_state" AS ENUM ('pending', 'posted', 'rejected', 'withdrawn');

CREATE TABLE "adjustment" (
  "program_id" UUID NOT NULL,
  "adjustment_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "point_type_no" SMALLINT NOT NULL,
  "points" BIGINT NOT NULL,
  "reason" TEXT NOT NULL,
  "note" TEXT,
  "expires_on" DATE,
  "state" "adjustment_state" NOT NULL,
  "needs_approval" BOOLEAN NOT NULL,
  "requested_by" TEXT NOT NULL,
  "requested_at" TIMESTAMPTZ(3) NOT NULL,
  "decided_by" TEXT,
  "decided_at" TIMESTAMPTZ(3),
  "decision_note" TEXT,
  CONSTRAINT "adjustment_pkey" PRIMARY KEY ("program_id", "adjustment_id")
);
CREATE INDEX "adjustment_program_id_state_adjustment_id_idx"
  ON "adjustment" ("program_id", "state", "adjustment_id");
CREATE INDEX "adjustment_program_id_member_id_adjustment_id_idx"
  ON "adjustment" ("program_id", "member_id", "adjustment_id");

ALTER TABLE "adjustment"
  ADD CONSTRAINT "adjustment_points_check" CHECK ("points" <> 0 AND "point_type_no" >= 1),
  ADD CONSTRAINT "adjustment_reason_check" CHECK (length("reason") >= 1),
  ADD CONSTRAINT "adjustment_expiry_check" CHECK ("expires_on" IS NULL OR "points" > 0),
  -- What needs nobody else is posted as it is asked for.
  ADD CONSTRAINT "adjustment_alone_check"
    CHECK ("needs_approval" OR ("state" = 'posted' AND "decided_by" IS NULL)),
  ADD CONSTRAINT "adjustment_decided_check"
    CHECK (("decided_by" IS NULL) = ("decided_at" IS NULL)
           AND (NOT "needs_approval" OR ("state" = 'pending') = ("decided_by" IS NULL))),
  -- Four eyes: nobody decides what they asked for, and nobody else takes it back.
  ADD CONSTRAINT "adjustment_four_eyes_check"
    CHECK ("decided_by" IS NULL OR ("state" = 'withdrawn') = ("decided_by" = "requested_by"));

CREATE FUNCTION refuse_decided_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of table % is refused: the row has been decided', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "adjustment_decided_once" BEFORE UPDATE OR DELETE ON "adjustment" FOR EACH ROW
  WHEN (OLD."state" <> 'pending') EXECUTE FUNCTION refuse_decided_change();
