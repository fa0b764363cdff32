import type { RewardPrice } from "./reward-content";
import type { RewardRow } from "./reward-row";

type Examined = Pick<RewardRow, "state" | "startsAt" | "endsAt" | "eligibility" | "prices">;

/** What decides on what a member may have: the code of their tier, and those of the segments that they are in. */
export type RewardSeeker = { tier: string | null; segments: readonly string[] };

/** Why a member cannot have a reward, whatever points they have. */
export type Refusal =
  | { code: "not_published" }
  | { code: "not_yet"; startsAt: Date }
  | { code: "over"; endsAt: Date }
  /** Only for members of these tiers. */
  | { code: "other_tier"; tiers: string[] }
  /** Only for members of segments, which are the program's own affair: it is not said which. */
  | { code: "not_offered" };

/**
 * Whether a member may have a reward now; stock, limits and points are looked at where they are taken.
 * The end of its schedule is the first instant at which it is over.
 */
export function examineReward(reward: Examined, { tier, segments }: RewardSeeker, now: Date): Refusal | null {
  const { startsAt, endsAt, eligibility } = reward;
  if (reward.state !== "published") return { code: "not_published" };
  if (endsAt !== null && now >= endsAt) return { code: "over", endsAt };
  if (eligibility.segments.length > 0 && !eligibility.segments.some((code) => segments.includes(code))) {
    return { code: "not_offered" };
  }
  const isOfTier = eligibility.tiers.length === 0 || (tier !== null && eligibility.tiers.includes(tier));
  if (!isOfTier) return { code: "other_tier", tiers: eligibility.tiers };
  if (priceFor(reward, tier) === null) {
    return { code: "other_tier", tiers: reward.prices.flatMap((price) => price.tier ?? []) };
  }
  if (startsAt !== null && now < startsAt) return { code: "not_yet", startsAt };
  return null;
}

/** What a reward costs a member of a tier: that tier's own price, or else everybody's. Null where there is neither. */
export function priceFor({ prices }: Pick<RewardRow, "prices">, tier: string | null): RewardPrice | null {
  const own = tier === null ? undefined : prices.find((price) => price.tier === tier);
  return own ?? prices.find((price) => price.tier === null) ?? null;
}
