-- What campaigns give besides points: one row for each benefit, and what members hold of them.

CREATE TYPE "benefit_kind" AS ENUM ('voucher', 'badge', 'progress', 'tier', 'tag', 'segment', 'notify', 'webhook');
CREATE TYPE "benefit_state" AS ENUM ('given', 'withdrawn');
CREATE TYPE "voucher_state" AS ENUM ('issued', 'used', 'expired', 'withdrawn');
CREATE TYPE "webhook_call_state" AS ENUM ('waiting', 'delivered', 'failed', 'withdrawn');

CREATE TABLE "benefit" (
  "program_id" UUID NOT NULL,
  "benefit_id" UUID NOT NULL,
  "cause_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "campaign_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "kind" "benefit_kind" NOT NULL,
  "what" TEXT NOT NULL,
  "detail" JSONB NOT NULL,
  "state" "benefit_state" NOT NULL DEFAULT 'given',
  "given_at" TIMESTAMPTZ(3) NOT NULL,
  "withdrawn_at" TIMESTAMPTZ(3),
  CONSTRAINT "benefit_pkey" PRIMARY KEY ("program_id", "benefit_id"),
  CONSTRAINT "benefit_what_check" CHECK (char_length("what") BETWEEN 1 AND 80),
  CONSTRAINT "benefit_withdrawn_check" CHECK (("state" = 'withdrawn') = ("withdrawn_at" IS NOT NULL))
);
CREATE INDEX "benefit_program_id_member_id_benefit_id_idx" ON "benefit" ("program_id", "member_id", "benefit_id");
CREATE INDEX "benefit_program_id_cause_id_idx" ON "benefit" ("program_id", "cause_id");
CREATE INDEX "benefit_program_id_campaign_id_benefit_id_idx"
  ON "benefit" ("program_id", "campaign_id", "benefit_id");

CREATE TABLE "voucher" (
  "program_id" UUID NOT NULL,
  "voucher_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "campaign_id" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "cost_minor" BIGINT NOT NULL,
  "state" "voucher_state" NOT NULL DEFAULT 'issued',
  "issued_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_on" DATE,
  "closed_at" TIMESTAMPTZ(3),
  "reference" TEXT,
  CONSTRAINT "voucher_pkey" PRIMARY KEY ("program_id", "voucher_id"),
  CONSTRAINT "voucher_code_check" CHECK ("code" ~ '^[2-9A-HJKMNP-Z]{16}$'),
  CONSTRAINT "voucher_name_check" CHECK (char_length("name") BETWEEN 1 AND 80),
  CONSTRAINT "voucher_cost_check" CHECK ("cost_minor" >= 0),
  CONSTRAINT "voucher_closed_check" CHECK (("state" = 'issued') = ("closed_at" IS NULL)),
  CONSTRAINT "voucher_reference_check"
    CHECK ("reference" IS NULL OR ("state" = 'used' AND char_length("reference") BETWEEN 1 AND 128))
);
CREATE UNIQUE INDEX "voucher_program_id_code_key" ON "voucher" ("program_id", "code");
CREATE INDEX "voucher_program_id_member_id_voucher_id_idx" ON "voucher" ("program_id", "member_id", "voucher_id");
-- What a day ends.
CREATE INDEX "voucher_expires_idx" ON "voucher" ("program_id", "expires_on") WHERE "state" = 'issued';

-- A voucher that is used, expired or withdrawn is so for good, and none is deleted.
CREATE FUNCTION refuse_reopened_voucher() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'voucher % is % for good', OLD.voucher_id, OLD.state USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "voucher_closes_once" BEFORE UPDATE ON "voucher"
  FOR EACH ROW WHEN (OLD."state" <> 'issued') EXECUTE FUNCTION refuse_reopened_voucher();
CREATE TRIGGER "voucher_stays" BEFORE DELETE OR TRUNCATE ON "voucher"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "benefit_stays" BEFORE DELETE OR TRUNCATE ON "benefit"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE "badge" (
  "program_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "badge" TEXT NOT NULL,
  "count" INTEGER NOT NULL,
  "first_given" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "badge_pkey" PRIMARY KEY ("program_id", "member_id", "badge"),
  CONSTRAINT "badge_count_check" CHECK ("count" >= 0)
);

CREATE TABLE "challenge_progress" (
  "program_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "challenge" TEXT NOT NULL,
  "progress" BIGINT NOT NULL,
  "goal" BIGINT NOT NULL,
  "completed" INTEGER NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "challenge_progress_pkey" PRIMARY KEY ("program_id", "member_id", "challenge"),
  CONSTRAINT "challenge_progress_check" CHECK ("progress" >= 0 AND "progress" < "goal" AND "completed" >= 0)
);

CREATE TABLE "message" (
  "program_id" UUID NOT NULL,
  "message_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "sent_at" TIMESTAMPTZ(3) NOT NULL,
  "read_at" TIMESTAMPTZ(3),
  CONSTRAINT "message_pkey" PRIMARY KEY ("program_id", "message_id"),
  CONSTRAINT "message_title_check" CHECK (char_length("title") BETWEEN 1 AND 80),
  CONSTRAINT "message_body_check" CHECK (char_length("body") BETWEEN 1 AND 500)
);
CREATE INDEX "message_program_id_member_id_message_id_idx" ON "message" ("program_id", "member_id", "message_id");

CREATE TABLE "webhook_call" (
  "program_id" UUID NOT NULL,
  "call_id" UUID NOT NULL,
  "campaign_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "url" TEXT NOT NULL,
  "topic" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "state" "webhook_call_state" NOT NULL DEFAULT 'waiting',
  "attempts" SMALLINT NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "next_attempt_at" TIMESTAMPTZ(3),
  "last_attempt_at" TIMESTAMPTZ(3),
  "last_status" SMALLINT,
  "last_error" TEXT,
  "closed_at" TIMESTAMPTZ(3),
  CONSTRAINT "webhook_call_pkey" PRIMARY KEY ("program_id", "call_id"),
  CONSTRAINT "webhook_call_attempts_check" CHECK ("attempts" >= 0),
  CONSTRAINT "webhook_call_waiting_check" CHECK (
    ("state" = 'waiting') = ("next_attempt_at" IS NOT NULL) AND ("state" = 'waiting') = ("closed_at" IS NULL))
);
-- Across programs: what is due, and little else.
CREATE INDEX "webhook_call_due_idx" ON "webhook_call" ("next_attempt_at") WHERE "state" = 'waiting';

CREATE TABLE "webhook_secret" (
  "program_id" UUID NOT NULL,
  "secret" BYTEA NOT NULL,
  "made_at" TIMESTAMPTZ(3) NOT NULL,
  "previous" BYTEA,
  "previous_until" TIMESTAMPTZ(3),
  CONSTRAINT "webhook_secret_pkey" PRIMARY KEY ("program_id"),
  CONSTRAINT "webhook_secret_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program" ("program_id"),
  CONSTRAINT "webhook_secret_length_check" CHECK (octet_length("secret") = 32 AND octet_length("previous") = 32),
  CONSTRAINT "webhook_secret_previous_check" CHECK (("previous" IS NULL) = ("previous_until" IS NULL))
);
