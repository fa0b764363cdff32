import type { Day } from "@/lib/core/calendar";
import type { Occasion } from "@/lib/occasions";
import type { Standing } from "./challenge";
import type { BenefitKind } from "./schema";

/** What a benefit's kind needs to be told and withdrawn. */
export type BenefitDetail = {
  /** A tag or segment was taken away rather than given. */
  removes?: boolean;
  /** It was so already, so it changed nothing. */
  unchanged?: boolean;
  /** The tier before it. */
  from?: string | null;
  /** Progress that it made, and the goal. */
  by?: number;
  goal?: number;
  /** Last day of a voucher. */
  until?: Day;
  costMinor?: number;
  body?: string;
  url?: string;
};

/** A benefit as it is kept. */
export type Benefit = {
  benefitId: string;
  causeId: string;
  memberId: string;
  campaignId: string;
  version: number;
  kind: BenefitKind;
  what: string;
  detail: BenefitDetail;
};

/** A later benefit about the same tier, tag or segment: it inherits what was before the one that is withdrawn. */
export type Heir = Pick<Benefit, "benefitId" | "what"> & { detail: BenefitDetail };

/** A benefit of an earlier posting, as withdrawing it sees it. */
export type StandingBenefit = Benefit & {
  /** Later ones that still stand and are about the same tier, tag or segment, the nearest first. */
  overtakenBy: readonly Heir[];
  /** Whether a voucher or a call can still be stopped. */
  isOpen: boolean;
};

export type NewBenefit = Benefit & { isWithdrawn: boolean };
export type NewVoucher = {
  voucherId: string;
  memberId: string;
  campaignId: string;
  code: string;
  name: string;
  costMinor: number;
  expiresOn: Day | null;
  isWithdrawn: boolean;
};
export type NewMessage = { messageId: string; memberId: string; title: string; body: string };
export type NewCall = {
  callId: string;
  memberId: string;
  campaignId: string;
  url: string;
  topic: string;
  /** JSON */
  body: string;
  isWithdrawn: boolean;
};
export type BadgeChange = { memberId: string; badge: string; delta: number };
export type ProgressRow = Standing & { memberId: string; challenge: string };
/** What changes of a member, as against what was loaded: others may be changing the rest. */
export type ProfileChange = {
  memberId: string;
  /** Absent: it stays. */
  tier?: string | null;
  addedTags: string[];
  removedTags: string[];
};
export type MembershipChange = { segment: string; memberId: string; isIn: boolean };

/** What a batch changes of benefits and of what members hold. */
export type BenefitPlan = {
  benefits: NewBenefit[];
  withdrawn: string[];
  /** Earlier benefits that have inherited another past. */
  inherited: Heir[];
  vouchers: NewVoucher[];
  withdrawnVouchers: string[];
  messages: NewMessage[];
  calls: NewCall[];
  withdrawnCalls: string[];
  badges: BadgeChange[];
  progress: ProgressRow[];
  profiles: ProfileChange[];
  memberships: MembershipChange[];
  /** What of it campaigns may begin with. */
  occasions: Occasion[];
};

/** What campaigns gave by one event, as the statement tells it. */
export type ToldBenefit = {
  benefitId: string;
  campaignId: string;
  kind: BenefitKind;
  what: string;
  removes?: boolean;
  unchanged?: boolean;
  until?: string;
  /** Where a challenge stands since. */
  progress?: { now: number; goal: number; completed: number };
};

/** What was taken back with the purchase, or could not be. */
export type ToldWithdrawal = Pick<ToldBenefit, "campaignId" | "kind" | "what" | "removes"> & {
  /** It stays all the same: used, read, or given again since. */
  stays?: boolean;
};
