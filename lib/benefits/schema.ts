import { z } from "zod";
import { pageQuery } from "@/lib/core/schema";

export const BENEFIT_KINDS = [
  "voucher",
  "badge",
  "progress",
  "tier",
  "tag",
  "segment",
  "notify",
  "webhook",
] as const;
export type BenefitKind = (typeof BENEFIT_KINDS)[number];

export const VOUCHER_STATES = ["issued", "used", "expired", "withdrawn"] as const;
export type VoucherState = (typeof VOUCHER_STATES)[number];

/** A voucher of a member. Days are `YYYY-MM-DD` in the program's time zone, instants ISO 8601. */
export type VoucherDto = {
  voucherId: string;
  memberId: string;
  /** The campaign that gave it; null: it came from a redemption. */
  campaignId: string | null;
  redemptionId: string | null;
  /** As it is printed: the product's own in groups of four. */
  code: string;
  name: string;
  costMinor: number;
  /** What it is worth at the till, in minor units; null: a thing, not an amount. */
  valueMinor: number | null;
  /** Codes of the stores that take it; empty: all. */
  stores: string[];
  state: VoucherState;
  issuedAt: string;
  /** Last day of use; null: none. */
  expiresOn: string | null;
  /** When it was used, expired or was withdrawn. */
  closedAt: string | null;
  /** The till's own number for its use, and the store that took it. */
  reference: string | null;
  usedIn: string | null;
};

/** What a voucher is good for at a counter. */
export const VOUCHER_VERDICTS = ["valid", "wrong_store", "used", "expired", "withdrawn"] as const;
export type VoucherVerdict = (typeof VOUCHER_VERDICTS)[number];
export type VoucherCheck = { verdict: VoucherVerdict; voucher: VoucherDto };

export const voucherQuery = pageQuery.extend({ state: z.enum(VOUCHER_STATES).optional() });

export const voucherUse = z.strictObject({
  reference: z
    .string()
    .trim()
    .min(1)
    .max(128)
    .optional()
    .meta({ description: "Your own number for it, such as the receipt's." }),
  store: z.string().trim().min(1).max(64).optional().meta({
    description: "Code of the store that takes it. Vouchers of certain stores are taken in these only.",
  }),
});
export type VoucherUse = z.input<typeof voucherUse>;

/** As somebody types or scans it: dashes, spaces and small letters do not matter. */
export const typedVoucherCode = z.string().trim().min(1, "Enter the code.").max(64);

export type BadgeDto = { badge: string; count: number; firstGiven: string };

/** How far a member is on the way to a goal, which then starts again. */
export type ChallengeDto = {
  challenge: string;
  progress: number;
  goal: number;
  /** How often it has been reached. */
  completed: number;
  updatedAt: string;
};

export type MessageDto = {
  messageId: string;
  title: string;
  body: string;
  sentAt: string;
  isRead: boolean;
};

/** Something that a campaign gave a member. */
export type BenefitDto = {
  benefitId: string;
  kind: BenefitKind;
  /** Name of the voucher or badge, challenge, code of the tier or segment, tag, title, topic. */
  what: string;
  /** Whether a tag or segment was taken away rather than given. */
  removes: boolean;
  /** Whether it was taken back with the purchase. */
  isWithdrawn: boolean;
  givenAt: string;
  campaign: { campaignId: string; name: string };
};
