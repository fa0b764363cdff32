-- Where members are signed in, what they agreed to and when, and what reaches them while the wallet is closed.

CREATE TABLE "member_session" (
  "program_id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "browser" TEXT NOT NULL,
  "system" TEXT NOT NULL,
  "started_at" TIMESTAMPTZ(3) NOT NULL,
  "seen_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "member_session_pkey" PRIMARY KEY ("program_id", "session_id"),
  CONSTRAINT "member_session_seen_check" CHECK ("seen_at" >= "started_at"),
  CONSTRAINT "member_session_program_id_member_id_fkey" FOREIGN KEY ("program_id", "member_id")
    REFERENCES "member" ("program_id", "member_id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "member_session_program_id_member_id_idx" ON "member_session" ("program_id", "member_id");
-- What has run out, across programs.
CREATE INDEX "member_session_started_at_idx" ON "member_session" ("started_at");

CREATE TABLE "consent_purpose" (
  "program_id" UUID NOT NULL,
  "code" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "position" SMALLINT NOT NULL,
  "texts" JSONB NOT NULL,
  "retired" BOOLEAN NOT NULL DEFAULT false,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "consent_purpose_pkey" PRIMARY KEY ("program_id", "code", "version"),
  CONSTRAINT "consent_purpose_code_check" CHECK ("code" ~ '^[a-z][a-z0-9_-]{0,39}$'),
  CONSTRAINT "consent_purpose_version_check" CHECK ("version" >= 1),
  CONSTRAINT "consent_purpose_texts_check" CHECK (jsonb_typeof("texts") = 'object')
);
CREATE TRIGGER "consent_purpose_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "consent_purpose"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE "consent_record" (
  "program_id" UUID NOT NULL,
  "record_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "purpose" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "wording" TEXT NOT NULL,
  "locale" TEXT NOT NULL,
  "granted" BOOLEAN NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  "recorded_by" TEXT NOT NULL,
  "via" TEXT NOT NULL,
  CONSTRAINT "consent_record_pkey" PRIMARY KEY ("program_id", "record_id"),
  CONSTRAINT "consent_record_version_check" CHECK ("version" >= 0),
  CONSTRAINT "consent_record_via_check" CHECK ("via" IN ('join', 'wallet', 'portal', 'api'))
);
CREATE INDEX "consent_record_program_id_member_id_record_id_idx"
  ON "consent_record" ("program_id", "member_id", "record_id");
CREATE TRIGGER "consent_record_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "consent_record"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE "push_subscription" (
  "program_id" UUID NOT NULL,
  "subscription_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "endpoint" TEXT NOT NULL,
  "p256dh" TEXT NOT NULL,
  "auth" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "failures" SMALLINT NOT NULL DEFAULT 0,
  CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("program_id", "subscription_id"),
  CONSTRAINT "push_subscription_failures_check" CHECK ("failures" >= 0),
  CONSTRAINT "push_subscription_endpoint_check" CHECK (char_length("endpoint") BETWEEN 9 AND 2000),
  CONSTRAINT "push_subscription_program_id_session_id_fkey" FOREIGN KEY ("program_id", "session_id")
    REFERENCES "member_session" ("program_id", "session_id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- One browser, one member: whoever signs in last.
CREATE UNIQUE INDEX "push_subscription_program_id_endpoint_key" ON "push_subscription" ("program_id", "endpoint");
CREATE INDEX "push_subscription_program_id_member_id_idx" ON "push_subscription" ("program_id", "member_id");
CREATE INDEX "push_subscription_program_id_session_id_idx" ON "push_subscription" ("program_id", "session_id");

CREATE TABLE "push_choice" (
  "program_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "wanted" BOOLEAN NOT NULL,
  CONSTRAINT "push_choice_pkey" PRIMARY KEY ("program_id", "member_id", "kind")
);

CREATE TYPE "push_state" AS ENUM ('waiting', 'sent', 'failed', 'dropped');

CREATE TABLE "push" (
  "program_id" UUID NOT NULL,
  "push_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "content" JSONB NOT NULL,
  "state" "push_state" NOT NULL DEFAULT 'waiting',
  "attempts" SMALLINT NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "next_attempt_at" TIMESTAMPTZ(3),
  "closed_at" TIMESTAMPTZ(3),
  CONSTRAINT "push_pkey" PRIMARY KEY ("program_id", "push_id"),
  CONSTRAINT "push_attempts_check" CHECK ("attempts" >= 0),
  CONSTRAINT "push_waiting_check" CHECK (
    ("state" = 'waiting') = ("next_attempt_at" IS NOT NULL) AND ("state" = 'waiting') = ("closed_at" IS NULL))
);
-- The same thing is told once.
CREATE UNIQUE INDEX "push_program_id_member_id_key_key" ON "push" ("program_id", "member_id", "key");
CREATE INDEX "push_due_idx" ON "push" ("next_attempt_at") WHERE "state" = 'waiting';
CREATE INDEX "push_closed_idx" ON "push" ("closed_at") WHERE "closed_at" IS NOT NULL;

-- Up to where a program's announcements have been looked at for what members want to be told.
CREATE TABLE "push_cursor" (
  "program_id" UUID NOT NULL,
  "outbox_id" UUID NOT NULL,
  CONSTRAINT "push_cursor_pkey" PRIMARY KEY ("program_id")
);
