import "server-only";

export { Book, bookAwards, type LedgerPlan, type ProgramAccounts, type Transfer } from "./book";
export { blockHash } from "./chain";
export { type DecisionOutcome, decisionOutcome } from "./outcome";
export {
  type Award,
  type ExpiryDay,
  type Movement,
  NEVER,
  type Purse,
  planEarning,
  planTakeBack,
} from "./posting";
export { readActivity, readWallet } from "./queries";
export { planReturn, ReturnRefused, toMilli } from "./returns";
export type { ActivityEntry, ActivityKind, WalletDto } from "./schema";
export {
  type CapKey,
  type CapRow,
  type DecisionRow,
  loadCaps,
  lockPurses,
  type ReturnedLineRow,
  sealBlock,
  writeCaps,
  writeDecisions,
  writeMovements,
  writeReturnedLines,
} from "./sql";
export { type LedgerReport, verifyLedger } from "./verify-ledger";
export { explain, reasonInWords } from "./wording";
