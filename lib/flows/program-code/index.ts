import "server-only";

export { applyProgram, planProgram } from "./apply-program";
export { copyProgram, listSiblings, planCopy } from "./copy-program";
export { type ProgramDocument, printDocument, programDocument } from "./document";
export { exportProgram } from "./export-program";
export type { CodeChange, CodePlan } from "./plan-schema";
