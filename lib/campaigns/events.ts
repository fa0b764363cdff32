/** Outbox topics of this domain; every payload is a CampaignMessage. */
export const CAMPAIGN_LAUNCHED = "campaign.launched";
/** The start of its schedule has come. */
export const CAMPAIGN_STARTED = "campaign.started";
export const CAMPAIGN_PAUSED = "campaign.paused";
export const CAMPAIGN_RESUMED = "campaign.resumed";
/** The history that its conditions ask for has been counted: it is in force. */
export const CAMPAIGN_PREPARED = "campaign.prepared";
export const CAMPAIGN_ENDED = "campaign.ended";
export const CAMPAIGN_SUBMITTED = "campaign.submitted";
export const CAMPAIGN_SENT_BACK = "campaign.sent_back";
export const CAMPAIGN_ARCHIVED = "campaign.archived";
export const CAMPAIGN_UNARCHIVED = "campaign.unarchived";

export type CampaignMessage = {
  campaignId: string;
  /** The campaign's version that the message is about. */
  version: number;
  /** The rule set in force afterwards; absent where what runs stays as it is. */
  ruleSetVersion?: number;
};
