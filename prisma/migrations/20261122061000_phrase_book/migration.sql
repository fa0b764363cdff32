-- What the decisions under one rule set have in common, kept once; decisions refer to it.
CREATE TABLE "phrase_book" (
  "program_id" UUID NOT NULL,
  "book_id" TEXT NOT NULL,
  "content" JSONB NOT NULL,
  CONSTRAINT "phrase_book_pkey" PRIMARY KEY ("program_id", "book_id")
);
CREATE TRIGGER "phrase_book_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "phrase_book"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Both are written once and read whole: as text they take less room, and no time to be taken apart and put together.
ALTER TABLE "event" ALTER COLUMN "payload" TYPE JSON;
ALTER TABLE "decision" ALTER COLUMN "outcome" TYPE JSON;
