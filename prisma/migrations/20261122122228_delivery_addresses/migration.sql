-- Where redemptions went is forgotten some time after their end: those that still say so are found by it.
CREATE INDEX "redemption_delivery_idx" ON "redemption" ("program_id", (coalesce("closed_at", "fulfilled_at")))
  WHERE "delivery" IS NOT NULL;
