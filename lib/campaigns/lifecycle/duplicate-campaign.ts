import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import type { CampaignDefinition } from "../schema";
import { shownVersion } from "./campaign-state";
import { insertCampaign } from "./create-campaign";
import { lockCampaign } from "./lock-campaign";

const MAX_NAME = 80;

/**
 * Makes a new draft of what a campaign says now, in whatever state it is; of one that is over, of what ran last.
 * @throws Forbidden, NotFound
 */
export async function duplicateCampaign(ctx: Ctx, campaignId: string): Promise<{ campaignId: string }> {
  return write(ctx, { permission: "campaigns:write", request: { campaignId } }, async (tx) => {
    const campaign = await lockCampaign(tx, ctx.programId, campaignId);
    const version = shownVersion(campaign);
    const shown = await tx.campaignVersion.findUniqueOrThrow({
      where: { programId_campaignId_version: { programId: ctx.programId, campaignId, version } },
    });
    const definition = shown.definition as CampaignDefinition;
    const name = `Copy of ${definition.name}`.slice(0, MAX_NAME).trim();
    const copy = await insertCampaign(tx, ctx, { ...definition, name });
    await recordAudit(tx, ctx, {
      action: "campaign.created",
      target: toTypeId("camp", copy),
      detail: { name, copyOf: toTypeId("camp", campaignId) },
    });
    return { campaignId: copy };
  });
}
