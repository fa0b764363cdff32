import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { newId, toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { write } from "@/lib/write";
import type { CampaignDefinition, CampaignDefinitionInput } from "../schema";
import { claimKey, makeKey } from "./campaign-key";
import { readDraft } from "./draft";

/**
 * Creates a campaign as a draft. The definition may be unfinished; it runs when it is launched.
 * @param key what files call it; absent: made from its name
 * @throws Forbidden; Invalid when the definition is not shaped like a campaign; Conflict `key_taken`
 */
export async function createCampaign(
  ctx: Ctx,
  { definition, key }: { definition: CampaignDefinitionInput; key?: string },
): Promise<{ campaignId: string }> {
  return write(
    ctx,
    { permission: "campaigns:write", request: { definition, key: key ?? null } },
    async (tx) => {
      const campaignId = await insertCampaign(tx, ctx, readDraft(definition).definition, key);
      await recordAudit(tx, ctx, {
        action: "campaign.created",
        target: toTypeId("camp", campaignId),
        detail: { name: definition.name },
      });
      return { campaignId };
    },
  );
}

/** @returns the id of a new draft with this definition as version 1 */
export async function insertCampaign(
  tx: Tx,
  ctx: Ctx,
  definition: CampaignDefinition,
  wantedKey?: string,
): Promise<string> {
  const { programId } = ctx;
  const campaignId = newId();
  const now = ctx.clock.now();
  const key = await (wantedKey === undefined
    ? makeKey(tx, programId, definition.name)
    : claimKey(tx, programId, wantedKey));
  await tx.campaign.create({
    data: { programId, campaignId, key, name: definition.name, createdAt: now, updatedAt: now },
  });
  await tx.campaignVersion.create({ data: { programId, campaignId, version: 1, definition, savedAt: now } });
  return campaignId;
}
