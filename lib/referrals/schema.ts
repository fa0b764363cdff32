import { z } from "zod";

const points = z.int().min(0).max(1_000_000);

/** What a program gives for bringing somebody along, when that person makes a first purchase. */
export const referralPolicy = z.object({
  enabled: z.boolean(),
  /** Points of the spendable type for whoever brought somebody along. */
  referrerPoints: points,
  /** The same for who came. */
  refereePoints: points,
  /** What that purchase comes to at least, less what was returned of it; in minor units. */
  minimumMinor: z.int().min(0).max(100_000_000),
  /** How many times one member is rewarded in a calendar month; null: any number. */
  monthlyLimit: z.int().min(1).max(1_000).nullable(),
  /** Days from joining within which the purchase counts. */
  qualifyDays: z.int().min(1).max(730),
  /** Days that the reward waits, so that a purchase which is returned meanwhile earns none; 0: at once. */
  waitDays: z.int().min(0).max(90),
});
export type ReferralPolicy = z.output<typeof referralPolicy>;

/** What is offered to a program that has decided nothing yet. */
export const NO_REFERRALS: ReferralPolicy = {
  enabled: false,
  referrerPoints: 200,
  refereePoints: 100,
  minimumMinor: 500,
  monthlyLimit: 10,
  qualifyDays: 90,
  waitDays: 14,
};

export const REFERRAL_STATES = ["joined", "qualified", "rewarded"] as const;

/** `taken_back`: rewarded, until the purchase came back. */
export const REFERRAL_STANDINGS = [...REFERRAL_STATES, "taken_back"] as const;

/** One new member whom a member brought along, as the members and the program see it. Instants are ISO 8601. */
export const referralDto = z.object({
  id: z.string(),
  referrerId: z.string(),
  refereeId: z.string(),
  state: z.enum(REFERRAL_STANDINGS),
  joinedAt: z.string(),
  /** When the reward is given, unless the purchase is returned; null while there is none. */
  dueAt: z.string().nullable(),
  rewardedAt: z.string().nullable(),
  /** null until they are given; 0 for the referrer above the month's limit. */
  referrerPoints: z.int().nullable(),
  refereePoints: z.int().nullable(),
  /** When the reward was taken back because the purchase came back, and how many points of each side. */
  takenBackAt: z.string().nullable(),
  referrerTaken: z.int().nullable(),
  refereeTaken: z.int().nullable(),
});
export type ReferralDto = z.output<typeof referralDto>;

/** What a member needs to bring others along, and what came of it. */
export type OwnReferrals = {
  code: string;
  policy: ReferralPolicy;
  /** Those who joined by the link. */
  joined: number;
  rewarded: number;
  pointsEarned: number;
};
