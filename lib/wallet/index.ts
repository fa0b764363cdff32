import "server-only";

export { planActivation } from "./activation";
export {
  Book,
  bookAwards,
  type Cause,
  emptyPurse,
  type LedgerPlan,
  type Posted,
  type ProgramAccounts,
  type Transfer,
} from "./book";
export {
  type CapKey,
  type CapRow,
  loadCaps,
  type ReturnedLineRow,
  writeCaps,
  writeReturnedLines,
} from "./cap-sql";
export { atDesk, Desk, type Entry } from "./desk";
export { announcePoints } from "./events";
export { type LotTerms, lastDay, termsOf } from "./lot-terms";
export {
  type DecisionKind,
  type DecisionOutcome,
  decisionOutcome,
  isEventKind,
  type Subject,
} from "./outcome";
export {
  type Award,
  disposable,
  type ExpiryDay,
  hasLapsed,
  isUsable,
  type Lot,
  type Movement,
  NEVER,
  type Purse,
  planDraw,
  planEarning,
  planTakeBack,
} from "./posting";
export { readActivity, readWallet } from "./queries";
export { planReturn, ReturnRefused, toMilli } from "./returns";
export type { ActivityEntry, ActivityKind, PostedItem, WalletDto } from "./schema";
export { type LockedLane, lockLane, lockPurses } from "./sql";
export { type LedgerReport, verifyLedger } from "./verify-ledger";
export { explain, reasonInWords } from "./wording";
export { type DecisionRow, writePosting } from "./write-posting";
