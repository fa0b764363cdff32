import "server-only";

export { keepVerifying } from "./keep-verifying";
export { listVerifications, readVerification } from "./queries";
export { runVerification } from "./run-verification";
export type * from "./schema";
export { startVerification } from "./start-verification";
export { verifyProgram } from "./verify-program";
