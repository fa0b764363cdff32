import "server-only";

export { type ImportSlice, runImportSlice } from "./run-import-slice";
