-- Budgets: limits that all members of a campaign share, never overshot however many lanes post at once. Lanes use up
-- what they have reserved, each on a row of its own, so that they do not wait for each other.

CREATE TABLE "budget" (
  "program_id" UUID NOT NULL,
  "campaign_id" UUID NOT NULL,
  "limit_no" SMALLINT NOT NULL,
  "window_start" DATE NOT NULL,
  "amount" BIGINT NOT NULL,
  "reserved" BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT "budget_pkey" PRIMARY KEY ("program_id", "campaign_id", "limit_no", "window_start"),
  CONSTRAINT "budget_check" CHECK ("limit_no" >= 0 AND "amount" > 0 AND "reserved" >= 0)
) WITH (fillfactor = 70);

CREATE TABLE "budget_lane" (
  "program_id" UUID NOT NULL,
  "campaign_id" UUID NOT NULL,
  "limit_no" SMALLINT NOT NULL,
  "window_start" DATE NOT NULL,
  "lane" SMALLINT NOT NULL,
  "amount" BIGINT NOT NULL,
  "reserved" BIGINT NOT NULL DEFAULT 0,
  "used" BIGINT NOT NULL DEFAULT 0,
  "remainder" BIGINT,
  CONSTRAINT "budget_lane_pkey" PRIMARY KEY ("program_id", "campaign_id", "limit_no", "window_start", "lane"),
  CONSTRAINT "budget_lane_check" CHECK ("lane" >= 0 AND "limit_no" >= 0 AND "amount" > 0),
  -- Nothing is used that was not reserved, and nothing lies idle once the rest is dealt out by turns.
  CONSTRAINT "budget_lane_used_check" CHECK ("used" BETWEEN 0 AND "reserved"),
  CONSTRAINT "budget_lane_remainder_check" CHECK ("remainder" IS NULL OR ("remainder" >= 0 AND "reserved" = "used"))
) WITH (fillfactor = 70);
