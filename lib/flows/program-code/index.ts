import "server-only";

export { applyProgram, planProgram } from "./apply-program";
export { copyProgram, planCopy } from "./copy-program";
export { exportProgram } from "./export-program";
export { changeKey, KEYED_KINDS, type Keyed, type KeyedKind, listKeys } from "./keys";
export { listSiblings } from "./siblings";
