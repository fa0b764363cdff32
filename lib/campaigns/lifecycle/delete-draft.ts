import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { lockCampaign, requireNoReview } from "./lock-campaign";

/**
 * Throws away what was never launched: the whole campaign, or the changes made since its last launch.
 * @returns whether the campaign itself is gone
 * @throws Forbidden, NotFound; Conflict `nothing_to_delete` when everything has been launched, `in_review`
 */
export async function deleteDraft(ctx: Ctx, campaignId: string): Promise<{ isCampaignGone: boolean }> {
  return write(ctx, { permission: "campaigns:write", request: { campaignId } }, async (tx) => {
    const { programId } = ctx;
    const campaign = await lockCampaign(tx, programId, campaignId);
    requireNoReview(campaign, "deleted");
    const { current, liveVersion, name } = campaign;
    if (current.launchedAt !== null) {
      throw new Conflict("nothing_to_delete", "What has been launched is kept. End the campaign instead.");
    }
    await tx.campaignVersion.delete({
      where: { programId_campaignId_version: { programId, campaignId, version: current.version } },
    });
    const where = { programId_campaignId: { programId, campaignId } };
    if (liveVersion === null) await tx.campaign.delete({ where });
    else await tx.campaign.update({ where, data: { version: liveVersion, updatedAt: ctx.clock.now() } });
    await recordAudit(tx, ctx, {
      action: "campaign.draft_deleted",
      target: toTypeId("camp", campaignId),
      detail: { name, version: current.version },
    });
    return { isCampaignGone: liveVersion === null };
  });
}
