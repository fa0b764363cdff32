import "server-only";
import { type Ctx, systemCtx } from "@/lib/auth/context";
import type { Clock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { write } from "@/lib/write";
import { CAMPAIGN_ENDED, CAMPAIGN_STARTED } from "../events";
import { selectDueCampaigns } from "../sql";
import { changeRunning } from "./change-running";
import { liveSchedule, lockForLaunch } from "./lock-campaign";
import { stateBySchedule } from "./schedule-state";

/** Campaigns that are seen to at once; the next look finds the others. */
const AT_ONCE = 100;

/**
 * Moves campaigns on whose start or end has come, in all programs. The rules know the schedule, so points are given
 * from the start to the end whenever this runs.
 * @returns how many
 */
export async function followSchedules(clock: Clock): Promise<number> {
  const due = await selectDueCampaigns(db(), clock.now(), AT_ONCE);
  let moved = 0;
  for (const { programId, campaignId } of due) {
    if (await followSchedule(systemCtx(programId, "schedule", clock), campaignId)) moved += 1;
  }
  return moved;
}

/** @returns false where somebody else was faster */
async function followSchedule(ctx: Ctx, campaignId: string): Promise<boolean> {
  return write(ctx, { permission: "campaigns:launch", request: { campaignId } }, async (tx) => {
    const now = ctx.clock.now();
    const campaign = await lockForLaunch(tx, ctx.programId, campaignId);
    if (campaign.changesAt === null || campaign.changesAt > now) return false;
    const { state, changesAt } = stateBySchedule(await liveSchedule(tx, ctx.programId, campaign), now);
    if (state === "ended") {
      await changeRunning(tx, ctx, campaign, { topic: CAMPAIGN_ENDED, data: { state, changesAt } });
    } else {
      await changeRunning(tx, ctx, campaign, {
        topic: CAMPAIGN_STARTED,
        data: { state, changesAt },
        isInRules: true,
      });
    }
    return true;
  });
}
