export { planChanges } from "./plan-changes";
export { printDocument } from "./print-document";
export type { CodeCampaign, CodeChange, CodePlan, CodeState, ProgramDocument } from "./schema";
