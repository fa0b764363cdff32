import { present } from "@/lib/core/assert";
import { Conflict, NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import type { CampaignState } from "./schema";
import { lockCampaignRow, lockRuleSetVersion } from "./sql";

/** A locked campaign with the version that is being edited, or the launched one where nothing is. */
export type LockedCampaign = {
  campaignId: string;
  name: string;
  state: CampaignState;
  version: number;
  liveVersion: number | null;
  current: { version: number; definition: unknown; savedAt: Date; launchedAt: Date | null };
};

/**
 * Locks a campaign of the program and reads it.
 * @throws NotFound
 */
export async function lockCampaign(tx: Tx, programId: string, campaignId: string): Promise<LockedCampaign> {
  await lockCampaignRow(tx, programId, campaignId);
  const row = await tx.campaign.findUnique({ where: { programId_campaignId: { programId, campaignId } } });
  if (row === null) throw new NotFound("campaign");
  const current = await tx.campaignVersion.findUnique({
    where: { programId_campaignId_version: { programId, campaignId, version: row.version } },
  });
  return { ...row, current: present(current, "a campaign has its current version") };
}

/**
 * The same for a change of what runs: the program's turn is taken first, so that two changes never cross.
 * @throws NotFound
 */
export async function lockForLaunch(tx: Tx, programId: string, campaignId: string): Promise<LockedCampaign> {
  if ((await lockRuleSetVersion(tx, programId)) === null) throw new NotFound("program");
  return lockCampaign(tx, programId, campaignId);
}

const STATE_WORDS: Record<CampaignState, string> = {
  draft: "a draft",
  active: "active",
  paused: "paused",
  ended: "over",
};

/** @throws Conflict `campaign_state` when the campaign is in none of the states that allow what is asked for */
export function requireState(
  campaign: LockedCampaign,
  allowed: readonly CampaignState[],
  verb: string,
): void {
  if (allowed.includes(campaign.state)) return;
  throw new Conflict(
    "campaign_state",
    `“${campaign.name}” is ${STATE_WORDS[campaign.state]} and cannot be ${verb}.`,
  );
}
