import "server-only";

export { BenefitBook, type Cause, type Giver } from "./benefit-book";
export type { BenefitPlan, ProgressRow, StandingBenefit, ToldBenefit, ToldWithdrawal } from "./benefit-plan";
export { loadProgress, loadStanding } from "./loading-sql";
export {
  countUnread,
  listBenefits,
  listMessages,
  listVouchers,
  listVouchersById,
  readCollection,
} from "./queries";
export { readMessages } from "./read-messages";
export type * from "./schema";
export { useVoucher } from "./use-voucher";
export { expireVouchers } from "./voucher-sql";
export { writeBenefits } from "./writing-sql";
