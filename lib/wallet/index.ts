import "server-only";

export { planActivation } from "./activation";
export { benefitsExplained } from "./benefit-words";
export { Book, bookAwards } from "./book";
export {
  type CapKey,
  type CapRow,
  loadCaps,
  type MemberWindow,
  type ReturnedLineRow,
  writeCaps,
  writeReturnedLines,
} from "./cap-sql";
export { type Cap, capsOf, takenBackOf } from "./caps-back";
export { captureHold } from "./capture-hold";
export { listAllHeads } from "./chain-sql";
export { atDesk, Desk, type Details, type Entry, lookAhead, type Post } from "./desk";
export { insertReversedEntry, type PostedEntry, readEntry } from "./entry-sql";
export { announcePoints } from "./events";
export { expireHolds } from "./expire-holds";
export { isSlideOver, latestSlidingDay, planExpiry } from "./expiry";
export { readPinnedLots } from "./hold-sql";
export { listHolds, readHold } from "./holds";
export type { Cause, LedgerPlan, Posted, ProgramAccounts, Transfer } from "./ledger-plan";
export { limitChangesIn } from "./limit-changes-sql";
export { lastDay, termsOf } from "./lot-terms";
export {
  type CampaignOutcome,
  type DecisionKind,
  type DecisionOutcome,
  decisionOutcome,
  isEventKind,
  movesBenefits,
  type Subject,
} from "./outcome";
export { type PackedVerdict, packOutcome } from "./packed-outcome";
export { type PassedLot, type Passing, passingOf, planPassing } from "./passing-on";
export { POOL_DISSOLVED } from "./passing-words";
export { makePhraseBook, type PhraseBook } from "./phrase-book";
export { insertPhraseBook } from "./phrase-book-sql";
export { placeHold } from "./place-hold";
export { type PostedTransfer, planUndo } from "./plan-undo";
export {
  type Award,
  disposable,
  type ExpiryDay,
  emptyPurse,
  hasLapsed,
  isUsable,
  type Lot,
  type LotTerms,
  type Movement,
  NEVER,
  type Purse,
  planDraw,
  planEarning,
  planTakeBack,
  type Slice,
} from "./posting";
export { type DecisionRow, writePosting } from "./posting-sql";
export { readActivity, readWallet } from "./queries";
export { type AnnouncedMovement, readAnnounced } from "./read-announced";
export { readOutcome, readOutcomes } from "./read-outcomes";
export { readStatement, type StatementReader } from "./read-statement";
export {
  captureForRedemption,
  postponeForRedemption,
  type RedemptionSpend,
  releaseForRedemption,
  spendOnRedemption,
} from "./redemption-hold";
export { releaseHold } from "./release-hold";
export { requireSpender } from "./require-spender";
export { planReturn, ReturnRefused, toMilli } from "./returns";
export type {
  ActivityEntry,
  ActivityKind,
  CaptureDto,
  HoldDto,
  PostedItem,
  ReturnPreview,
  ReversalDto,
  ReversalPreview,
  ReversalRequest,
  SpendDto,
  WalletDto,
} from "./schema";
export { type SettingAside, setAside } from "./set-aside";
export { HoldExpired, InsufficientPoints } from "./spend-errors";
export { spendPoints } from "./spend-points";
export { type LockedLane, loadPurses, lockLane } from "./sql";
export {
  type LedgerReport,
  type MoreCheck,
  readChainHeads,
  type VerifyProgress,
  verifyLedger,
} from "./verify-ledger";
export { explain, reasonInWords } from "./wording";
