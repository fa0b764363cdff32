import type { CampaignReport } from "@/lib/analytics/schema";
import type { Day } from "@/lib/core/calendar";

/** The figures of a report that decisions stand behind, each of which can be looked at alone. */
export const AWARD_FIGURES = [
  "issued",
  "takenBack",
  "benefits",
  "withdrawn",
  "used",
  "awards",
  "cost",
] as const;
export type AwardFigure = (typeof AWARD_FIGURES)[number];

/** A report's figures of some of its decisions. */
export type AwardSums = {
  /** Points given, and of them taken back. */
  issued: number;
  takenBack: number;
  /** Given besides points, withdrawn of it, and vouchers of it that were used. */
  benefits: number;
  withdrawn: number;
  used: number;
  /** How often the campaign gave something, and to how many members. */
  awards: number;
  members: number;
  /** What the points that stayed and the used vouchers cost together, and the vouchers alone, in minor units. */
  costMinor: number;
  vouchersMinor: number;
  /** What a thousand points cost, in minor units. */
  valuePerThousandMinor: number;
};

/** Days of the program; absent: since the launch. */
export type AskedDays = { from?: Day | undefined; to?: Day | undefined };

/** A kind of thing that a campaign gives besides points, by what it is called: a voucher "Free coffee". */
export type BenefitName = { kind: CampaignReport["benefits"][number]["kind"]; what: string };

/** Which of a campaign's decisions are meant: all that every part allows. */
export type AwardFilter = {
  /** Of this store; null: of purchases without one. */
  store?: string | null | undefined;
  /** Of members whose tier this is today, by code; null: of those without one. */
  tier?: string | null | undefined;
  /** Of members who are in this segment today, by code. */
  segment?: string | undefined;
  /** Of this member, by UUID. */
  memberId?: string | undefined;
  /** What it gave of this benefit alone, and no points. */
  benefit?: BenefitName | undefined;
};

/** What a campaign gave for an event, or took back with it. Ids are UUIDs. */
export type CampaignAwardDto = {
  eventId: string;
  memberId: string;
  memberName: string;
  /** Points given, and points taken back: by this return, or of this purchase by its reversal. */
  issued: number;
  takenBack: number;
  /** What it gave besides, whether that has been withdrawn since, and of vouchers whether they were used. */
  benefits: (BenefitName & { isWithdrawn: boolean; isUsed: boolean })[];
  /** What its used vouchers cost, in minor units. */
  vouchersMinor: number;
  /** ISO 8601 */
  occurredAt: string;
  store: string | null;
};

/** What a member got of a campaign. */
export type ReachedMemberDto = {
  /** UUID */
  memberId: string;
  memberName: string;
  issued: number;
  takenBack: number;
  benefits: number;
  /** How often. */
  awards: number;
};

/** What points of a campaign were spent on. Ids are UUIDs. */
export type RedeemedDto = {
  causeId: string;
  memberId: string;
  memberName: string;
  /** A pool of members spent them, and stands for the member. */
  isPool: boolean;
  /** The reward's name, or what the points were spent on otherwise. */
  reason: string;
  /** Null where points were spent without a reward. */
  redemptionId: string | null;
  /** Points of the campaign, and of them given back. */
  spent: number;
  givenBack: number;
  /** ISO 8601 */
  occurredAt: string;
};

/** A decision that used some of a budget, or gave some back. */
export type BudgetUseDto = {
  /** UUID of the decision's cause: an event, unless it is null, or the reversal of one. */
  causeId: string;
  eventId: string | null;
  /** UUID */
  memberId: string;
  memberName: string;
  /** In the budget's measure; below zero: given back. */
  used: number;
  /** ISO 8601 */
  occurredAt: string;
};

/** The members of the audience who are held out, or those who are not. */
export type Group = "control" | "treated";

/** A member of a group, and what they bought in the days of the report. */
export type GroupMemberDto = {
  /** UUID */
  memberId: string;
  memberName: string;
  purchases: number;
  /** Minor units. */
  amountMinor: number;
};
