import type { Tone } from "@/components/ui/badge";
import { formatMoney, formatNumber } from "@/components/ui/format";
import {
  type Fulfilment,
  type LimitPeriod,
  MAX_COUNTED,
  type ProposalDto,
  type RewardKind,
  type RewardPrice,
  type RewardState,
  type RewardSummary,
} from "@/lib/rewards/schema";

export const STATE_WORDS: Record<RewardState, { label: string; tone: Tone }> = {
  draft: { label: "Draft", tone: "neutral" },
  published: { label: "Published", tone: "good" },
  archived: { label: "Archived", tone: "neutral" },
};

/** Where a proposal of a partner stands, until the program has decided on it. */
const PROPOSAL_WORDS: Record<ProposalDto["state"], { label: string; tone: Tone } | null> = {
  drawn_up: { label: "With its partner", tone: "neutral" },
  waiting: { label: "Proposed", tone: "warn" },
  returned: { label: "Sent back", tone: "neutral" },
  decided: null,
};

/** How a reward stands in the catalogue. */
export function stateInWords({ state, proposal }: Pick<RewardSummary, "state" | "proposal">) {
  return (proposal && PROPOSAL_WORDS[proposal.state]) ?? STATE_WORDS[state];
}

/** What each kind is called, what it is, and what a new one is called until somebody knows better. */
export const KIND_WORDS: Record<RewardKind, { label: string; text: string; example: string }> = {
  generated_voucher: {
    label: "Voucher with a new code",
    text: "Each member gets a code of their own, made when it is handed out. Your tills take it.",
    example: "A coffee of your choice",
  },
  pool_voucher: {
    label: "Voucher from a pool",
    text: "Codes that you or a partner have uploaded, each handed out once.",
    example: "10 € at a partner's shop",
  },
  cash_discount: {
    label: "Money off the bill",
    text: "A voucher over an amount, taken off what is on the bill.",
    example: "5 € off your bill",
  },
  physical: {
    label: "A thing",
    text: "Picked up or sent. Somebody marks it done.",
    example: "A bag of house beans",
  },
  digital: {
    label: "Something digital",
    text: "A book, a ticket, a link. Sent by a person or a partner's system.",
    example: "The brewing book",
  },
  service: {
    label: "A service",
    text: "Something that is done for the member: a class, a repair, a visit.",
    example: "Latte art class",
  },
  donation: {
    label: "A donation",
    text: "Points become good. Nothing has to be handed out.",
    example: "Plant a tree",
  },
};

export const FULFILMENT_WORDS: Record<Fulfilment, { label: string; text: string }> = {
  code: { label: "A code, at once", text: "The member has the voucher as soon as the points are spent." },
  manual: { label: "By hand", text: "Somebody of yours, or of the partner, marks it done in the portal." },
  partner_api: {
    label: "The partner's system",
    text: "It is called for each order and answers when it is done.",
  },
  none: { label: "Nothing to do", text: "It is done when the points are spent." },
};

export const PERIOD_WORDS: Record<LimitPeriod, string> = {
  day: "a day",
  week: "a week",
  month: "a month",
  year: "a year",
  lifetime: "in all",
};

type Formats = { locale: string; currency: string };

/** "500 beans", "500 beans + 4.90 €". */
export function priceInWords(
  { points, amountMinor }: RewardPrice,
  pointName: string,
  formats: Formats,
): string {
  const money = formatMoney(amountMinor, formats.currency, formats.locale);
  if (points === 0) return money;
  const amount = `${formatNumber(points, formats.locale)} ${pointName}`;
  return amountMinor === 0 ? amount : `${amount} + ${money}`;
}

/** What everybody pays, and how many tiers pay something else. */
export function pricesInWords(
  prices: readonly RewardPrice[],
  pointName: string,
  formats: Formats,
): { price: string; note: string | null } | null {
  const usual = prices.find(({ tier }) => tier === null) ?? prices[0];
  if (usual === undefined) return null;
  const others = prices.length - 1;
  return {
    price: priceInWords(usual, pointName, formats),
    note: others === 0 ? null : `${others} other ${others === 1 ? "price" : "prices"} by tier`,
  };
}

/** "42 left", "10,000+ left", "Not counted". */
export function leftInWords(left: RewardSummary["left"], locale: string): string {
  if (left === null) return "Not counted";
  if (left === 0) return "Sold out";
  return `${formatNumber(left, locale)}${left >= MAX_COUNTED ? "+" : ""} left`;
}
