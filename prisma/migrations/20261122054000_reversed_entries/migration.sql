-- What has been reversed, and by which entry: each entry once.
CREATE TABLE "reversed_entry" (
  "program_id" UUID NOT NULL,
  "cause_id" UUID NOT NULL,
  "reversal_id" UUID NOT NULL,
  "reversed_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "reversed_entry_pkey" PRIMARY KEY ("program_id", "cause_id"),
  CONSTRAINT "reversed_entry_other_check" CHECK ("cause_id" <> "reversal_id")
);
CREATE TRIGGER "reversed_entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "reversed_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
