-- Members bring members along, and both are rewarded once.
CREATE TABLE "referral_policy" (
  "program_id" UUID NOT NULL,
  "enabled" BOOLEAN NOT NULL,
  "referrer_points" INTEGER NOT NULL,
  "referee_points" INTEGER NOT NULL,
  "minimum_minor" BIGINT NOT NULL,
  "monthly_limit" SMALLINT,
  "qualify_days" SMALLINT NOT NULL,
  "wait_days" SMALLINT NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "referral_policy_pkey" PRIMARY KEY ("program_id"),
  CONSTRAINT "referral_policy_points_check" CHECK (
    "referrer_points" BETWEEN 0 AND 1000000 AND "referee_points" BETWEEN 0 AND 1000000
  ),
  CONSTRAINT "referral_policy_minimum_check" CHECK ("minimum_minor" >= 0),
  CONSTRAINT "referral_policy_monthly_check" CHECK ("monthly_limit" BETWEEN 1 AND 1000),
  CONSTRAINT "referral_policy_days_check" CHECK ("qualify_days" BETWEEN 1 AND 730 AND "wait_days" BETWEEN 0 AND 90)
);

CREATE TABLE "referral_code" (
  "program_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "referral_code_pkey" PRIMARY KEY ("program_id", "member_id"),
  CONSTRAINT "referral_code_check" CHECK ("code" ~ '^[2-9A-HJ-NP-Z]{8}$')
);
CREATE UNIQUE INDEX "referral_code_program_id_code_key" ON "referral_code" ("program_id", "code");

CREATE TYPE "referral_state" AS ENUM ('joined', 'qualified', 'rewarded');

CREATE TABLE "referral" (
  "program_id" UUID NOT NULL,
  "referral_id" UUID NOT NULL,
  "referrer_id" UUID NOT NULL,
  "referee_id" UUID NOT NULL,
  "state" "referral_state" NOT NULL DEFAULT 'joined',
  "joined_at" TIMESTAMPTZ(3) NOT NULL,
  "purchase_event_id" UUID,
  "qualified_at" TIMESTAMPTZ(3),
  "due_at" TIMESTAMPTZ(3),
  "rewarded_at" TIMESTAMPTZ(3),
  "referrer_points" INTEGER,
  "referee_points" INTEGER,
  CONSTRAINT "referral_pkey" PRIMARY KEY ("program_id", "referral_id"),
  CONSTRAINT "referral_self_check" CHECK ("referrer_id" <> "referee_id"),
  CONSTRAINT "referral_purchase_check" CHECK (
    ("state" = 'joined') = ("purchase_event_id" IS NULL) AND ("state" = 'joined') = ("qualified_at" IS NULL)
    AND ("state" = 'joined') = ("due_at" IS NULL)
  ),
  CONSTRAINT "referral_rewarded_check" CHECK (
    ("state" = 'rewarded') = ("rewarded_at" IS NOT NULL) AND ("state" = 'rewarded') = ("referrer_points" IS NOT NULL)
    AND ("state" = 'rewarded') = ("referee_points" IS NOT NULL)
  )
);
CREATE UNIQUE INDEX "referral_program_id_referee_id_key" ON "referral" ("program_id", "referee_id");
CREATE INDEX "referral_program_id_referrer_id_referral_id_idx" ON "referral" ("program_id", "referrer_id", "referral_id");
CREATE INDEX "referral_due_idx" ON "referral" ("due_at") WHERE "state" = 'qualified';
CREATE INDEX "referral_open_idx" ON "referral" ("program_id", "referee_id") WHERE "state" = 'joined';

-- What was given is not taken back, nor given again.
CREATE FUNCTION refuse_rewarded_referral() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'referral % has been rewarded', OLD.referral_id USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "referral_rewarded_once" BEFORE UPDATE OR DELETE ON "referral" FOR EACH ROW
  WHEN (OLD."state" = 'rewarded') EXECUTE FUNCTION refuse_rewarded_referral();
