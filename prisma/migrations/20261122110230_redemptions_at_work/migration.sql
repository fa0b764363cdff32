-- What redemptions need to be carried out: holds that are theirs, payments that are refunded, orders that are sent to
-- partners, and vouchers that a till used by mistake.

-- The redemption that a hold is for: only with it is the hold captured, released or ended.
ALTER TABLE "hold" ADD COLUMN "redemption_id" UUID;

-- Since when the one who fulfils it is at work on it: from then on the member cannot call it off.
ALTER TABLE "redemption"
  ADD COLUMN "accepted_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "redemption_accepted_check" CHECK ("accepted_at" IS NULL OR "state" <> 'requested');

ALTER TABLE "payment"
  ADD COLUMN "attempts" SMALLINT NOT NULL DEFAULT 0,
  ADD COLUMN "next_attempt_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "payment_attempts_check" CHECK ("attempts" >= 0),
  ADD CONSTRAINT "payment_due_check" CHECK ("next_attempt_at" IS NULL OR "state" = 'refund_due');
CREATE INDEX "payment_refund_idx" ON "payment" ("next_attempt_at") WHERE "next_attempt_at" IS NOT NULL;

-- A payment that comes after all was given up is paid back: that is how what failed or was cancelled goes on.
CREATE FUNCTION refuse_payment_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.state, NEW.state) NOT IN (
    ('pending', 'paid'), ('pending', 'failed'), ('pending', 'cancelled'), ('pending', 'refund_due'),
    ('failed', 'refund_due'), ('cancelled', 'refund_due'),
    ('paid', 'refund_due'), ('refund_due', 'refunded')
  ) THEN
    RAISE EXCEPTION 'payment % cannot go from % to %', OLD.payment_id, OLD.state, NEW.state
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "payment_moves_on" BEFORE UPDATE ON "payment"
  FOR EACH ROW WHEN (OLD."state" <> NEW."state") EXECUTE FUNCTION refuse_payment_state();
CREATE TRIGGER "payment_stays" BEFORE DELETE OR TRUNCATE ON "payment"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TYPE "partner_order_state" AS ENUM ('waiting', 'delivered', 'failed', 'withdrawn');
CREATE TABLE "partner_order" (
  "program_id" UUID NOT NULL,
  "redemption_id" UUID NOT NULL,
  "state" "partner_order_state" NOT NULL DEFAULT 'waiting',
  "attempts" SMALLINT NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "next_attempt_at" TIMESTAMPTZ(3),
  "last_attempt_at" TIMESTAMPTZ(3),
  "last_status" SMALLINT,
  "last_error" TEXT,
  CONSTRAINT "partner_order_pkey" PRIMARY KEY ("program_id", "redemption_id"),
  CONSTRAINT "partner_order_attempts_check" CHECK ("attempts" >= 0),
  CONSTRAINT "partner_order_due_check" CHECK (("next_attempt_at" IS NOT NULL) = ("state" = 'waiting')),
  CONSTRAINT "partner_order_program_id_redemption_id_fkey" FOREIGN KEY ("program_id", "redemption_id")
    REFERENCES "redemption" ("program_id", "redemption_id") ON DELETE NO ACTION ON UPDATE NO ACTION
);
CREATE INDEX "partner_order_due_idx" ON "partner_order" ("next_attempt_at") WHERE "state" = 'waiting';

-- Answers of partners by the id of their message: one that comes again changes nothing.
CREATE TABLE "partner_answer" (
  "program_id" UUID NOT NULL,
  "redemption_id" UUID NOT NULL,
  "message_id" TEXT NOT NULL,
  "body_hash" BYTEA NOT NULL,
  "received_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "partner_answer_pkey" PRIMARY KEY ("program_id", "redemption_id", "message_id"),
  CONSTRAINT "partner_answer_message_check" CHECK (char_length("message_id") BETWEEN 1 AND 128),
  CONSTRAINT "partner_answer_program_id_redemption_id_fkey" FOREIGN KEY ("program_id", "redemption_id")
    REFERENCES "redemption" ("program_id", "redemption_id") ON DELETE NO ACTION ON UPDATE NO ACTION
);
CREATE TRIGGER "partner_answer_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "partner_answer"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Who used a voucher, as the audit log names them: they may take a mistake back, and nothing else reopens a voucher.
ALTER TABLE "voucher"
  ADD COLUMN "used_by" TEXT,
  ADD CONSTRAINT "voucher_used_by_check" CHECK ("used_by" IS NULL OR "state" = 'used');
DROP TRIGGER "voucher_closes_once" ON "voucher";
CREATE TRIGGER "voucher_closes_once" BEFORE UPDATE ON "voucher"
  FOR EACH ROW WHEN (
    OLD."state" <> 'issued'
    AND NOT (OLD."state" = 'used' AND OLD."used_by" IS NOT NULL AND NEW."state" = 'issued')
  ) EXECUTE FUNCTION refuse_reopened_voucher();
-- Codes as they are typed: with or without dashes, in small letters or large ones.
CREATE INDEX "voucher_typed_idx" ON "voucher"
  ("program_id", upper(regexp_replace("code", '[^0-9A-Za-z]', '', 'g'))) WHERE "redemption_id" IS NOT NULL;
