-- From which program's portal an invitation was sent, so that its mails carry that program's name, and whether its
-- inviter knows that it expired.
ALTER TABLE "invitation"
  ADD COLUMN "program_id" UUID,
  ADD COLUMN "expiry_told_at" TIMESTAMPTZ(3);

-- What has just expired, however many were ever sent.
CREATE INDEX "invitation_untold_idx" ON "invitation" ("expires_at")
  WHERE "accepted_at" IS NULL AND "revoked_at" IS NULL AND "expiry_told_at" IS NULL AND "program_id" IS NOT NULL;
