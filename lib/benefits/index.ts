import "server-only";

export { BenefitBook, type Cause, type Giver } from "./benefit-book";
export type { BenefitPlan, ProgressRow, StandingBenefit, ToldBenefit, ToldWithdrawal } from "./benefit-plan";
export { examineVoucher } from "./examine-voucher";
export { findVoucher } from "./find-voucher";
export { issueVoucher, type NewVoucher, withdrawVoucher } from "./issue-voucher";
export { loadProgress, loadStanding } from "./loading-sql";
export {
  countUnread,
  listBenefits,
  listMessages,
  listVouchers,
  listVouchersById,
  readCollection,
  readVoucher,
} from "./queries";
export { readMessages } from "./read-messages";
export type * from "./schema";
export { sendMessage } from "./send-message";
export { UNDO_MINUTES, undoVoucherUse } from "./undo-voucher-use";
export { useVoucher, WrongStore } from "./use-voucher";
export { expireVouchers } from "./voucher-sql";
export { writeBenefits } from "./writing-sql";
