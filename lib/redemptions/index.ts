import "server-only";

export type { PaymentState } from "@/lib/payments/schema";
export { toRedemptionDto } from "./dto";
export { REDEMPTION_TOPICS, type RedemptionTopic } from "./events";
export { nameInLanguage } from "./name-in-language";
export {
  insertPayment,
  keepReference,
  movePayment,
  type PaymentRow,
  readPayment,
  readPaymentOf,
} from "./payments";
export { listRedemptions, readPromised, readRedemption, requireReader } from "./queries";
export { readRecipient } from "./recipient";
export { RedemptionFile, RedemptionStateConflict, type StepDetail } from "./redemption-file";
export { type RedemptionRow, readRow as readRedemptionRow } from "./row";
export type * from "./schema";
export {
  countTaken,
  type DueRedemption,
  findDueRedemptions,
  forgetDeliveries,
  noteOrderAttempt,
  noteRefundAttempt,
  type TakenOrder,
  type TakenRefund,
  takeDueOrders,
  takeDueRefunds,
} from "./sql";
export { redemptionChecks } from "./verify-sql";
