import "server-only";

export { archiveCampaign, unarchiveCampaign } from "./archive-campaign";
export { audienceCheck } from "./audience-check";
export { BudgetBook, type BudgetState, NO_BUDGETS, type Unsettled } from "./budget-book";
export {
  type BudgetChange,
  type BudgetKey,
  type BudgetWish,
  budgetName,
  lockBudgets,
  reserveBudgets,
  writeBudgets,
} from "./budget-sql";
export type { VersionedCampaign } from "./compile";
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
  CAMPAIGN_ARCHIVED,
  CAMPAIGN_ENDED,
  CAMPAIGN_LAUNCHED,
  CAMPAIGN_PAUSED,
  CAMPAIGN_PREPARED,
  CAMPAIGN_RESUMED,
  CAMPAIGN_SENT_BACK,
  CAMPAIGN_STARTED,
  CAMPAIGN_SUBMITTED,
  CAMPAIGN_UNARCHIVED,
  type CampaignMessage,
} from "./events";
export type { EngineMember } from "./facts";
export { followSchedules } from "./follow-schedule";
export { selectRuleSetGroups } from "./group-sql";
export { keepSchedules } from "./keep-schedules";
export { launchCampaign } from "./launch-campaign";
export { limitNumber } from "./limit-number";
export { campaignNaming, campaignUsing } from "./live-codes";
export { looksAtSegments, type NamedCodes, namedCodes } from "./named-codes";
export { neededCounters } from "./needed-counters";
export { listOffers, type OfferDto } from "./offers";
export { pauseCampaign } from "./pause-campaign";
export { countersInPreparation, nextInPreparation, publishPrepared } from "./preparation";
export { publishRuleSet } from "./publish-rule-set";
export { firstLaunchOf, listCampaigns, listRunningCampaigns, listVersions, readCampaign } from "./queries";
export { readVersion } from "./read-version";
export { resumeCampaign } from "./resume-campaign";
export { saveDraft } from "./save-draft";
export type {
  Audience,
  BenefitEffect,
  CampaignDefinition,
  CampaignDefinitionInput,
  CampaignDto,
  CampaignState,
  CampaignSummary,
} from "./schema";
export { sendBack } from "./send-back";
export { addCampaignTotals, type CampaignTotal, selectRuleSet } from "./sql";
export { submitForReview } from "./submit-for-review";
