import type { FieldError } from "@/lib/core/errors";
import type { Surroundings } from "./references";
import type { RewardContent } from "./reward-content";

/**
 * Why nobody could redeem this reward if it stood in the catalogue, and where to mend it. That it has run out is no
 * obstacle: that is how rewards end.
 */
export function obstaclesOf(
  content: RewardContent,
  { tiers, segments, takesOrders }: Surroundings,
): FieldError[] {
  const { kind, fulfilment, prices, poolId, partnerId, valueMinor, eligibility } = content;
  const found: FieldError[] = [];
  const refuse = (pointer: string, detail: string) => found.push({ pointer, code: "not_ready", detail });
  if (prices.length === 0) refuse("/prices", "Say what it costs.");
  for (const [place, { tier }] of prices.entries()) {
    if (tier !== null && !tiers.has(tier)) refuse(`/prices/${place}/tier`, `There is no tier “${tier}”.`);
  }
  if (kind === "pool_voucher" && poolId === null)
    refuse("/poolId", "Choose the pool that its codes come from.");
  if (kind === "cash_discount" && valueMinor === null)
    refuse("/valueMinor", "Say how much it takes off the bill.");
  if (fulfilment === "partner_api") {
    if (partnerId === null) refuse("/partnerId", "Choose the partner whose system takes the orders.");
    else if (!takesOrders) {
      refuse(
        "/fulfilment",
        "The partner has no address for orders yet. Set it under Partners, or fulfil by hand.",
      );
    }
  }
  for (const tier of eligibility.tiers) {
    if (!tiers.has(tier)) refuse("/eligibility/tiers", `There is no tier “${tier}”.`);
  }
  for (const segment of eligibility.segments) {
    if (!segments.has(segment)) refuse("/eligibility/segments", `There is no segment “${segment}”.`);
  }
  const isForSome = eligibility.tiers.length > 0;
  const isPricedForThem = prices.some(({ tier }) => tier === null || eligibility.tiers.includes(tier));
  if (isForSome && prices.length > 0 && !isPricedForThem) {
    refuse("/prices", "None of the prices is for the tiers that may have it.");
  }
  return found;
}

/** Why a reward that goes live now would be over or sold out at once. */
export function emptinessOf(
  { stock, endsAt }: RewardContent,
  { freeCodes }: Surroundings,
  now: Date,
): FieldError[] {
  const found: FieldError[] = [];
  const refuse = (pointer: string, detail: string) => found.push({ pointer, code: "not_ready", detail });
  if (stock === 0) refuse("/stock", "None are left. Put some into stock, or leave it uncounted.");
  if (freeCodes === 0) refuse("/poolId", "The pool has no codes left. Upload some first.");
  if (endsAt !== null && Date.parse(endsAt) <= now.getTime()) refuse("/endsAt", "That is over already.");
  return found;
}
