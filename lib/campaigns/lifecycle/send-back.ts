import "server-only";
import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { emit } from "@/lib/outbox";
import { write } from "@/lib/write";
import { CAMPAIGN_SENT_BACK, type CampaignMessage } from "../events";
import { type CampaignState, type SendBackInput, sendBackInput } from "../schema";
import { isInReview, lockCampaign } from "./lock-campaign";

/**
 * Sends a version that is in review back to those who write it, with a word on why; it can be changed again. Who
 * submitted it may take it back themselves.
 * @throws Forbidden, NotFound; Conflict `not_in_review`
 */
export async function sendBack(
  ctx: Ctx,
  campaignId: string,
  input: SendBackInput,
): Promise<{ state: CampaignState }> {
  const { comment } = sendBackInput.parse(input);
  const spec = { permission: "campaigns:write", request: { campaignId, comment } } as const;
  return write(ctx, spec, async (tx) => {
    const { programId, clock } = ctx;
    const campaign = await lockCampaign(tx, programId, campaignId);
    if (!isInReview(campaign)) {
      throw new Conflict(
        "not_in_review",
        `“${campaign.name}” is not in review, so there is nothing to send back.`,
      );
    }
    const { version } = campaign.current;
    await tx.campaignVersion.update({
      where: { programId_campaignId_version: { programId, campaignId, version } },
      data: {
        submittedBy: null,
        submittedAt: null,
        sentBackBy: actorRef(ctx.actor),
        sentBackAt: clock.now(),
        sentBackNote: comment || null,
      },
    });
    const state = campaign.liveVersion === null ? "draft" : campaign.state;
    await tx.campaign.update({
      where: { programId_campaignId: { programId, campaignId } },
      data: { state, updatedAt: clock.now() },
    });
    await recordAudit(tx, ctx, {
      action: CAMPAIGN_SENT_BACK,
      target: toTypeId("camp", campaignId),
      detail: { version, comment },
    });
    const message: CampaignMessage = { campaignId, version };
    await emit(tx, ctx, CAMPAIGN_SENT_BACK, message);
    return { state };
  });
}
