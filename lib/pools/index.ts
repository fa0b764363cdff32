import "server-only";

export { answerInvitation } from "./answer-invitation";
export { contributeToPool } from "./contribute-to-pool";
export { createPool } from "./create-pool";
export { dissolvePool } from "./dissolve-pool";
export { PoolRefused } from "./errors";
export { handOverPool } from "./hand-over-pool";
export { inviteToPool } from "./invite-to-pool";
export { leavePool } from "./leave-pool";
export { payFromPool } from "./pay-from-pool";
export { previewDissolution } from "./preview-dissolution";
export { listPools, listPoolsOf, readPool, readPoolActivity } from "./queries";
export { removeFromPool } from "./remove-from-pool";
export type * from "./schema";
export { setSpendLimit } from "./set-spend-limit";
export { spendFromPool } from "./spend-from-pool";
