import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { write } from "@/lib/write";
import type { CampaignDefinition, CampaignDefinitionInput } from "../schema";
import { type Draft, readDraft } from "./draft";
import {
  type LockedCampaign,
  lockCampaign,
  requireNoReview,
  requireSeen,
  requireState,
  type Seen,
} from "./lock-campaign";

/** A change of what somebody saw. */
export type DraftChange = Seen & { definition: CampaignDefinitionInput };

/** Where the draft stands now; the next change builds on it. `problems` keep it from being launched. */
export type SavedDraft = { version: number; savedAt: string; problems: Draft["problems"] };

/**
 * Keeps what somebody has made of a campaign so far. A launched version stays as it is: changing it starts the
 * next one, which runs when it is launched.
 * @throws Forbidden, NotFound, Invalid; Conflict `campaign_changed` when somebody else saved in between, `in_review`
 *   while it is reviewed, and `campaign_state` when the campaign has ended
 */
export async function saveDraft(ctx: Ctx, campaignId: string, change: DraftChange): Promise<SavedDraft> {
  const spec = { permission: "campaigns:write", request: { campaignId, change } } as const;
  return write(ctx, spec, async (tx) => {
    const { definition, problems } = readDraft(change.definition);
    const campaign = await lockCampaign(tx, ctx.programId, campaignId);
    requireEditable(campaign, change);
    const { version, savedAt } = await keepDraft(tx, ctx, campaign, definition);
    return { version, savedAt: savedAt.toISOString(), problems };
  });
}

/** @throws Conflict `campaign_changed`, `in_review`, `campaign_state` */
export function requireEditable(campaign: LockedCampaign, seen: Seen): void {
  requireState(campaign, ["draft", "in_review", "scheduled", "active", "paused"], "changed");
  requireNoReview(campaign, "changed");
  requireSeen(campaign, seen);
}

/** Makes a definition what the draft says; where nothing is being edited, it begins the next version. */
export async function keepDraft(
  tx: Tx,
  ctx: Ctx,
  campaign: LockedCampaign,
  definition: CampaignDefinition,
): Promise<Saved> {
  const { campaignId, current } = campaign;
  const saved =
    current.launchedAt === null
      ? await updateVersion(tx, ctx, campaign, definition)
      : await startVersion(tx, ctx, campaign, definition);
  // Until its next launch a campaign that has been live goes by the name that it runs under.
  const name = campaign.liveVersion === null ? definition.name : campaign.name;
  await tx.campaign.update({
    where: { programId_campaignId: { programId: ctx.programId, campaignId } },
    data: { version: saved.version, name, updatedAt: saved.savedAt },
  });
  return saved;
}

type Saved = { version: number; savedAt: Date };

async function updateVersion(
  tx: Tx,
  { programId, clock }: Ctx,
  { campaignId, current }: LockedCampaign,
  definition: CampaignDefinition,
): Promise<Saved> {
  // Later than the save before, whatever the clock says: the time is what the next change is held against.
  const savedAt = new Date(Math.max(clock.now().getTime(), current.savedAt.getTime() + 1));
  const { version } = current;
  await tx.campaignVersion.update({
    where: { programId_campaignId_version: { programId, campaignId, version } },
    data: { definition, savedAt },
  });
  return { version, savedAt };
}

async function startVersion(
  tx: Tx,
  ctx: Ctx,
  { campaignId, current }: LockedCampaign,
  definition: CampaignDefinition,
): Promise<Saved> {
  const savedAt = ctx.clock.now();
  const version = current.version + 1;
  await tx.campaignVersion.create({
    data: { programId: ctx.programId, campaignId, version, definition, savedAt },
  });
  await recordAudit(tx, ctx, {
    action: "campaign.version_started",
    target: toTypeId("camp", campaignId),
    detail: { version },
  });
  return { version, savedAt };
}
