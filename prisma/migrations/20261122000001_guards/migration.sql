-- What the data model cannot say: bounds that hold for every row whoever writes it, records that are only ever
-- added to, and storage settings of the hot tables.

-- Programs and people -------------------------------------------------------------------------------------------

ALTER TABLE "program"
  ADD CONSTRAINT "program_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 63),
  ADD CONSTRAINT "program_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "program_brand_hue_check" CHECK ("brand_hue" BETWEEN 0 AND 360),
  ADD CONSTRAINT "program_card_prefix_check" CHECK ("card_prefix" ~ '^[A-Z0-9]{1,4}$'),
  ADD CONSTRAINT "program_lanes_check" CHECK ("lanes" BETWEEN 1 AND 256),
  ADD CONSTRAINT "program_rule_set_version_check" CHECK ("rule_set_version" >= 0);

ALTER TABLE "point_type"
  ADD CONSTRAINT "point_type_number_check" CHECK ("point_type_no" >= 1),
  ADD CONSTRAINT "point_type_expiry_check" CHECK ("expires_after_months" >= 1);

ALTER TABLE "app_user"
  ADD CONSTRAINT "app_user_email_check" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%');

ALTER TABLE "invitation"
  ADD CONSTRAINT "invitation_email_check" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%'),
  ADD CONSTRAINT "invitation_token_check" CHECK (octet_length("token_hash") = 32),
  ADD CONSTRAINT "invitation_outcome_check" CHECK ("accepted_at" IS NULL OR "revoked_at" IS NULL);

ALTER TABLE "api_key"
  ADD CONSTRAINT "api_key_secret_check" CHECK (octet_length("secret_hash") = 32);

ALTER TABLE "member"
  ADD CONSTRAINT "member_lane_check" CHECK ("lane" >= 0),
  ADD CONSTRAINT "member_card_number_check" CHECK ("card_number" ~ '^[A-Z0-9]+$'),
  ADD CONSTRAINT "member_email_check" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "member_attributes_check" CHECK (jsonb_typeof("attributes") = 'object');

-- Campaigns -----------------------------------------------------------------------------------------------------

ALTER TABLE "campaign"
  ADD CONSTRAINT "campaign_version_check" CHECK ("version" >= 1),
  ADD CONSTRAINT "campaign_live_version_check" CHECK ("live_version" BETWEEN 1 AND "version");

ALTER TABLE "rule_set"
  ADD CONSTRAINT "rule_set_version_check" CHECK ("version" >= 1),
  ADD CONSTRAINT "rule_set_campaigns_check" CHECK (jsonb_typeof("campaigns") = 'array');

CREATE FUNCTION refuse_launched_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'campaign version % of campaign % is launched and does not change', OLD.version, OLD.campaign_id
    USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER "campaign_version_frozen_update" BEFORE UPDATE ON "campaign_version" FOR EACH ROW
  WHEN (OLD."launched_at" IS NOT NULL AND (NEW."definition" <> OLD."definition" OR NEW."launched_at" IS NULL))
  EXECUTE FUNCTION refuse_launched_change();
CREATE TRIGGER "campaign_version_frozen_delete" BEFORE DELETE ON "campaign_version" FOR EACH ROW
  WHEN (OLD."launched_at" IS NOT NULL) EXECUTE FUNCTION refuse_launched_change();

-- Events and their queue ----------------------------------------------------------------------------------------

ALTER TABLE "event"
  ADD CONSTRAINT "event_source_check" CHECK (length("source") BETWEEN 1 AND 64),
  ADD CONSTRAINT "event_external_id_check" CHECK (length("external_id") BETWEEN 1 AND 128),
  ADD CONSTRAINT "event_payload_hash_check" CHECK (octet_length("payload_hash") = 32);

ALTER TABLE "queue"
  ADD CONSTRAINT "queue_lane_check" CHECK ("lane" >= 0),
  ADD CONSTRAINT "queue_attempts_check" CHECK ("attempts" >= 0);

ALTER TABLE "dead_letter"
  ADD CONSTRAINT "dead_letter_attempts_check" CHECK ("attempts" >= 0);

ALTER TABLE "import"
  ADD CONSTRAINT "import_file_check" CHECK (octet_length("file_hash") = 32 AND "file_bytes" >= 0),
  ADD CONSTRAINT "import_lines_check" CHECK ("lines_rejected" BETWEEN 0 AND "lines_read"),
  ADD CONSTRAINT "import_baskets_check" CHECK ("baskets_done" BETWEEN 0 AND "baskets");

-- The ledger ----------------------------------------------------------------------------------------------------

ALTER TABLE "lane"
  ADD CONSTRAINT "lane_number_check" CHECK ("lane" >= 0 AND "next_transfer" >= 1 AND "block_no" >= 0),
  ADD CONSTRAINT "lane_head_hash_check" CHECK (octet_length("head_hash") = 32);

ALTER TABLE "account"
  ADD CONSTRAINT "account_floor_check" CHECK ("balance" - "held" >= "floor"),
  ADD CONSTRAINT "account_held_check" CHECK ("held" >= 0);

ALTER TABLE "transfer"
  ADD CONSTRAINT "transfer_amount_check" CHECK ("amount" > 0),
  ADD CONSTRAINT "transfer_accounts_check" CHECK ("debit_account" <> "credit_account"),
  ADD CONSTRAINT "transfer_number_check" CHECK ("transfer_no" >= 1),
  ADD CONSTRAINT "transfer_kind_check" CHECK ("kind" IN ('earn', 'return', 'debt', 'debt_payment'));

ALTER TABLE "lot"
  ADD CONSTRAINT "lot_granted_check" CHECK ("granted" > 0),
  ADD CONSTRAINT "lot_remaining_check" CHECK ("remaining" <= "granted" AND "remaining" >= "reserved"),
  ADD CONSTRAINT "lot_reserved_check" CHECK ("reserved" >= 0);

ALTER TABLE "returned_line"
  ADD CONSTRAINT "returned_line_check" CHECK ("line_no" >= 0 AND "quantity_milli" >= 0 AND "points" >= 0);

ALTER TABLE "cap_use"
  ADD CONSTRAINT "cap_use_check" CHECK ("limit_no" >= 0 AND "used" >= 0);

ALTER TABLE "block"
  ADD CONSTRAINT "block_number_check" CHECK ("block_no" >= 1),
  ADD CONSTRAINT "block_transfers_check" CHECK ("first_transfer" >= 1 AND "last_transfer" >= "first_transfer"),
  ADD CONSTRAINT "block_hash_check" CHECK (octet_length("hash") = 32 AND octet_length("previous") = 32);

ALTER TABLE "day_total"
  ADD CONSTRAINT "day_total_check"
    CHECK ("events" >= 0 AND "issued" >= 0 AND "returned" >= 0 AND "redeemed" >= 0);

-- Records that are only added to --------------------------------------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of table % is refused: its rows are only ever added', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER "transfer_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "transfer"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "block_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "block"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "decision_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "decision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "organization_audit_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "organization_audit"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Storage -------------------------------------------------------------------------------------------------------

-- Rows that are updated over and over stay on their page (heap-only updates) while there is room on it.
ALTER TABLE "account" SET (fillfactor = 70);
ALTER TABLE "cap_use" SET (fillfactor = 70);
ALTER TABLE "lane" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
ALTER TABLE "day_total" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- The queue is all inserts and deletes: dead rows at its head would slow every claim.
ALTER TABLE "queue" SET (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0,
  autovacuum_vacuum_cost_delay = 0,
  autovacuum_analyze_scale_factor = 0,
  autovacuum_analyze_threshold = 50000
);
