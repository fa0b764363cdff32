import type { WithdrawalOutcome } from "./outcome";

/** What a return would do as things are. All numbers are points of the spendable type unless they say otherwise. */
export type ReturnPreview = {
  /** UUID of the purchase's event. */
  purchaseEventId: string;
  /** What comes back of each line, in pieces, and what it takes back. */
  lines: { line: number; name: string | null; quantity: number; points: number }[];
  /** By campaign. */
  campaigns: { name: string; points: number }[];
  /** Taken from points that are pending, and from those that can be spent. */
  fromPending: number;
  fromBalance: number;
  /** Spent already: owed from then on, or left to the member by the policy. */
  debt: number;
  forgiven: number;
  availableAfter: number;
  owedAfter: number;
  /** What it takes back of other point types. */
  otherTypes: { code: string; name: string; points: number }[];
  /** What goes with the last of a purchase, or stays because it cannot be taken back any more. */
  benefits: { campaign: string; kind: WithdrawalOutcome["kind"]; what: string; stays: boolean }[];
};
