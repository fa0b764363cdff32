import "server-only";

export { checkCode, type ProvenCode } from "./check-code";
export { CODE_MINUTES } from "./code-rules";
export { CodeOver } from "./errors";
export { type CodeMail, issueCode } from "./issue-code";
export { readPendingCode, sweepCodes } from "./queries";
export { type AskedFor, resendCode } from "./resend-code";
export type * from "./schema";
export { useCode } from "./use-code";
