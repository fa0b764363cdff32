-- The counters of one member and window lie side by side, so that posting reads them with one look-up.
ALTER TABLE "cap_use" DROP CONSTRAINT "cap_use_pkey";
ALTER TABLE "cap_use"
  ADD CONSTRAINT "cap_use_pkey" PRIMARY KEY ("program_id", "member_id", "window_start", "campaign_id", "limit_no");
