import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { emit } from "@/lib/outbox";
import { write } from "@/lib/write";
import { CAMPAIGN_ARCHIVED, CAMPAIGN_UNARCHIVED, type CampaignMessage } from "../events";
import type { CampaignState } from "../schema";
import { type LockedCampaign, lockCampaign, requireState } from "./lock-campaign";

/**
 * Puts a campaign that is over out of the way: lists leave it out unless they are asked for what is archived.
 * @throws Forbidden, NotFound; Conflict `campaign_state`
 */
export async function archiveCampaign(ctx: Ctx, campaignId: string): Promise<{ state: CampaignState }> {
  return write(ctx, { permission: "campaigns:write", request: { campaignId } }, async (tx) => {
    const campaign = await lockCampaign(tx, ctx.programId, campaignId);
    requireState(campaign, ["ended"], "archived");
    return file(tx, ctx, campaign, { state: "archived", topic: CAMPAIGN_ARCHIVED });
  });
}

/**
 * Brings an archived campaign back among those that are over.
 * @throws Forbidden, NotFound; Conflict `campaign_state`
 */
export async function unarchiveCampaign(ctx: Ctx, campaignId: string): Promise<{ state: CampaignState }> {
  return write(ctx, { permission: "campaigns:write", request: { campaignId } }, async (tx) => {
    const campaign = await lockCampaign(tx, ctx.programId, campaignId);
    requireState(campaign, ["archived"], "brought back");
    return file(tx, ctx, campaign, { state: "ended", topic: CAMPAIGN_UNARCHIVED });
  });
}

async function file(
  tx: Tx,
  ctx: Ctx,
  { campaignId, version }: LockedCampaign,
  { state, topic }: { state: "ended" | "archived"; topic: string },
): Promise<{ state: CampaignState }> {
  await tx.campaign.update({
    where: { programId_campaignId: { programId: ctx.programId, campaignId } },
    data: { state, updatedAt: ctx.clock.now() },
  });
  await recordAudit(tx, ctx, { action: topic, target: toTypeId("camp", campaignId), detail: { version } });
  const message: CampaignMessage = { campaignId, version };
  await emit(tx, ctx, topic, message);
  return { state };
}
