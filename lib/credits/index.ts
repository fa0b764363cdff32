import "server-only";

export { approveCredits } from "./approve-credits";
export { cancelCredits } from "./cancel-credits";
export { checkLines } from "./check-lines";
export { clearCredits } from "./clear-credits";
export { confirmCredits } from "./confirm-credits";
export { creditSource, findJob } from "./job-row";
export { countWaitingCredits, listCredits, listRefused, readCredits } from "./queries";
export { recordFault } from "./record-fault";
export { refusedReport } from "./refused-report";
export { resumeCredits } from "./resume-credits";
export type * from "./schema";
export { type CreditKey, lockOpenJob, postponeJob, takeLines } from "./sql";
export { uploadCredits } from "./upload-credits";
