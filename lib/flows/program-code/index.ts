import "server-only";

export { applyProgram, planProgram } from "./apply-program";
export { copyProgram, planCopy } from "./copy-program";
export { exportProgram } from "./export-program";
export { listSiblings } from "./siblings";
