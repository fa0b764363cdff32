/** What the browser may use of the engine: the same functions that post points evaluate the builder's preview. */
export {
  type CompiledRuleSet,
  compileRuleSet,
  openWorkshop,
  type RuleSetProgram,
  type VersionedCampaign,
} from "./evaluation/compile";
export { isHeldOut } from "./evaluation/control-group";
export {
  type CompiledCounter,
  type CounterInUse,
  counterKeyOf,
  historyConditionsIn,
  type Returned,
} from "./evaluation/counters";
export {
  type EngineEvent,
  type EngineMember,
  type FactLine,
  type FactPayload,
  Facts,
} from "./evaluation/facts";
export { type Counter, type HistoryChange, type HistoryRow, LIFETIME } from "./evaluation/history";
export { limitNumber } from "./evaluation/limit-number";
export type { Budget } from "./evaluation/limits";
export { type EngineState, stateAfter } from "./evaluation/state";
export {
  type Counting,
  type Evaluation,
  evaluate,
  evaluateFacts,
  historyChanges,
  historyChangesOfFacts,
  historyChangesOfReturn,
  step,
  windowStarts,
} from "./evaluation/step";
export {
  type Award,
  type CampaignDecision,
  type CapChange,
  type Decision,
  type DecisionStatus,
  type Given,
  hasGiven,
  statusOf,
  type Verdict,
  verdictsInWords,
} from "./evaluation/verdict";
export {
  BLANK_CAMPAIGN,
  type CampaignTemplate,
  campaignTemplates,
  TEMPLATE_THEMES,
  type TemplateSetting,
  type TemplateTheme,
} from "./templates";
export { BLANK } from "./wording/blanks";
export { campaignSentence, type Sentence, type SentenceField } from "./wording/sentence";
