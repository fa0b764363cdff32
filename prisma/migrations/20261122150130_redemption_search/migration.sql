-- Redemptions are found by the numbers that others have for them, and by their voucher.
CREATE INDEX "redemption_reference_idx" ON "redemption" ("program_id", "reference") WHERE "reference" IS NOT NULL;
CREATE INDEX "redemption_partner_reference_idx" ON "redemption" ("program_id", "partner_reference")
  WHERE "partner_reference" IS NOT NULL;
CREATE INDEX "redemption_voucher_idx" ON "redemption" ("program_id", "voucher_id") WHERE "voucher_id" IS NOT NULL;
