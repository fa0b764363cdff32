-- What members can have for points, and what becomes of it when they ask for it.

CREATE TYPE "redemption_state" AS ENUM ('requested', 'reserved', 'fulfilled', 'cancelled', 'failed', 'reversed');

CREATE TYPE "payment_state" AS ENUM ('pending', 'paid', 'refund_due', 'refunded', 'failed', 'cancelled');

CREATE TYPE "reward_kind" AS ENUM ('pool_voucher', 'generated_voucher', 'physical', 'digital', 'cash_discount', 'donation', 'service');

CREATE TYPE "reward_state" AS ENUM ('draft', 'published', 'archived');

CREATE TYPE "fulfilment" AS ENUM ('code', 'partner_api', 'manual', 'none');

CREATE TYPE "pool_code_state" AS ENUM ('free', 'handed', 'void');

CREATE TYPE "code_upload_state" AS ENUM ('reading', 'done', 'failed');

-- A voucher comes from a campaign or from a redemption; what a pool hands out looks as its partner made it.
ALTER TABLE "voucher"
  ADD COLUMN "redemption_id" UUID,
  ADD COLUMN "stores" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "used_in" TEXT,
  ADD COLUMN "value_minor" BIGINT,
  ALTER COLUMN "campaign_id" DROP NOT NULL,
  DROP CONSTRAINT "voucher_code_check",
  ADD CONSTRAINT "voucher_code_check" CHECK (
    CASE WHEN "campaign_id" IS NULL THEN char_length("code") BETWEEN 1 AND 64
    ELSE "code" ~ '^[2-9A-HJKMNP-Z]{16}$' END
  ),
  ADD CONSTRAINT "voucher_origin_check" CHECK (("campaign_id" IS NULL) <> ("redemption_id" IS NULL)),
  ADD CONSTRAINT "voucher_value_check" CHECK ("value_minor" > 0),
  ADD CONSTRAINT "voucher_used_in_check" CHECK ("used_in" IS NULL OR "state" = 'used');

CREATE TABLE "redemption" (
  "program_id" UUID NOT NULL,
  "redemption_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "reward_id" UUID NOT NULL,
  "partner_id" UUID,
  "state" "redemption_state" NOT NULL,
  "fulfilment" "fulfilment" NOT NULL,
  "reward" JSONB NOT NULL,
  "points" BIGINT NOT NULL,
  "amount_minor" BIGINT NOT NULL DEFAULT 0,
  "cost_minor" BIGINT NOT NULL DEFAULT 0,
  "hold_id" UUID,
  "spend_id" UUID,
  "voucher_id" UUID,
  "channel" TEXT NOT NULL,
  "delivery" JSONB,
  "reference" TEXT,
  "partner_reference" TEXT,
  "closing_note" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3),
  "fulfilled_at" TIMESTAMPTZ(3),
  "closed_at" TIMESTAMPTZ(3),
  CONSTRAINT "redemption_pkey" PRIMARY KEY ("program_id", "redemption_id"),
  CONSTRAINT "redemption_amounts_check" CHECK ("points" >= 0 AND "amount_minor" >= 0 AND "cost_minor" >= 0),
  CONSTRAINT "redemption_closed_check"
    CHECK (("closed_at" IS NOT NULL) = ("state" IN ('cancelled', 'failed', 'reversed'))),
  CONSTRAINT "redemption_fulfilled_check" CHECK (("fulfilled_at" IS NOT NULL) = ("state" IN ('fulfilled', 'reversed'))),
  CONSTRAINT "redemption_channel_check" CHECK ("channel" IN ('wallet', 'counter', 'portal', 'api'))
);

CREATE TABLE "redemption_step" (
  "program_id" UUID NOT NULL,
  "redemption_id" UUID NOT NULL,
  "step_no" SMALLINT NOT NULL,
  "state" "redemption_state" NOT NULL,
  "what" TEXT NOT NULL,
  "actor" TEXT NOT NULL,
  "detail" JSONB NOT NULL DEFAULT '{}',
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "redemption_step_pkey" PRIMARY KEY ("program_id", "redemption_id", "step_no"),
  CONSTRAINT "redemption_step_no_check" CHECK ("step_no" > 0)
);

CREATE TABLE "payment" (
  "program_id" UUID NOT NULL,
  "payment_id" UUID NOT NULL,
  "redemption_id" UUID NOT NULL,
  "provider" TEXT NOT NULL,
  "provider_reference" TEXT,
  "amount_minor" BIGINT NOT NULL,
  "currency" CHAR(3) NOT NULL,
  "state" "payment_state" NOT NULL DEFAULT 'pending',
  "error" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "payment_pkey" PRIMARY KEY ("program_id", "payment_id"),
  CONSTRAINT "payment_amount_check" CHECK ("amount_minor" > 0),
  CONSTRAINT "payment_error_check" CHECK ("error" IS NULL OR "state" IN ('failed', 'refund_due'))
);

CREATE TABLE "reward_partner" (
  "program_id" UUID NOT NULL,
  "partner_id" UUID NOT NULL,
  "order_url" TEXT,
  "secret" BYTEA,
  "contact_email" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "reward_partner_pkey" PRIMARY KEY ("program_id", "partner_id")
);

CREATE TABLE "reward_category" (
  "program_id" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "names" JSONB NOT NULL DEFAULT '{}',
  "position" SMALLINT NOT NULL,
  CONSTRAINT "reward_category_pkey" PRIMARY KEY ("program_id", "code"),
  CONSTRAINT "reward_category_name_check" CHECK (char_length("name") BETWEEN 1 AND 80)
);

CREATE TABLE "reward" (
  "program_id" UUID NOT NULL,
  "reward_id" UUID NOT NULL,
  "partner_id" UUID,
  "kind" "reward_kind" NOT NULL,
  "state" "reward_state" NOT NULL DEFAULT 'draft',
  "fulfilment" "fulfilment" NOT NULL,
  "name" TEXT NOT NULL,
  "summary" TEXT NOT NULL DEFAULT '',
  "description" TEXT NOT NULL DEFAULT '',
  "terms" TEXT NOT NULL DEFAULT '',
  "how_to_use" TEXT NOT NULL DEFAULT '',
  "translations" JSONB NOT NULL DEFAULT '{}',
  "category" TEXT,
  "image_id" UUID,
  "stock" INTEGER,
  "low_at" INTEGER,
  "pool_id" UUID,
  "code_pattern" TEXT,
  "per_member" JSONB,
  "eligibility" JSONB NOT NULL DEFAULT '{"tiers": [], "segments": []}',
  "starts_at" TIMESTAMPTZ(3),
  "ends_at" TIMESTAMPTZ(3),
  "valid_days" INTEGER,
  "stores" TEXT[] DEFAULT ARRAY[]::TEXT[],
  "value_minor" BIGINT,
  "cost_minor" BIGINT NOT NULL DEFAULT 0,
  "hold_minutes" INTEGER,
  "position" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  "published_at" TIMESTAMPTZ(3),
  CONSTRAINT "reward_pkey" PRIMARY KEY ("program_id", "reward_id"),
  CONSTRAINT "reward_name_check" CHECK (char_length("name") BETWEEN 1 AND 80),
  CONSTRAINT "reward_stock_check" CHECK ("stock" >= 0),
  CONSTRAINT "reward_low_check" CHECK ("low_at" >= 0),
  CONSTRAINT "reward_pool_check" CHECK ("pool_id" IS NULL OR "kind" = 'pool_voucher'),
  CONSTRAINT "reward_pattern_check" CHECK ("code_pattern" IS NULL OR "kind" IN ('generated_voucher', 'cash_discount')),
  CONSTRAINT "reward_schedule_check" CHECK ("ends_at" > "starts_at"),
  CONSTRAINT "reward_amounts_check" CHECK ("cost_minor" >= 0 AND "value_minor" > 0),
  CONSTRAINT "reward_lasting_check" CHECK ("valid_days" > 0 AND "hold_minutes" > 0),
  CONSTRAINT "reward_published_check" CHECK ("published_at" IS NOT NULL OR "state" <> 'published')
);

CREATE TABLE "reward_price" (
  "program_id" UUID NOT NULL,
  "reward_id" UUID NOT NULL,
  "price_no" SMALLINT NOT NULL,
  "tier" TEXT,
  "points" BIGINT NOT NULL,
  "amount_minor" BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT "reward_price_pkey" PRIMARY KEY ("program_id", "reward_id", "price_no"),
  CONSTRAINT "reward_price_check" CHECK ("points" >= 0 AND "amount_minor" >= 0 AND "points" + "amount_minor" > 0)
);

CREATE TABLE "code_pool" (
  "program_id" UUID NOT NULL,
  "pool_id" UUID NOT NULL,
  "partner_id" UUID,
  "name" TEXT NOT NULL,
  "low_at" INTEGER,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "code_pool_pkey" PRIMARY KEY ("program_id", "pool_id"),
  CONSTRAINT "code_pool_name_check" CHECK (char_length("name") BETWEEN 1 AND 80),
  CONSTRAINT "code_pool_low_check" CHECK ("low_at" >= 0)
);

CREATE TABLE "pool_code" (
  "program_id" UUID NOT NULL,
  "pool_id" UUID NOT NULL,
  "code_no" BIGINT NOT NULL,
  "code" TEXT NOT NULL,
  "state" "pool_code_state" NOT NULL DEFAULT 'free',
  "upload_id" UUID NOT NULL,
  "expires_on" DATE,
  "handed_at" TIMESTAMPTZ(3),
  "redemption_id" UUID,
  CONSTRAINT "pool_code_pkey" PRIMARY KEY ("program_id", "pool_id", "code_no"),
  CONSTRAINT "pool_code_code_check" CHECK (char_length("code") BETWEEN 1 AND 64),
  CONSTRAINT "pool_code_handed_check"
    CHECK (("state" = 'handed') = ("redemption_id" IS NOT NULL) AND ("state" = 'handed') = ("handed_at" IS NOT NULL))
);

CREATE TABLE "code_upload" (
  "program_id" UUID NOT NULL,
  "upload_id" UUID NOT NULL,
  "pool_id" UUID NOT NULL,
  "file_name" TEXT NOT NULL,
  "state" "code_upload_state" NOT NULL DEFAULT 'reading',
  "lines" INTEGER NOT NULL DEFAULT 0,
  "added" INTEGER NOT NULL DEFAULT 0,
  "duplicates" INTEGER NOT NULL DEFAULT 0,
  "refused" INTEGER NOT NULL DEFAULT 0,
  "error" TEXT,
  "uploaded_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "finished_at" TIMESTAMPTZ(3),
  CONSTRAINT "code_upload_pkey" PRIMARY KEY ("program_id", "upload_id"),
  CONSTRAINT "code_upload_counts_check" CHECK ("added" >= 0 AND "duplicates" >= 0 AND "refused" >= 0 AND "lines" >= 0),
  CONSTRAINT "code_upload_finished_check" CHECK (("finished_at" IS NULL) = ("state" = 'reading'))
);

CREATE TABLE "refused_code" (
  "program_id" UUID NOT NULL,
  "upload_id" UUID NOT NULL,
  "line" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  CONSTRAINT "refused_code_pkey" PRIMARY KEY ("program_id", "upload_id", "line")
);

CREATE INDEX "redemption_program_id_member_id_redemption_id_idx" ON "redemption" ("program_id", "member_id", "redemption_id");
CREATE INDEX "redemption_program_id_state_redemption_id_idx" ON "redemption" ("program_id", "state", "redemption_id");
CREATE INDEX "redemption_program_id_reward_id_redemption_id_idx" ON "redemption" ("program_id", "reward_id", "redemption_id");
CREATE INDEX "redemption_program_id_partner_id_redemption_id_idx" ON "redemption" ("program_id", "partner_id", "redemption_id");
CREATE INDEX "payment_program_id_redemption_id_idx" ON "payment" ("program_id", "redemption_id");
CREATE UNIQUE INDEX "payment_program_id_provider_provider_reference_key" ON "payment" ("program_id", "provider", "provider_reference");
CREATE INDEX "reward_program_id_state_position_reward_id_idx" ON "reward" ("program_id", "state", "position", "reward_id");
CREATE INDEX "reward_program_id_partner_id_reward_id_idx" ON "reward" ("program_id", "partner_id", "reward_id");
CREATE UNIQUE INDEX "pool_code_program_id_code_key" ON "pool_code" ("program_id", "code");
CREATE INDEX "code_upload_program_id_pool_id_upload_id_idx" ON "code_upload" ("program_id", "pool_id", "upload_id");
ALTER TABLE "redemption_step" ADD CONSTRAINT "redemption_step_program_id_redemption_id_fkey" FOREIGN KEY ("program_id", "redemption_id") REFERENCES "redemption" ("program_id", "redemption_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "payment" ADD CONSTRAINT "payment_program_id_redemption_id_fkey" FOREIGN KEY ("program_id", "redemption_id") REFERENCES "redemption" ("program_id", "redemption_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "reward_category" ADD CONSTRAINT "reward_category_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program" ("program_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "reward" ADD CONSTRAINT "reward_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program" ("program_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "reward" ADD CONSTRAINT "reward_program_id_category_fkey" FOREIGN KEY ("program_id", "category") REFERENCES "reward_category" ("program_id", "code") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "reward" ADD CONSTRAINT "reward_program_id_pool_id_fkey" FOREIGN KEY ("program_id", "pool_id") REFERENCES "code_pool" ("program_id", "pool_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "reward_price" ADD CONSTRAINT "reward_price_program_id_reward_id_fkey" FOREIGN KEY ("program_id", "reward_id") REFERENCES "reward" ("program_id", "reward_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "pool_code" ADD CONSTRAINT "pool_code_program_id_pool_id_fkey" FOREIGN KEY ("program_id", "pool_id") REFERENCES "code_pool" ("program_id", "pool_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- The codes that can be handed out next, in their order.
CREATE INDEX "pool_code_free_idx" ON "pool_code" ("program_id", "pool_id", "code_no") WHERE "state" = 'free';
-- What is under way runs out.
CREATE INDEX "redemption_expires_idx" ON "redemption" ("program_id", "expires_at")
  WHERE "state" IN ('requested', 'reserved');

-- A code that was handed out stays so for ever, and so does one that was taken out; none is deleted.
CREATE FUNCTION refuse_reused_code() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'code % of pool % is % for good', OLD.code_no, OLD.pool_id, OLD.state
    USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "pool_code_leaves_once" BEFORE UPDATE ON "pool_code"
  FOR EACH ROW WHEN (OLD."state" <> 'free') EXECUTE FUNCTION refuse_reused_code();
CREATE TRIGGER "pool_code_stays" BEFORE DELETE OR TRUNCATE ON "pool_code"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The states of a redemption follow one another as they must, whoever writes them.
CREATE FUNCTION refuse_redemption_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.state, NEW.state) NOT IN (
    ('requested', 'reserved'), ('requested', 'cancelled'), ('requested', 'failed'),
    ('reserved', 'fulfilled'), ('reserved', 'cancelled'), ('reserved', 'failed'),
    ('fulfilled', 'reversed')
  ) THEN
    RAISE EXCEPTION 'redemption % cannot go from % to %', OLD.redemption_id, OLD.state, NEW.state
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "redemption_moves_on" BEFORE UPDATE ON "redemption"
  FOR EACH ROW WHEN (OLD."state" <> NEW."state") EXECUTE FUNCTION refuse_redemption_state();
CREATE TRIGGER "redemption_stays" BEFORE DELETE OR TRUNCATE ON "redemption"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "redemption_step_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "redemption_step"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
