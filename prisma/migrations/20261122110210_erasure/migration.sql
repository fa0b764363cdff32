-- Members who leave take what was known of them along, and the ledger stays as exact as it was.

CREATE TYPE "erasure_state" AS ENUM ('waiting', 'closing', 'erased', 'withdrawn');
CREATE TYPE "scrubbing_kind" AS ENUM ('erasure', 'retention');

CREATE TABLE "erasure" (
  "program_id" UUID NOT NULL,
  "erasure_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "state" "erasure_state" NOT NULL DEFAULT 'waiting',
  "requested_by" TEXT NOT NULL,
  "requested_at" TIMESTAMPTZ(3) NOT NULL,
  "due_at" TIMESTAMPTZ(3) NOT NULL,
  "points_forfeited" BIGINT NOT NULL DEFAULT 0,
  "finished_at" TIMESTAMPTZ(3),
  "swept_at" TIMESTAMPTZ(3),
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "retry_at" TIMESTAMPTZ(3),
  "error" TEXT,
  CONSTRAINT "erasure_pkey" PRIMARY KEY ("program_id", "erasure_id"),
  CONSTRAINT "erasure_points_check" CHECK ("points_forfeited" >= 0),
  CONSTRAINT "erasure_attempts_check" CHECK ("attempts" >= 0),
  CONSTRAINT "erasure_due_check" CHECK ("due_at" >= "requested_at"),
  CONSTRAINT "erasure_finished_check" CHECK (("finished_at" IS NOT NULL) = ("state" IN ('erased', 'withdrawn'))),
  CONSTRAINT "erasure_swept_check" CHECK ("swept_at" IS NULL OR "state" = 'erased')
);
CREATE INDEX "erasure_program_id_member_id_erasure_id_idx" ON "erasure" ("program_id", "member_id", "erasure_id");
CREATE INDEX "erasure_program_id_state_due_at_idx" ON "erasure" ("program_id", "state", "due_at");
-- One at a time.
CREATE UNIQUE INDEX "erasure_open_key" ON "erasure" ("program_id", "member_id") WHERE "state" IN ('waiting', 'closing');

-- The record of each time that texts were taken out of what is otherwise only added to.
CREATE TABLE "scrubbing" (
  "program_id" UUID NOT NULL,
  "scrubbing_id" UUID NOT NULL,
  "kind" "scrubbing_kind" NOT NULL,
  "member_id" UUID,
  "started_at" TIMESTAMPTZ(3) NOT NULL,
  "finished_at" TIMESTAMPTZ(3),
  "counts" JSONB NOT NULL DEFAULT '{}',
  CONSTRAINT "scrubbing_pkey" PRIMARY KEY ("program_id", "scrubbing_id"),
  CONSTRAINT "scrubbing_counts_check" CHECK (jsonb_typeof("counts") = 'object'),
  CONSTRAINT "scrubbing_member_check" CHECK (("member_id" IS NOT NULL) = ("kind" = 'erasure')),
  CONSTRAINT "scrubbing_finished_check" CHECK ("finished_at" >= "started_at")
);
CREATE INDEX "scrubbing_program_id_member_id_idx" ON "scrubbing" ("program_id", "member_id");

CREATE FUNCTION refuse_finished_scrubbing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'scrubbing % is over for good', OLD.scrubbing_id USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "scrubbing_finishes_once" BEFORE UPDATE ON "scrubbing" FOR EACH ROW
  WHEN (OLD."finished_at" IS NOT NULL) EXECUTE FUNCTION refuse_finished_scrubbing();
CREATE TRIGGER "scrubbing_stays" BEFORE DELETE OR TRUNCATE ON "scrubbing"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What of a JSON value tells nothing of a person: its numbers, the texts under `kept_keys`, and the texts that are one
-- of `kept_words`. Other texts become empty; what is under `dropped_keys` goes.
CREATE FUNCTION redact_json(
  value jsonb, kept_keys text[], kept_words text[], dropped_keys text[], own_key text DEFAULT ''
) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  CASE jsonb_typeof(value)
    WHEN 'object' THEN
      RETURN coalesce((
        SELECT jsonb_object_agg(field.key, redact_json(field.value, kept_keys, kept_words, dropped_keys, field.key))
        FROM jsonb_each(value) AS field WHERE field.key <> ALL (dropped_keys)), '{}');
    WHEN 'array' THEN
      RETURN coalesce((
        SELECT jsonb_agg(redact_json(item.value, kept_keys, kept_words, dropped_keys, own_key) ORDER BY item.place)
        FROM jsonb_array_elements(value) WITH ORDINALITY AS item (value, place)), '[]');
    WHEN 'string' THEN
      IF own_key = ANY (kept_keys) OR value #>> '{}' = ANY (kept_words) THEN RETURN value; END IF;
      RETURN '""';
    ELSE
      RETURN value;
  END CASE;
END;
$$;

-- The door in the guards of what is only added to: a scrubbing that is under way and recorded, in the transaction that
-- names it, may change the columns that the guard lists, and no other.
CREATE FUNCTION is_scrubbed(before jsonb, after jsonb, columns text[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  under_way uuid := nullif(current_setting('tessera.scrubbing', true), '')::uuid;
BEGIN
  IF under_way IS NULL OR before - columns IS DISTINCT FROM after - columns THEN RETURN FALSE; END IF;
  RETURN EXISTS (
    SELECT FROM scrubbing
    WHERE program_id = (before ->> 'program_id')::uuid AND scrubbing_id = under_way AND finished_at IS NULL
  );
END;
$$;

CREATE FUNCTION refuse_unless_scrubbed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_scrubbed(to_jsonb(OLD), to_jsonb(NEW), TG_ARGV) THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% of table % is refused: its rows are only ever added', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END;
$$;

DROP TRIGGER "decision_append_only" ON "decision";
CREATE TRIGGER "decision_append_only" BEFORE DELETE OR TRUNCATE ON "decision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "decision_scrubbed_only" BEFORE UPDATE ON "decision"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_scrubbed('outcome');

DROP TRIGGER "audit_append_only" ON "audit";
CREATE TRIGGER "audit_append_only" BEFORE DELETE OR TRUNCATE ON "audit"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_scrubbed_only" BEFORE UPDATE ON "audit"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_scrubbed('detail');

-- What is over for good, and whose words go all the same.
CREATE OR REPLACE FUNCTION refuse_reopening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND is_scrubbed(to_jsonb(OLD), to_jsonb(NEW), ARRAY['reason', 'reference']) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'hold % is % for good', OLD.hold_id, OLD.state USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE OR REPLACE FUNCTION refuse_decided_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND is_scrubbed(to_jsonb(OLD), to_jsonb(NEW), ARRAY['reason', 'note', 'decision_note']) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% of table % is refused: the row has been decided', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE OR REPLACE FUNCTION refuse_reopened_voucher() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_scrubbed(to_jsonb(OLD), to_jsonb(NEW), ARRAY['reference', 'used_in']) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'voucher % is % for good', OLD.voucher_id, OLD.state USING ERRCODE = 'restrict_violation';
END;
$$;

-- The product's own role may not update these tables at all: it scrubs them through these two, in a transaction that
-- names a scrubbing under way, and what they write is fixed here.
CREATE FUNCTION scrub_decisions(program uuid, causes uuid[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  scrubbed bigint;
BEGIN
  UPDATE decision SET outcome = redact_json(
    outcome::jsonb,
    ARRAY['type', 'currency', 'purchaseEventId', 'expiresAt', 'day', 'holdId', 'causeId', 'of', 'to', 'from', 'pool',
          'member', 'book', 'campaignId', 'status', 'windowStart', 'until', 'kind', 'benefitId', 'awards', 'returns',
          'per'],
    ARRAY['fired', 'suppressed', 'control', 'not', 'campaign'],
    ARRAY[]::text[]
  )::json
  WHERE program_id = program AND cause_id = ANY (causes);
  GET DIAGNOSTICS scrubbed = ROW_COUNT;
  RETURN scrubbed;
END;
$$;

CREATE FUNCTION scrub_audit(program uuid, audits uuid[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  scrubbed bigint;
BEGIN
  UPDATE audit SET detail = redact_json(
    detail, ARRAY['member', 'activity', 'owner', 'from', 'to', 'blocked', 'pointType', 'purpose', 'kind'],
    ARRAY[]::text[], ARRAY[]::text[]
  )
  WHERE program_id = program AND audit_id = ANY (audits);
  GET DIAGNOSTICS scrubbed = ROW_COUNT;
  RETURN scrubbed;
END;
$$;
