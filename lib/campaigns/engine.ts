/** What the browser may use of the engine: the same functions that post points evaluate the builder's preview. */
export { type CompiledRuleSet, compileRuleSet, type VersionedCampaign } from "./compile";
export type { EngineEvent, EngineMember, FactLine } from "./facts";
export { campaignSentence, type Sentence, type SentenceField } from "./sentence";
export {
  type Award,
  type CampaignDecision,
  type Decision,
  type EngineState,
  evaluate,
  stateAfter,
  step,
  type Verdict,
  windowStarts,
} from "./step";
