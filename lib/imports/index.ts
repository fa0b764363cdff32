import "server-only";

export { cancelImport } from "./cancel-import";
export { clearImport } from "./clear-import";
export { CsvFile, type CsvPosition, type CsvRow, START_OF_FILE } from "./csv-rows";
export { currencyDigits } from "./currency-digits";
export { endUnmappedImport } from "./end-unmapped-import";
export { FileNotHere, UnreadableFile } from "./errors";
export {
  hashContent,
  inspectFile,
  inspectText,
  listFiles,
  removeFile,
  storeFile,
  touchFile,
  uploadPath,
} from "./files";
export { groupBaskets } from "./group-baskets";
export { guessMapping } from "./guess-mapping";
export { type Lease, LeaseLost, releaseLease, stepUnderLease, takeLease } from "./lease";
export { compileMapping } from "./parse-line";
export {
  findImportByHash,
  listImports,
  listRejects,
  previewImport,
  readImport,
  readMapping,
  readSample,
  readState,
} from "./queries";
export { recordFault } from "./record-fault";
export { rejectReport } from "./reject-report";
export { contentOf } from "./request-content";
export { resumeImport } from "./resume-import";
export type * from "./schema";
export { importMapping } from "./schema";
export { type ImportKey, insertRejects as addRejects, type TakenLine, takeBaskets } from "./sql";
export { stageLines } from "./stage-lines";
export { startImport } from "./start-import";
export { cleanFileName, uploadImport } from "./upload-import";
