-- A file of codes goes on where it stopped, and what runs low is told once.
ALTER TABLE "code_upload"
  ADD COLUMN "file_key" TEXT NOT NULL,
  ADD COLUMN "file_bytes" BIGINT NOT NULL,
  ADD COLUMN "layout" JSONB NOT NULL,
  ADD COLUMN "bytes_read" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "lines_read" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "file_bytes_read" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "attempts" SMALLINT NOT NULL DEFAULT 0,
  ADD COLUMN "not_before" TIMESTAMPTZ(3),
  ADD CONSTRAINT "code_upload_error_check" CHECK ("error" IS NULL OR "state" = 'failed');
-- What is still to be read.
CREATE INDEX "code_upload_open_idx" ON "code_upload" ("program_id", "upload_id") WHERE "state" = 'reading';

ALTER TABLE "code_pool" ADD COLUMN "low_told_at" TIMESTAMPTZ(3);
ALTER TABLE "reward" ADD COLUMN "low_told_at" TIMESTAMPTZ(3);

-- Codes that were taken out are few; those that were handed out are what is left of all.
CREATE INDEX "pool_code_void_idx" ON "pool_code" ("program_id", "pool_id", "code_no") WHERE "state" = 'void';
-- Free codes that lapse by themselves.
CREATE INDEX "pool_code_lapsing_idx" ON "pool_code" ("program_id", "expires_on", "pool_id", "code_no")
  WHERE "state" = 'free' AND "expires_on" IS NOT NULL;

-- What is remembered of a program includes its rewards. Stock goes down by the second; only that the last one is gone,
-- or that there are some again, is worth forgetting everything for.
CREATE TRIGGER "reward_added" AFTER INSERT ON "reward"
  FOR EACH ROW EXECUTE FUNCTION announce_program_change();
CREATE TRIGGER "reward_changed" AFTER UPDATE ON "reward" FOR EACH ROW
  WHEN (OLD."updated_at" <> NEW."updated_at" OR (OLD."stock" = 0) IS DISTINCT FROM (NEW."stock" = 0))
  EXECUTE FUNCTION announce_program_change();
CREATE TRIGGER "reward_price_changed" AFTER INSERT OR UPDATE OR DELETE ON "reward_price"
  FOR EACH ROW EXECUTE FUNCTION announce_program_change();
CREATE TRIGGER "reward_category_changed" AFTER INSERT OR UPDATE OR DELETE ON "reward_category"
  FOR EACH ROW EXECUTE FUNCTION announce_program_change();
