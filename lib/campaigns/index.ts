import "server-only";

export { audienceCheck } from "./audience-check";
export { isHeldOut } from "./control-group";
export { compileCounters } from "./count-alone";
export {
  type LaneCounters,
  type NumberedCounter,
  numberCounters,
  selectCounters,
  selectProgramsWithCounters,
} from "./counter-sql";
export { createCampaign } from "./create-campaign";
export { deleteDraft } from "./delete-draft";
export { duplicateCampaign } from "./duplicate-campaign";
export { endCampaign } from "./end-campaign";
export {
  type Award as EngineAward,
  type Budget,
  type CapChange,
  type CompiledRuleSet,
  type Counting,
  campaignSentence,
  compileRuleSet,
  type EngineEvent,
  type EngineState,
  evaluate,
  type HistoryChange,
  type HistoryRow,
  hasGiven,
  historyChanges,
  historyChangesOfReturn,
  LIFETIME,
  type Returned,
  stateAfter,
  statusOf,
  step,
  type Verdict,
  verdictsInWords,
  windowStarts,
} from "./engine";
export {
  CAMPAIGN_ENDED,
  CAMPAIGN_LAUNCHED,
  CAMPAIGN_PAUSED,
  CAMPAIGN_PREPARED,
  CAMPAIGN_RESUMED,
  type CampaignMessage,
} from "./events";
export type { EngineMember } from "./facts";
export { launchCampaign } from "./launch-campaign";
export { campaignNaming } from "./live-codes";
export { looksAtSegments, type NamedCodes, namedCodes } from "./named-codes";
export { neededCounters } from "./needed-counters";
export { listOffers, type OfferDto } from "./offers";
export { pauseCampaign } from "./pause-campaign";
export { countersInPreparation, nextInPreparation, publishPrepared } from "./preparation";
export { firstLaunchOf, listCampaigns, listRunningCampaigns, listVersions, readCampaign } from "./queries";
export { resumeCampaign } from "./resume-campaign";
export { saveDraft } from "./save-draft";
export type {
  Audience,
  CampaignDefinition,
  CampaignDefinitionInput,
  CampaignDto,
  CampaignState,
  CampaignSummary,
} from "./schema";
export { addCampaignTotals, type CampaignTotal, selectRuleSet } from "./sql";
