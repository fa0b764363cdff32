-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "campaign_state" AS ENUM ('draft', 'active', 'paused', 'ended');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'admin', 'marketer', 'analyst', 'support', 'cashier');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('uploaded', 'staging', 'grouping', 'posting', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "member_status" AS ENUM ('active', 'blocked', 'closed');

-- CreateEnum
CREATE TYPE "business_model" AS ENUM ('B2C', 'B2B', 'B2E', 'B2B2C');

-- CreateEnum
CREATE TYPE "participant_role" AS ENUM ('SPONSOR', 'REWARD_PARTNER', 'MERCHANT');

-- CreateEnum
CREATE TYPE "account_kind" AS ENUM ('available', 'pending', 'held', 'debt', 'issued', 'redeemed', 'expired', 'adjusted', 'returned');

-- CreateTable
CREATE TABLE "campaign" (
    "program_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "campaign_state" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "live_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("program_id","campaign_id")
);

-- CreateTable
CREATE TABLE "campaign_version" (
    "program_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "launched_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_version_pkey" PRIMARY KEY ("program_id","campaign_id","version")
);

-- CreateTable
CREATE TABLE "rule_set" (
    "program_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "campaigns" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_set_pkey" PRIMARY KEY ("program_id","version")
);

-- CreateTable
CREATE TABLE "campaign_total" (
    "program_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "lane" SMALLINT NOT NULL,
    "points" BIGINT NOT NULL DEFAULT 0,
    "awards" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "campaign_total_pkey" PRIMARY KEY ("program_id","campaign_id","lane")
);

-- CreateTable
CREATE TABLE "event" (
    "program_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "payload" JSONB NOT NULL,
    "payload_hash" BYTEA NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("program_id","event_id")
);

-- CreateTable
CREATE TABLE "queue" (
    "program_id" UUID NOT NULL,
    "lane" SMALLINT NOT NULL,
    "event_id" UUID NOT NULL,
    "attempts" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "queue_pkey" PRIMARY KEY ("program_id","lane","event_id")
);

-- CreateTable
CREATE TABLE "dead_letter" (
    "program_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "lane" SMALLINT NOT NULL,
    "attempts" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("program_id","event_id")
);

-- CreateTable
CREATE TABLE "organization" (
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "user_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "user_identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "user_identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "organization_user" (
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_user_pkey" PRIMARY KEY ("organization_id","user_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "organization_id" UUID NOT NULL,
    "invitation_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("organization_id","invitation_id")
);

-- CreateTable
CREATE TABLE "organization_audit" (
    "organization_id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "request_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organization_audit_pkey" PRIMARY KEY ("organization_id","audit_id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "import" (
    "program_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" BYTEA NOT NULL,
    "file_bytes" BIGINT NOT NULL,
    "file_key" TEXT NOT NULL,
    "layout" JSONB NOT NULL,
    "mapping" JSONB,
    "state" "import_state" NOT NULL DEFAULT 'uploaded',
    "lines_read" BIGINT NOT NULL DEFAULT 0,
    "bytes_read" BIGINT NOT NULL DEFAULT 0,
    "file_bytes_read" BIGINT NOT NULL DEFAULT 0,
    "lines" BIGINT NOT NULL DEFAULT 0,
    "lines_rejected" BIGINT NOT NULL DEFAULT 0,
    "baskets" BIGINT NOT NULL DEFAULT 0,
    "baskets_done" BIGINT NOT NULL DEFAULT 0,
    "accepted" BIGINT NOT NULL DEFAULT 0,
    "duplicates" BIGINT NOT NULL DEFAULT 0,
    "rejected" BIGINT NOT NULL DEFAULT 0,
    "members_created" BIGINT NOT NULL DEFAULT 0,
    "error" TEXT,
    "failed_in" "import_state",
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "lease_holder" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "cleared_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("program_id","import_id")
);

-- CreateTable
CREATE TABLE "import_line" (
    "program_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line_no" BIGINT NOT NULL,
    "basket_key" TEXT NOT NULL,
    "member_key" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "item" JSONB NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "import_line_pkey" PRIMARY KEY ("program_id","import_id","line_no")
);

-- CreateTable
CREATE TABLE "import_basket" (
    "program_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "basket_no" BIGINT NOT NULL,
    "basket_key" TEXT NOT NULL,

    CONSTRAINT "import_basket_pkey" PRIMARY KEY ("program_id","import_id","basket_no")
);

-- CreateTable
CREATE TABLE "import_reject" (
    "program_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line_no" BIGINT NOT NULL,
    "basket_key" TEXT,
    "code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "import_reject_pkey" PRIMARY KEY ("program_id","import_id","line_no")
);

-- CreateTable
CREATE TABLE "member" (
    "program_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "external_id" TEXT,
    "card_number" TEXT NOT NULL,
    "lane" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "status" "member_status" NOT NULL DEFAULT 'active',
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "password_hash" TEXT,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "consents" JSONB NOT NULL DEFAULT '{}',
    "locale" TEXT,

    CONSTRAINT "member_pkey" PRIMARY KEY ("program_id","member_id")
);

-- CreateTable
CREATE TABLE "member_search" (
    "program_id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "member_search_pkey" PRIMARY KEY ("program_id","word","member_id")
);

-- CreateTable
CREATE TABLE "program" (
    "program_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "business_model" "business_model" NOT NULL DEFAULT 'B2C',
    "currency" CHAR(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "sandbox" BOOLEAN NOT NULL DEFAULT false,
    "brand_hue" INTEGER,
    "card_prefix" VARCHAR(4) NOT NULL,
    "lanes" SMALLINT NOT NULL DEFAULT 8,
    "events_from" DATE NOT NULL,
    "rule_set_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "program_pkey" PRIMARY KEY ("program_id")
);

-- CreateTable
CREATE TABLE "program_participant" (
    "program_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "role" "participant_role" NOT NULL,

    CONSTRAINT "program_participant_pkey" PRIMARY KEY ("program_id","organization_id","role")
);

-- CreateTable
CREATE TABLE "point_type" (
    "program_id" UUID NOT NULL,
    "point_type_no" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "spendable" BOOLEAN NOT NULL DEFAULT true,
    "expires_after_months" SMALLINT,

    CONSTRAINT "point_type_pkey" PRIMARY KEY ("program_id","point_type_no")
);

-- CreateTable
CREATE TABLE "api_key" (
    "program_id" UUID NOT NULL,
    "api_key_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("program_id","api_key_id")
);

-- CreateTable
CREATE TABLE "audit" (
    "program_id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "request_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("program_id","audit_id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "program_id" UUID NOT NULL,
    "outbox_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("program_id","outbox_id")
);

-- CreateTable
CREATE TABLE "idempotency" (
    "program_id" UUID NOT NULL,
    "caller" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("program_id","caller","key")
);

-- CreateTable
CREATE TABLE "lane" (
    "program_id" UUID NOT NULL,
    "lane" SMALLINT NOT NULL,
    "next_transfer" BIGINT NOT NULL DEFAULT 1,
    "block_no" BIGINT NOT NULL DEFAULT 0,
    "head_hash" BYTEA NOT NULL,

    CONSTRAINT "lane_pkey" PRIMARY KEY ("program_id","lane")
);

-- CreateTable
CREATE TABLE "account" (
    "program_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" "account_kind" NOT NULL,
    "point_type_no" SMALLINT NOT NULL,
    "party" UUID NOT NULL,
    "balance" BIGINT NOT NULL DEFAULT 0,
    "held" BIGINT NOT NULL DEFAULT 0,
    "floor" BIGINT DEFAULT 0,

    CONSTRAINT "account_pkey" PRIMARY KEY ("program_id","account_id")
);

-- CreateTable
CREATE TABLE "transfer" (
    "program_id" UUID NOT NULL,
    "lane" SMALLINT NOT NULL,
    "transfer_no" BIGINT NOT NULL,
    "member_id" UUID NOT NULL,
    "debit_account" UUID NOT NULL,
    "credit_account" UUID NOT NULL,
    "point_type_no" SMALLINT NOT NULL,
    "amount" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "cause_id" UUID NOT NULL,
    "campaign_id" UUID,
    "lot_no" BIGINT,
    "balance_after" BIGINT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("program_id","lane","transfer_no")
);

-- CreateTable
CREATE TABLE "lot" (
    "program_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "expires_on" DATE NOT NULL,
    "lot_no" BIGINT NOT NULL,
    "granted" BIGINT NOT NULL,
    "remaining" BIGINT NOT NULL,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "campaign_id" UUID,
    "activated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lot_pkey" PRIMARY KEY ("program_id","account_id","expires_on","lot_no")
);

-- CreateTable
CREATE TABLE "decision" (
    "program_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "rule_set_version" INTEGER NOT NULL,
    "points" BIGINT NOT NULL,
    "outcome" JSONB NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("program_id","event_id")
);

-- CreateTable
CREATE TABLE "returned_line" (
    "program_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "points" BIGINT NOT NULL,

    CONSTRAINT "returned_line_pkey" PRIMARY KEY ("program_id","event_id","line_no")
);

-- CreateTable
CREATE TABLE "cap_use" (
    "program_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "limit_no" SMALLINT NOT NULL,
    "member_id" UUID NOT NULL,
    "window_start" DATE NOT NULL,
    "used" BIGINT NOT NULL,

    CONSTRAINT "cap_use_pkey" PRIMARY KEY ("program_id","campaign_id","limit_no","member_id","window_start")
);

-- CreateTable
CREATE TABLE "block" (
    "program_id" UUID NOT NULL,
    "lane" SMALLINT NOT NULL,
    "block_no" BIGINT NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "first_transfer" BIGINT NOT NULL,
    "last_transfer" BIGINT NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "block_pkey" PRIMARY KEY ("program_id","lane","block_no")
);

-- CreateTable
CREATE TABLE "day_total" (
    "program_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "lane" SMALLINT NOT NULL,
    "events" BIGINT NOT NULL DEFAULT 0,
    "issued" BIGINT NOT NULL DEFAULT 0,
    "returned" BIGINT NOT NULL DEFAULT 0,
    "redeemed" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "day_total_pkey" PRIMARY KEY ("program_id","day","lane")
);

-- CreateIndex
CREATE INDEX "event_program_id_member_id_event_id_idx" ON "event"("program_id", "member_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_program_id_source_external_id_key" ON "event"("program_id", "source", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "import_program_id_file_hash_idx" ON "import"("program_id", "file_hash");

-- CreateIndex
CREATE INDEX "import_line_program_id_import_id_basket_key_idx" ON "import_line"("program_id", "import_id", "basket_key");

-- CreateIndex
CREATE INDEX "member_program_id_joined_at_member_id_idx" ON "member"("program_id", "joined_at", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_program_id_external_id_key" ON "member"("program_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_program_id_card_number_key" ON "member"("program_id", "card_number");

-- CreateIndex
CREATE UNIQUE INDEX "member_program_id_email_key" ON "member"("program_id", "email");

-- CreateIndex
CREATE INDEX "member_search_program_id_member_id_word_idx" ON "member_search"("program_id", "member_id", "word");

-- CreateIndex
CREATE UNIQUE INDEX "program_slug_key" ON "program"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "point_type_program_id_code_key" ON "point_type"("program_id", "code");

-- CreateIndex
CREATE INDEX "api_key_api_key_id_idx" ON "api_key"("api_key_id");

-- CreateIndex
CREATE INDEX "idempotency_created_at_idx" ON "idempotency"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "account_program_id_party_point_type_no_kind_key" ON "account"("program_id", "party", "point_type_no", "kind");

-- CreateIndex
CREATE INDEX "transfer_program_id_member_id_transfer_no_idx" ON "transfer"("program_id", "member_id", "transfer_no");

-- CreateIndex
CREATE INDEX "transfer_program_id_posted_at_idx" ON "transfer" USING BRIN ("program_id", "posted_at");

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("program_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_version" ADD CONSTRAINT "campaign_version_program_id_campaign_id_fkey" FOREIGN KEY ("program_id", "campaign_id") REFERENCES "campaign"("program_id", "campaign_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("program_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_identity" ADD CONSTRAINT "user_identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_user" ADD CONSTRAINT "organization_user_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("organization_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_user" ADD CONSTRAINT "organization_user_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("organization_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_audit" ADD CONSTRAINT "organization_audit_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("organization_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("program_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("organization_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_participant" ADD CONSTRAINT "program_participant_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("program_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_participant" ADD CONSTRAINT "program_participant_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("organization_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "point_type" ADD CONSTRAINT "point_type_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("program_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("program_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lane" ADD CONSTRAINT "lane_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("program_id") ON DELETE RESTRICT ON UPDATE CASCADE;
