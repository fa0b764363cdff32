import "server-only";

export { runImports } from "./import-loop";
export { type ImportSlice, runImportSlice } from "./run-import-slice";
