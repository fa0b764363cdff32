import type { BenefitPlan } from "@/lib/benefits";
import type {
  BudgetChange,
  BudgetState,
  CampaignTotal,
  CompiledRuleSet,
  EngineMember,
  Unsettled,
} from "@/lib/campaigns";
import type { Arrival, ClaimedEvent, DeadLetterRow } from "@/lib/events";
import type { KeptRow, KnownHistory } from "@/lib/history";
import type { PointTypeDto } from "@/lib/programs";
import type {
  CapKey,
  CapRow,
  DecisionRow,
  LedgerPlan,
  PostedItem,
  ProgramAccounts,
  Purse,
  ReturnedLineRow,
} from "@/lib/wallet";
import type { KnownPurchase } from "./known-purchase";
import type { SliceBenefits } from "./slice-benefits";

export type SliceProgram = {
  timeZone: string;
  locale: string;
  /** All types, the spendable one first. */
  pointTypes: readonly PointTypeDto[];
};

/** Everything that posting a slice depends on. */
export type SliceState = {
  program: SliceProgram;
  ruleSet: CompiledRuleSet;
  accounts: ProgramAccounts;
  nextTransfer: number;
  purses: readonly Purse[];
  members: ReadonlyMap<string, EngineMember>;
  benefits: SliceBenefits;
  caps: readonly CapRow[];
  budgets: BudgetState;
  history: KnownHistory;
  /** By `purchaseKey`. */
  purchases: ReadonlyMap<string, KnownPurchase>;
  /** Of the members and pools whom points are to reach, those who are no longer there. */
  departed: ReadonlySet<string>;
  now: Date;
};

export type SlicePlan = {
  benefits: BenefitPlan;
  ledger: LedgerPlan;
  decisions: DecisionRow[];
  caps: CapRow[];
  budgets: BudgetChange;
  /** What of budgets keeps the plan from being written. */
  unsettled: Unsettled;
  /** What members did in the slice, as far as it is counted. */
  history: KeptRow[];
  returnedLines: ReturnedLineRow[];
  /** What each campaign gave in the slice, less what returns took back. */
  campaignTotals: CampaignTotal[];
  deadLetters: DeadLetterRow[];
  /** What moved a member's points, for those who look on. */
  announcements: PostedItem[];
  /** Points that go back to whoever sent them. */
  sentBack: Arrival[];
};

export type EventOf<Type extends ClaimedEvent["payload"]["type"]> = Extract<
  ClaimedEvent["payload"],
  { type: Type }
>;

export function purchaseKey(source: string, externalId: string): string {
  return `${source}\n${externalId}`;
}

export function capKey({ campaignId, limitNo, memberId, windowStart }: CapKey): string {
  return `${campaignId} ${limitNo} ${memberId} ${windowStart}`;
}
