import { assert } from "@/lib/core/assert";
import type { Rounding } from "./schema";

/**
 * `value * times / per` in whole numbers, rounded as asked. Exact for every safe integer: what does not fit
 * 53 bits on the way is worked out in BigInt.
 * @throws RangeError when the result is not a safe integer
 */
export function scale(value: number, times: number, per: number, rounding: Rounding = "floor"): number {
  assert(value >= 0 && times >= 0 && per > 0, "points are scaled by positive whole numbers");
  const product = value * times;
  if (product * 2 + per <= Number.MAX_SAFE_INTEGER) return divide(product, per, rounding);
  const exact = divideBig(BigInt(value) * BigInt(times), BigInt(per), rounding);
  if (exact > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError("the points of one event exceed 2^53");
  return Number(exact);
}

function divide(dividend: number, divisor: number, rounding: Rounding): number {
  const remainder = dividend % divisor;
  const quotient = (dividend - remainder) / divisor;
  if (rounding === "ceil") return remainder > 0 ? quotient + 1 : quotient;
  if (rounding === "nearest") return remainder * 2 >= divisor ? quotient + 1 : quotient;
  return quotient;
}

function divideBig(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const remainder = dividend % divisor;
  const quotient = dividend / divisor;
  if (rounding === "ceil") return remainder > 0n ? quotient + 1n : quotient;
  if (rounding === "nearest") return remainder * 2n >= divisor ? quotient + 1n : quotient;
  return quotient;
}

/**
 * Shares whole points out in proportion to weights, by largest remainder; of equal remainders the earlier wins.
 * Where all weights are zero the first takes all. The shares add up to the points exactly.
 */
export function apportion(points: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map((_, index) => (index === 0 ? points : 0));
  const shares = weights.map((weight) => scale(points, weight, total));
  let left = points - shares.reduce((sum, share) => sum + share, 0);
  if (left === 0) return shares;
  const remainders = weights.map((weight) => Number((BigInt(points) * BigInt(weight)) % BigInt(total)));
  const order = remainders
    .map((_, index) => index)
    .sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  for (const index of order) {
    if (left === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}
