export { type CodePartner, type CodePool, type CodeReward, hashIn, pictureName } from "./catalogue";
export { planChanges } from "./plan-changes";
export { printDocument } from "./print-document";
export type { CodeCampaign, CodeChange, CodePlan, CodeState, ProgramDocument } from "./schema";
export { unknownReferences } from "./unknown-references";
