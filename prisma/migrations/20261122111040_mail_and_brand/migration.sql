-- What a program shows of itself.
ALTER TABLE "program"
  ADD COLUMN "tagline" TEXT,
  ADD COLUMN "logo_image_id" UUID,
  ADD COLUMN "card_image_id" UUID,
  ADD COLUMN "card_pattern" TEXT NOT NULL DEFAULT 'drift',
  ADD CONSTRAINT "program_tagline_check" CHECK (char_length("tagline") BETWEEN 1 AND 160),
  ADD CONSTRAINT "program_card_pattern_check" CHECK ("card_pattern" IN ('drift', 'waves', 'frame', 'plain')),
  ADD CONSTRAINT "program_program_id_logo_image_id_fkey" FOREIGN KEY ("program_id", "logo_image_id")
    REFERENCES "image" ("program_id", "image_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "program_program_id_card_image_id_fkey" FOREIGN KEY ("program_id", "card_image_id")
    REFERENCES "image" ("program_id", "image_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Since when the member is known to read what is sent to the address.
ALTER TABLE "member"
  ADD COLUMN "email_verified_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "member_email_verified_check" CHECK ("email_verified_at" IS NULL OR "email" IS NOT NULL);

CREATE TYPE "mail_state" AS ENUM ('waiting', 'sent', 'failed', 'kept');

CREATE TABLE "mail" (
  "program_id" UUID NOT NULL,
  "mail_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "member_id" UUID,
  "recipient" TEXT,
  "subject" TEXT,
  "text" TEXT,
  "html" TEXT,
  "secret" BOOLEAN NOT NULL DEFAULT false,
  "state" "mail_state" NOT NULL DEFAULT 'waiting',
  "attempts" SMALLINT NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "useful_until" TIMESTAMPTZ(3),
  "next_attempt_at" TIMESTAMPTZ(3),
  "last_attempt_at" TIMESTAMPTZ(3),
  "last_error" TEXT,
  "closed_at" TIMESTAMPTZ(3),
  CONSTRAINT "mail_pkey" PRIMARY KEY ("program_id", "mail_id"),
  CONSTRAINT "mail_attempts_check" CHECK ("attempts" >= 0),
  CONSTRAINT "mail_content_check" CHECK (num_nulls("recipient", "subject", "text", "html") IN (0, 4)),
  CONSTRAINT "mail_waiting_check" CHECK (
    ("state" = 'waiting') = ("next_attempt_at" IS NOT NULL) AND ("state" = 'waiting') = ("closed_at" IS NULL)
    AND ("state" <> 'waiting' OR "recipient" IS NOT NULL)
  )
);
CREATE INDEX "mail_program_id_recipient_idx" ON "mail" ("program_id", "recipient");
CREATE INDEX "mail_program_id_member_id_idx" ON "mail" ("program_id", "member_id");
CREATE INDEX "mail_due_idx" ON "mail" ("next_attempt_at") WHERE "state" = 'waiting';
CREATE INDEX "mail_content_idx" ON "mail" ("closed_at") WHERE "recipient" IS NOT NULL AND "state" <> 'waiting';

CREATE TYPE "email_code_purpose" AS ENUM ('join', 'sign_in', 'change_email');

CREATE TABLE "email_code" (
  "program_id" UUID NOT NULL,
  "code_id" UUID NOT NULL,
  "purpose" "email_code_purpose" NOT NULL,
  "email" TEXT NOT NULL,
  "member_id" UUID,
  "code_hash" BYTEA,
  "request" JSONB NOT NULL DEFAULT '{}',
  "locale" TEXT NOT NULL,
  "tries_left" SMALLINT NOT NULL,
  "sent_times" SMALLINT NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "last_sent_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "used_at" TIMESTAMPTZ(3),
  CONSTRAINT "email_code_pkey" PRIMARY KEY ("program_id", "code_id"),
  CONSTRAINT "email_code_hash_check" CHECK (octet_length("code_hash") = 32),
  CONSTRAINT "email_code_tries_check" CHECK ("tries_left" >= 0),
  CONSTRAINT "email_code_sent_check" CHECK ("sent_times" >= 1 AND "last_sent_at" >= "created_at" AND "expires_at" > "last_sent_at"),
  CONSTRAINT "email_code_member_check" CHECK (("member_id" IS NOT NULL) = ("purpose" = 'change_email'))
);
CREATE INDEX "email_code_program_id_email_idx" ON "email_code" ("program_id", "email");
CREATE INDEX "email_code_expires_at_idx" ON "email_code" ("expires_at");
