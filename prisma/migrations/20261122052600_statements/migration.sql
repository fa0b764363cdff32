-- Monthly statements, kept for good.

CREATE TABLE "statement" (
  "program_id" UUID NOT NULL,
  "month" DATE NOT NULL,
  "member_id" UUID NOT NULL,
  "point_type_no" SMALLINT NOT NULL,
  "lane" SMALLINT NOT NULL,
  "opening" BIGINT NOT NULL,
  "earned" BIGINT NOT NULL,
  "returned" BIGINT NOT NULL,
  "spent" BIGINT NOT NULL,
  "expired" BIGINT NOT NULL,
  "received" BIGINT NOT NULL,
  "sent" BIGINT NOT NULL,
  "adjusted" BIGINT NOT NULL,
  "closing" BIGINT NOT NULL,
  "pending" BIGINT NOT NULL,
  "owed" BIGINT NOT NULL,
  "made_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "statement_pkey" PRIMARY KEY ("program_id", "member_id", "month", "point_type_no"),
  CONSTRAINT "statement_month_check" CHECK (extract(day FROM "month") = 1),
  CONSTRAINT "statement_adds_up_check"
    CHECK ("closing" = "opening" + "earned" - "returned" - "spent" - "expired" + "received" - "sent" + "adjusted"),
  CONSTRAINT "statement_parts_check" CHECK ("pending" >= 0 AND "owed" >= 0)
);
CREATE INDEX "statement_program_id_month_lane_idx" ON "statement" ("program_id", "month", "lane");
CREATE TRIGGER "statement_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "statement"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE "statement_cut" (
  "program_id" UUID NOT NULL,
  "month" DATE NOT NULL,
  "lane" SMALLINT NOT NULL,
  "last_transfer" BIGINT NOT NULL,
  "settled_transfer" BIGINT NOT NULL,
  "ended_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "statement_cut_pkey" PRIMARY KEY ("program_id", "month", "lane"),
  CONSTRAINT "statement_cut_order_check" CHECK ("last_transfer" BETWEEN 0 AND "settled_transfer")
);
CREATE TRIGGER "statement_cut_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "statement_cut"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
