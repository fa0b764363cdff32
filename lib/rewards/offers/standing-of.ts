import { examineReward, priceFor } from "../examine-reward";
import type { Standing } from "./offer-dto";
import type { OfferedReward } from "./offer-sql";

type Seeker = { tier: string | null; segments: readonly string[]; available: number };
type Tiers = readonly { code: string; name: string }[];

/**
 * Whether a member can have a reward now, and otherwise what it takes. What cannot be had whatever the points comes
 * before what is sold out, and that before points that are missing: nobody saves up for what is gone.
 * @param tiers the program's, the lowest first
 * @returns null for what is not offered to the member at all
 */
export function standingOf(reward: OfferedReward, seeker: Seeker, tiers: Tiers, now: Date): Standing | null {
  const refusal = examineReward(reward, seeker, now);
  switch (refusal?.code) {
    case "not_published":
    case "not_offered":
      return null;
    case "not_yet":
      return { code: "not_yet", startsAt: refusal.startsAt.toISOString() };
    case "over":
      return { code: "over", endsAt: refusal.endsAt.toISOString() };
    case "other_tier":
      return { code: "other_tier", ...tiersIn(refusal.tiers, tiers) };
  }
  const { left, had, perMember } = reward;
  if (left === 0) return { code: "sold_out" };
  if (perMember !== null && had >= perMember.count) return { code: "limit_reached", ...perMember };
  const missing = (priceFor(reward, seeker.tier)?.points ?? 0) - seeker.available;
  return missing > 0 ? { code: "short", missing } : { code: "ready" };
}

function tiersIn(codes: readonly string[], tiers: Tiers) {
  const named = tiers.filter(({ code }) => codes.includes(code));
  const areAllAbove =
    named.length > 0 && tiers.slice(-named.length).every(({ code }) => codes.includes(code));
  return { tiers: named, from: areAllAbove ? (named[0] ?? null) : null };
}
