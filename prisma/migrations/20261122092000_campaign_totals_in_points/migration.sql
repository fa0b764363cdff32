-- What points cost follows from their number: it is reckoned where it is shown, and kept nowhere twice.
ALTER TABLE "campaign_total" DROP COLUMN "cost_minor", DROP COLUMN "funded_minor";
