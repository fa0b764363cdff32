import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { readProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { changeRunning, type RunningCampaign } from "./change-running";
import { requireRunnable } from "./draft";
import { CAMPAIGN_LAUNCHED } from "./events";
import { lockForLaunch, requireState } from "./lock-campaign";

/**
 * Puts the campaign's current version into force for every event posted from now on. The version is frozen; it
 * replaces the one that was live before. A paused campaign runs again with it.
 * @param seen the version and time of saving that were on screen, so that nobody launches what they have not read
 * @throws Forbidden, NotFound; Invalid with a pointer to each part that keeps it from running; Conflict
 *   `nothing_to_launch`, `campaign_changed` or `campaign_state`
 */
export async function launchCampaign(
  ctx: Ctx,
  campaignId: string,
  seen?: { version: number; savedAt: string },
): Promise<RunningCampaign> {
  const spec = { permission: "campaigns:launch", request: { campaignId, seen: seen ?? null } } as const;
  return write(ctx, spec, async (tx) => {
    const campaign = await lockForLaunch(tx, ctx.programId, campaignId);
    requireState(campaign, ["draft", "active", "paused"], "launched");
    const { current } = campaign;
    if (
      seen &&
      (seen.version !== current.version || Date.parse(seen.savedAt) !== current.savedAt.getTime())
    ) {
      throw new Conflict(
        "campaign_changed",
        "Somebody else saved this campaign in the meantime. Load it again and read what you are launching.",
      );
    }
    if (current.launchedAt !== null) {
      throw new Conflict(
        "nothing_to_launch",
        "The newest version of this campaign has been launched already.",
      );
    }
    const { pointTypes } = await readProgram(ctx.programId, tx);
    const definition = requireRunnable(current.definition, pointTypes);
    const { version } = current;
    await tx.campaignVersion.update({
      where: { programId_campaignId_version: { programId: ctx.programId, campaignId, version } },
      data: { definition, launchedAt: ctx.clock.now() },
    });
    return changeRunning(tx, ctx, campaign, {
      topic: CAMPAIGN_LAUNCHED,
      data: { state: "active", liveVersion: version, name: definition.name },
    });
  });
}
