-- Rewards that a partner draws up and the program decides on.
ALTER TABLE "reward"
  ADD COLUMN "proposed_by" UUID,
  ADD COLUMN "proposed_at" TIMESTAMPTZ(3),
  ADD COLUMN "returned_note" TEXT;

-- Only a proposal waits, only as a draft, and either waits or has been sent back.
ALTER TABLE "reward" ADD CONSTRAINT "reward_proposal_check" CHECK (
  ("proposed_at" IS NULL AND "returned_note" IS NULL)
  OR ("proposed_by" IS NOT NULL AND "state" = 'draft' AND num_nonnulls("proposed_at", "returned_note") = 1
      AND ("returned_note" IS NULL OR char_length("returned_note") BETWEEN 1 AND 500)));

-- What waits for the program, however long its catalogue is.
CREATE INDEX "reward_waiting_idx" ON "reward" ("program_id", "position", "reward_id") WHERE "proposed_at" IS NOT NULL;
