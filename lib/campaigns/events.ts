/** Outbox topics of this domain; every payload is a CampaignMessage. */
export const CAMPAIGN_LAUNCHED = "campaign.launched";
export const CAMPAIGN_PAUSED = "campaign.paused";
export const CAMPAIGN_RESUMED = "campaign.resumed";
/** The history that its conditions ask for has been counted: it is in force. */
export const CAMPAIGN_PREPARED = "campaign.prepared";
export const CAMPAIGN_ENDED = "campaign.ended";

export type CampaignMessage = {
  campaignId: string;
  /** The campaign's version that the message is about. */
  version: number;
  /** The rule set in force afterwards. */
  ruleSetVersion: number;
};
