import type { Day } from "@/lib/core/calendar";
import type { ProgramAccountKind } from "@/lib/programs";
import type { ExpiryDay, LotRef, MovementKind } from "./posting";

export type Transfer = {
  transferNo: number;
  memberId: string;
  debitAccount: string;
  creditAccount: string;
  pointTypeNo: number;
  amount: number;
  kind: MovementKind;
  /** What caused it: the event, adjustment, hold, … */
  causeId: string;
  campaignId: string | null;
  /** The lot that it opened, drew from or refilled. */
  lotNo: number | null;
  /** The member's available points of the type after it. */
  balanceAfter: number;
  occurredAt: Date;
};

/** A lot as it is stored; `expiry` and the `activates` pair are of pending lots. */
export type NewLot = {
  accountId: string;
  expiresOn: ExpiryDay;
  lotNo: number;
  granted: number;
  campaignId: string | null;
  causeId: string;
  sliding: boolean;
  activatedAt: Date | null;
  activatesOn: Day | null;
  activatesBy: string | null;
  /** JSON */
  expiry: string | null;
};

/** A lot that becomes active, or that is refilled after its last day and gets a later one. */
export type MovedLot = {
  lotNo: number;
  toAccount: string;
  toExpiresOn: ExpiryDay;
  sliding: boolean;
  /** Null: it was active before. */
  activatedAt: Date | null;
};

export type NewAccount = {
  accountId: string;
  kind: "available" | "pending" | "debt";
  pointTypeNo: number;
  party: string;
};

/** What the program's own accounts of the spendable type gained; `issued` is what left the issuing account. */
export type Totals = Record<"issued" | "returned" | "redeemed" | "expired" | "adjusted", number>;

/** Everything that a batch writes to the ledger. Balances and what remains of lots follow from the transfers. */
export type LedgerPlan = {
  transfers: Transfer[];
  newLots: NewLot[];
  movedLots: MovedLot[];
  newAccounts: NewAccount[];
  /** Changes of what holds set aside, by account and by lot. */
  held: { accountId: string; delta: number }[];
  reserved: { lotNo: number; delta: number }[];
  /** New last days of accounts' sliding lots. */
  slides: { accountId: string; slidesTo: Day | null }[];
  reversals: { transferNo: number; reversingNo: number; amount: number }[];
  totals: Totals;
};

/** The program's own accounts, by point type. */
export type ProgramAccounts = ReadonlyMap<number, Readonly<Record<ProgramAccountKind, string>>>;

export type Cause = {
  causeId: string;
  memberId: string;
  occurredAt: Date;
  /** The program day of it: activity on it keeps sliding points. */
  day: Day;
};

export type Posted = {
  /** Change of the member's available points of the spendable type, and what they are now. */
  delta: number;
  balanceAfter: number;
  /** The lots that the event's awards opened, by campaign. */
  lots: Map<string, LotRef>;
  /** The transfers: so many from this number on. */
  firstTransfer: number;
  transfers: number;
};
