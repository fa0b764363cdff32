import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { write } from "@/lib/write";
import { CAMPAIGN_RESUMED } from "../events";
import { changeRunning, type RunningCampaign } from "./change-running";
import { liveSchedule, lockForLaunch, requireState } from "./lock-campaign";
import { stateBySchedule } from "./schedule-state";

/**
 * Lets a paused campaign give points again, with the version that was live before, as far as its schedule says.
 * Events posted meanwhile are not made up for.
 * @throws Forbidden, NotFound; Conflict `campaign_state`
 */
export async function resumeCampaign(ctx: Ctx, campaignId: string): Promise<RunningCampaign> {
  return write(ctx, { permission: "campaigns:launch", request: { campaignId } }, async (tx) => {
    const campaign = await lockForLaunch(tx, ctx.programId, campaignId);
    requireState(campaign, ["paused"], "resumed");
    const schedule = await liveSchedule(tx, ctx.programId, campaign);
    return changeRunning(tx, ctx, campaign, {
      topic: CAMPAIGN_RESUMED,
      data: stateBySchedule(schedule, ctx.clock.now()),
    });
  });
}
