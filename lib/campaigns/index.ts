import "server-only";

export { type CompiledRuleSet, campaignSentence, capWindows, compileRuleSet, step } from "./engine";
export type { CampaignDefinition, CampaignState } from "./schema";
