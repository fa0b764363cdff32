-- What members have done, as far as conditions of campaigns ask for it: kept by the posting transaction, so that no
-- event is ever looked for while another one is decided.

-- A way of counting keeps its number for ever, so whatever goes by the number never means something else.
CREATE TABLE "counter" (
  "program_id" UUID NOT NULL,
  "counter_no" SMALLINT NOT NULL,
  "key" TEXT NOT NULL,
  "spec" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "counter_pkey" PRIMARY KEY ("program_id", "counter_no"),
  CONSTRAINT "counter_number_check" CHECK ("counter_no" >= 1),
  CONSTRAINT "counter_spec_check" CHECK (jsonb_typeof("spec") = 'object')
);
CREATE UNIQUE INDEX "counter_program_id_key_key" ON "counter"("program_id", "key");
CREATE TRIGGER "counter_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "counter"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Each posting changes two rows a counter and member: room in the page keeps those changes out of the index.
CREATE TABLE "history" (
  "program_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "counter_no" SMALLINT NOT NULL,
  "day" DATE NOT NULL,
  "value" TEXT NOT NULL DEFAULT '',
  "events" INTEGER NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "quantity_milli" BIGINT NOT NULL,
  CONSTRAINT "history_pkey" PRIMARY KEY ("program_id", "member_id", "counter_no", "day", "value"),
  CONSTRAINT "history_check" CHECK ("events" >= 0 AND "amount_minor" >= 0 AND "quantity_milli" >= 0)
) WITH (fillfactor = 80);

-- Which counters are kept for which members of the lane. It stands in the lane's row because that row is what a
-- posting waits for: another row, read by the same statement, would be as it was before the wait.
ALTER TABLE "lane"
  ADD COLUMN "counters" JSONB NOT NULL DEFAULT '{}',
  ADD CONSTRAINT "lane_counters_check" CHECK (jsonb_typeof("counters") = 'object');

-- Launched, and in force once the history that its conditions ask for has been counted.
ALTER TABLE "campaign" ADD COLUMN "preparing" BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX "campaign_preparing_idx" ON "campaign"("program_id") WHERE "preparing";
