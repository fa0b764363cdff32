-- What each person at the counter has done lately, so that they can look it up and take a mistake back.
CREATE TYPE "counter_action_kind" AS ENUM ('earned', 'redeemed', 'voucher_used');

CREATE TABLE "counter_action" (
  "program_id" UUID NOT NULL,
  "action_id" UUID NOT NULL,
  "actor" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "kind" "counter_action_kind" NOT NULL,
  "member_id" UUID NOT NULL,
  "name" TEXT NOT NULL DEFAULT '',
  "points" BIGINT,
  "amount_minor" BIGINT,
  "receipt" TEXT,
  "subject_id" UUID,
  "undone_at" TIMESTAMPTZ(3),
  CONSTRAINT "counter_action_pkey" PRIMARY KEY ("program_id", "action_id"),
  CONSTRAINT "counter_action_subject_check" CHECK (("subject_id" IS NULL) = ("kind" = 'earned')),
  CONSTRAINT "counter_action_amount_check" CHECK (("amount_minor" IS NOT NULL) = ("kind" = 'earned')),
  CONSTRAINT "counter_action_receipt_check" CHECK ("receipt" IS NULL OR "kind" = 'earned')
);

ALTER TABLE "counter_action" ADD CONSTRAINT "counter_action_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program" ("program_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE INDEX "counter_action_program_id_actor_at_action_id_idx" ON "counter_action" ("program_id", "actor", "at", "action_id");
CREATE INDEX "counter_action_program_id_member_id_idx" ON "counter_action" ("program_id", "member_id");
CREATE INDEX "counter_action_at_idx" ON "counter_action" ("at");
