import "server-only";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { requireOtherPerson } from "@/lib/auth/four-eyes";
import { Conflict, Invalid } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import { readProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { requireKnownCodes } from "../codes/require-known-codes";
import { CAMPAIGN_LAUNCHED } from "../events";
import type { CampaignDefinition } from "../schema";
import { changeRunning, type RunningCampaign } from "./change-running";
import { requireRunnable } from "./draft";
import {
  isInReview,
  type LockedCampaign,
  lockForLaunch,
  requireSeen,
  requireState,
  type Seen,
} from "./lock-campaign";
import { stateBySchedule } from "./schedule-state";

/**
 * Puts the campaign's current version into force for every event posted from now on, or from its start on. The
 * version is frozen; it replaces the one that was live before. A paused campaign runs again with it. Where the
 * program asks for a second person, this is how they approve: the version is in review, and whoever launches it is
 * not the one who submitted it.
 * @param seen the version and time of saving that were on screen, so that nobody launches what they have not read
 * @throws Forbidden, NotFound; OwnRequest; Invalid with a pointer to each part that keeps it from running; Conflict
 *   `nothing_to_launch`, `approval_needed`, `campaign_changed` or `campaign_state`
 */
export async function launchCampaign(ctx: Ctx, campaignId: string, seen?: Seen): Promise<RunningCampaign> {
  const spec = { permission: "campaigns:launch", request: { campaignId, seen: seen ?? null } } as const;
  return write(ctx, spec, async (tx) => {
    const campaign = await lockForLaunch(tx, ctx.programId, campaignId);
    requireState(campaign, ["draft", "in_review", "scheduled", "active", "paused"], "launched");
    requireSeen(campaign, seen);
    const { current } = campaign;
    if (current.launchedAt !== null) {
      throw new Conflict(
        "nothing_to_launch",
        "The newest version of this campaign has been launched already.",
      );
    }
    const { pointTypes, campaignApproval } = await readProgram(ctx.programId, tx);
    if (campaignApproval) await requireApproval(tx, ctx, campaign);
    const definition = requireRunnable(current.definition, pointTypes);
    await requireKnownCodes(tx, ctx.programId, definition);
    const state = requireFuture(definition, ctx.clock.now());
    const { version } = current;
    await tx.campaignVersion.update({
      where: { programId_campaignId_version: { programId: ctx.programId, campaignId, version } },
      data: { definition, launchedAt: ctx.clock.now(), launchedBy: actorRef(ctx.actor) },
    });
    return changeRunning(tx, ctx, campaign, {
      topic: CAMPAIGN_LAUNCHED,
      data: { ...state, liveVersion: version, name: definition.name },
    });
  });
}

/** @throws Conflict `approval_needed`; Forbidden, OwnRequest */
async function requireApproval(tx: Tx, ctx: Ctx, campaign: LockedCampaign): Promise<void> {
  const { submittedBy } = campaign.current;
  if (!isInReview(campaign) || submittedBy === null) {
    throw new Conflict(
      "approval_needed",
      "In this program a second person launches campaigns. Submit this one for review.",
    );
  }
  await requireOtherPerson(tx, ctx, "campaigns:launch", [submittedBy]);
}

/** Where the campaign stands once it is launched. @throws Invalid when its time is over */
function requireFuture(definition: CampaignDefinition, now: Date) {
  const state = stateBySchedule(definition.schedule, now);
  if (state.state !== "ended") return state;
  const detail = "This end lies in the past.";
  throw new Invalid("The time of this campaign is over.", [
    { pointer: "/definition/schedule/endsAt", code: "schedule_over", detail },
  ]);
}
