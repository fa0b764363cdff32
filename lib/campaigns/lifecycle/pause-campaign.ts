import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { write } from "@/lib/write";
import { CAMPAIGN_PAUSED } from "../events";
import { changeRunning, type RunningCampaign } from "./change-running";
import { liveSchedule, lockForLaunch, requireState } from "./lock-campaign";

/**
 * Stops an active or scheduled campaign from giving points, for events posted from now on. What it gave stays.
 * @throws Forbidden, NotFound; Conflict `campaign_state`
 */
export async function pauseCampaign(ctx: Ctx, campaignId: string): Promise<RunningCampaign> {
  return write(ctx, { permission: "campaigns:launch", request: { campaignId } }, async (tx) => {
    const campaign = await lockForLaunch(tx, ctx.programId, campaignId);
    requireState(campaign, ["active", "scheduled"], "paused");
    const { endsAt } = await liveSchedule(tx, ctx.programId, campaign);
    return changeRunning(tx, ctx, campaign, {
      topic: CAMPAIGN_PAUSED,
      data: { state: "paused", changesAt: endsAt === undefined ? null : new Date(endsAt) },
    });
  });
}
