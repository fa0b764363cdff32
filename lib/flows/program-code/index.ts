import "server-only";

export { applyProgram, planProgram } from "./apply-program";
export { copyProgram, listSiblings, planCopy } from "./copy-program";
export { exportProgram } from "./export-program";
