import "server-only";
import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { emit } from "@/lib/outbox";
import { readProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { requireKnownCodes } from "../codes/require-known-codes";
import { CAMPAIGN_SUBMITTED, type CampaignMessage } from "../events";
import type { CampaignState } from "../schema";
import { requireRunnable } from "./draft";
import { lockCampaign, requireNoReview, requireSeen, requireState, type Seen } from "./lock-campaign";

/**
 * Hands the campaign's current version to a second person, who launches it or sends it back. It stays as it is until
 * then; what runs goes on.
 * @param seen the version and time of saving that were on screen
 * @throws Forbidden, NotFound; Invalid with a pointer to each part that keeps it from running; Conflict
 *   `nothing_to_submit`, `in_review`, `campaign_changed` or `campaign_state`
 */
export async function submitForReview(
  ctx: Ctx,
  campaignId: string,
  seen?: Seen,
): Promise<{ state: CampaignState; version: number }> {
  const spec = { permission: "campaigns:write", request: { campaignId, seen: seen ?? null } } as const;
  return write(ctx, spec, async (tx) => {
    const { programId, clock } = ctx;
    const campaign = await lockCampaign(tx, programId, campaignId);
    requireState(campaign, ["draft", "in_review", "scheduled", "active", "paused"], "submitted");
    requireNoReview(campaign, "submitted again");
    requireSeen(campaign, seen);
    const { current, liveVersion } = campaign;
    if (current.launchedAt !== null) {
      throw new Conflict("nothing_to_submit", "Nothing has changed since this campaign was launched.");
    }
    const { pointTypes } = await readProgram(programId, tx);
    await requireKnownCodes(tx, programId, requireRunnable(current.definition, pointTypes));
    const { version } = current;
    await tx.campaignVersion.update({
      where: { programId_campaignId_version: { programId, campaignId, version } },
      data: {
        submittedBy: actorRef(ctx.actor),
        submittedAt: clock.now(),
        sentBackBy: null,
        sentBackAt: null,
        sentBackNote: null,
      },
    });
    const state = liveVersion === null ? "in_review" : campaign.state;
    await tx.campaign.update({
      where: { programId_campaignId: { programId, campaignId } },
      data: { state, updatedAt: clock.now() },
    });
    await recordAudit(tx, ctx, {
      action: CAMPAIGN_SUBMITTED,
      target: toTypeId("camp", campaignId),
      detail: { version },
    });
    const message: CampaignMessage = { campaignId, version };
    await emit(tx, ctx, CAMPAIGN_SUBMITTED, message);
    return { state, version };
  });
}
