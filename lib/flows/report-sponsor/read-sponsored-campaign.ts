import "server-only";
import type { CampaignReport } from "@/lib/analytics";
import type { Ctx } from "@/lib/auth/context";
import { type CampaignDto, readCampaign } from "@/lib/campaigns";
import type { Day } from "@/lib/core/calendar";
import { NotFound } from "@/lib/core/errors";
import { readCampaignReport } from "../report-campaign";
import { requireSponsor } from "./require-sponsor";

/**
 * A campaign that a sponsor pays for, with what it gave, cost and achieved. How the program divides its members is
 * its own affair, so tiers and segments are left out. Another sponsor's campaign looks as if it did not exist.
 * @param asked days of the program; absent: since the launch
 * @throws Forbidden, NotFound, Invalid for impossible days
 */
export async function readSponsoredCampaign(
  ctx: Ctx,
  campaignId: string,
  asked: { from?: Day | undefined; to?: Day | undefined } = {},
): Promise<{ campaign: CampaignDto; report: Omit<CampaignReport, "tiers" | "segments"> }> {
  const { sponsor, inside } = await requireSponsor(ctx);
  const campaign = await readCampaign(inside, campaignId);
  if (campaign.liveDefinition?.funding?.sponsor !== sponsor) throw new NotFound("campaign");
  const {
    tiers: _tiers,
    segments: _segments,
    ...report
  } = await readCampaignReport(inside, campaignId, asked);
  return { campaign, report };
}
