import "server-only";

export { createCampaign } from "./create-campaign";
export { deleteDraft } from "./delete-draft";
export { duplicateCampaign } from "./duplicate-campaign";
export { endCampaign } from "./end-campaign";
export {
  type Award as EngineAward,
  type CompiledRuleSet,
  campaignSentence,
  compileRuleSet,
  evaluate,
  step,
  type Verdict,
  windowStarts,
} from "./engine";
export {
  CAMPAIGN_ENDED,
  CAMPAIGN_LAUNCHED,
  CAMPAIGN_PAUSED,
  CAMPAIGN_RESUMED,
  type CampaignMessage,
} from "./events";
export { launchCampaign } from "./launch-campaign";
export { listOffers, type OfferDto } from "./offers";
export { pauseCampaign } from "./pause-campaign";
export { listCampaigns, listRunningCampaigns, listVersions, readCampaign } from "./queries";
export { resumeCampaign } from "./resume-campaign";
export { saveDraft } from "./save-draft";
export type {
  CampaignDefinition,
  CampaignDefinitionInput,
  CampaignDto,
  CampaignState,
  CampaignSummary,
} from "./schema";
export { addCampaignTotals, type CampaignTotal, selectRuleSet } from "./sql";
