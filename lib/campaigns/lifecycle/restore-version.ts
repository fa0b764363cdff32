import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { readVersion } from "../read-version";
import { readDraft } from "./draft";
import { lockCampaign, type Seen } from "./lock-campaign";
import { keepDraft, requireEditable, type SavedDraft } from "./save-draft";

/** The version to go back to, and where the draft stood when somebody asked for it. */
export type Restoration = { restore: number; seen: Seen };

/**
 * Makes the draft say what an earlier version said; what it said before is lost. What runs goes on until the draft is
 * launched. `problems` tell what has changed so much since that it cannot be launched as it is.
 * @throws Forbidden, NotFound; Conflict `campaign_changed` when somebody saved in between, `in_review` while it is
 *   reviewed, and `campaign_state` when the campaign has ended
 */
export async function restoreVersion(
  ctx: Ctx,
  campaignId: string,
  { restore, seen }: Restoration,
): Promise<SavedDraft> {
  const spec = { permission: "campaigns:write", request: { campaignId, restore, seen } } as const;
  return write(ctx, spec, async (tx) => {
    const campaign = await lockCampaign(tx, ctx.programId, campaignId);
    requireEditable(campaign, seen);
    const earlier = await readVersion({ ...ctx, tx }, campaignId, restore);
    const { definition, problems } = readDraft(earlier.definition);
    const { version, savedAt } = await keepDraft(tx, ctx, campaign, definition);
    await recordAudit(tx, ctx, {
      action: "campaign.version_restored",
      target: toTypeId("camp", campaignId),
      detail: { version, restored: restore },
    });
    return { version, savedAt: savedAt.toISOString(), problems };
  });
}
