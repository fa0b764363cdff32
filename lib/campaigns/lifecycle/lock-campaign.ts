import { present } from "@/lib/core/assert";
import { Conflict, NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import type { CampaignDefinition, CampaignState } from "../schema";
import { lockCampaignRow, lockRuleSetVersion } from "../sql";
import { isOver } from "./campaign-state";

/** A locked campaign with the version that is being edited, or the launched one where nothing is. */
export type LockedCampaign = {
  campaignId: string;
  name: string;
  state: CampaignState;
  version: number;
  liveVersion: number | null;
  /** When the schedule changes the state next. */
  changesAt: Date | null;
  current: {
    version: number;
    definition: unknown;
    savedAt: Date;
    /** Who asked for a review of it. */
    submittedBy: string | null;
    submittedAt: Date | null;
    launchedAt: Date | null;
  };
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
  in_review: "in review",
  scheduled: "scheduled",
  active: "active",
  paused: "paused",
  ended: "over",
  archived: "archived",
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

/** Whether somebody reviews the version that is not launched yet: it stays as it is meanwhile. The end ends that, too. */
export function isInReview({ current, state }: Pick<LockedCampaign, "current" | "state">): boolean {
  return !isOver(state) && current.submittedAt !== null && current.launchedAt === null;
}

/** @throws Conflict `in_review` */
export function requireNoReview(campaign: LockedCampaign, verb: string): void {
  if (!isInReview(campaign)) return;
  throw new Conflict(
    "in_review",
    `“${campaign.name}” is being reviewed and cannot be ${verb} until it is sent back.`,
  );
}

/** The version and its time of saving that somebody saw, to be sure that nobody decides on what they have not read. */
export type Seen = { version: number; savedAt: string };

/** @throws Conflict `campaign_changed` when somebody else saved in between */
export function requireSeen({ current }: LockedCampaign, seen: Seen | undefined): void {
  if (seen === undefined) return;
  if (seen.version === current.version && Date.parse(seen.savedAt) === current.savedAt.getTime()) return;
  throw new Conflict(
    "campaign_changed",
    "Somebody else saved this campaign in the meantime. Load it again and read what has changed.",
  );
}

/** When the launched version runs. */
export async function liveSchedule(
  tx: Tx,
  programId: string,
  { campaignId, liveVersion }: LockedCampaign,
): Promise<CampaignDefinition["schedule"]> {
  const version = present(liveVersion, "a campaign that was launched has a live version");
  const { definition } = await tx.campaignVersion.findUniqueOrThrow({
    where: { programId_campaignId_version: { programId, campaignId, version } },
  });
  return (definition as CampaignDefinition).schedule;
}
