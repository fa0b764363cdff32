export const CAMPAIGN_STATES = [
  "draft",
  "in_review",
  "scheduled",
  "active",
  "paused",
  "ended",
  "archived",
] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** Whether a campaign will never give anything again. */
export function isOver(state: CampaignState): boolean {
  return state === "ended" || state === "archived";
}

/**
 * The version that a campaign is shown by: what is being edited, or was launched last. Nothing is edited of one that is
 * over, so it is what ran, whatever somebody still had in mind for it.
 */
export function shownVersion({
  state,
  version,
  liveVersion,
}: {
  state: CampaignState;
  /** The newest version. */
  version: number;
  liveVersion: number | null;
}): number {
  return isOver(state) ? (liveVersion ?? version) : version;
}
