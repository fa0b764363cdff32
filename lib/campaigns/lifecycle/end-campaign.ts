import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { write } from "@/lib/write";
import { CAMPAIGN_ENDED } from "../events";
import { changeRunning, type RunningCampaign } from "./change-running";
import { lockForLaunch, requireState } from "./lock-campaign";

/**
 * Ends a campaign for good. What it gave stays, and returns still take back what their purchases earned.
 * @throws Forbidden, NotFound; Conflict `campaign_state`
 */
export async function endCampaign(ctx: Ctx, campaignId: string): Promise<RunningCampaign> {
  return write(ctx, { permission: "campaigns:launch", request: { campaignId } }, async (tx) => {
    const campaign = await lockForLaunch(tx, ctx.programId, campaignId);
    requireState(campaign, ["scheduled", "active", "paused"], "ended");
    return changeRunning(tx, ctx, campaign, {
      topic: CAMPAIGN_ENDED,
      data: { state: "ended", changesAt: null },
    });
  });
}
