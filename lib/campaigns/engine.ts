/** What the browser may use of the engine: the same functions that post points evaluate the builder's preview. */
export {
  type CompiledRuleSet,
  compileRuleSet,
  type RuleSetProgram,
  type VersionedCampaign,
} from "./compile";
export { isHeldOut } from "./control-group";
export { type CompiledCounter, type CounterInUse, counterKeyOf, type Returned } from "./counters";
export type { EngineEvent, EngineMember, FactLine, FactPayload } from "./facts";
export { type Counter, type HistoryChange, type HistoryRow, LIFETIME } from "./history";
export type { Budget } from "./limits";
export { campaignSentence, type Sentence, type SentenceField } from "./sentence";
export { type EngineState, stateAfter } from "./state";
export {
  type Counting,
  type Evaluation,
  evaluate,
  historyChanges,
  historyChangesOfReturn,
  step,
  windowStarts,
} from "./step";
export {
  BLANK_CAMPAIGN,
  type CampaignTemplate,
  campaignTemplates,
  TEMPLATE_THEMES,
  type TemplateSetting,
  type TemplateTheme,
} from "./templates";
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
} from "./verdict";
