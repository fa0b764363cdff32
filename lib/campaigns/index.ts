import "server-only";

export { BudgetBook, type BudgetState, NO_BUDGETS, type Unsettled } from "./budgets/budget-book";
export {
  type BudgetChange,
  type BudgetKey,
  type BudgetWish,
  budgetName,
  lockBudgets,
  reserveBudgets,
  writeBudgets,
} from "./budgets/budget-sql";
export { campaignNaming, campaignUsing } from "./codes/live-codes";
export { looksAtSegments, type NamedCodes, namedCodes } from "./codes/named-codes";
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
export { audienceCheck } from "./evaluation/audience-check";
export type { VersionedCampaign } from "./evaluation/compile";
export { isHeldOut } from "./evaluation/control-group";
export { compileCounters } from "./evaluation/count-alone";
export {
  type LaneCounters,
  type NumberedCounter,
  numberCounters,
  selectCounters,
  selectProgramsWithCounters,
} from "./evaluation/counter-sql";
export type { EngineMember } from "./evaluation/facts";
export { limitNumber } from "./evaluation/limit-number";
export { neededCounters } from "./evaluation/needed-counters";
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
export { selectRuleSetGroups } from "./group-sql";
export { archiveCampaign, unarchiveCampaign } from "./lifecycle/archive-campaign";
export { createCampaign } from "./lifecycle/create-campaign";
export { deleteDraft } from "./lifecycle/delete-draft";
export { duplicateCampaign } from "./lifecycle/duplicate-campaign";
export { endCampaign } from "./lifecycle/end-campaign";
export { followSchedules } from "./lifecycle/follow-schedule";
export { keepSchedules } from "./lifecycle/keep-schedules";
export { launchCampaign } from "./lifecycle/launch-campaign";
export { pauseCampaign } from "./lifecycle/pause-campaign";
export { countersInPreparation, nextInPreparation, publishPrepared } from "./lifecycle/preparation";
export { publishRuleSet } from "./lifecycle/publish-rule-set";
export { restoreVersion } from "./lifecycle/restore-version";
export { resumeCampaign } from "./lifecycle/resume-campaign";
export { saveDraft } from "./lifecycle/save-draft";
export { sendBack } from "./lifecycle/send-back";
export { submitForReview } from "./lifecycle/submit-for-review";
export { readLiveDefinitions } from "./live-definitions";
export { listOffers, listPublicOffers, type OfferDto } from "./offers";
export { firstLaunchOf, listCampaigns, listRunningCampaigns, listVersions, readCampaign } from "./queries";
export { countAudience } from "./reach/count-audience";
export { readVersion } from "./read-version";
export type {
  Audience,
  BenefitEffect,
  CampaignDefinition,
  CampaignDefinitionInput,
  CampaignDto,
  CampaignState,
  CampaignSummary,
} from "./schema";
export { addCampaignTotals, type CampaignTotal, selectRuleSet } from "./sql";
export type { OfferGoal } from "./telling/goals";
export { recallTellings, type Tellings } from "./telling/recall-tellings";
export { type HistoryWish, historyStanding, type Standing, wishOf } from "./telling/standing";
export { tellProgress } from "./telling/tell-progress";
export { type CampaignTelling, tellVersion } from "./telling/tell-version";
export { wasReadOtherwise } from "./was-read-otherwise";
