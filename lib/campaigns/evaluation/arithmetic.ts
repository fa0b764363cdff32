import { assert } from "@/lib/core/assert";
import type { Rounding } from "../schema";

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
  let total = 0;
  for (const weight of weights) total += weight;
  if (weights.length <= 1 || total === 0) return weights.map((_, index) => (index === 0 ? points : 0));
  const shares = new Array<number>(weights.length);
  const remainders = new Array<number>(weights.length);
  let left = points;
  for (let index = 0; index < weights.length; index += 1) {
    const weight = weights[index] ?? 0;
    const product = points * weight;
    const isExact = product <= Number.MAX_SAFE_INTEGER;
    const remainder = isExact ? product % total : Number((BigInt(points) * BigInt(weight)) % BigInt(total));
    const share = isExact ? (product - remainder) / total : scale(points, weight, total);
    shares[index] = share;
    remainders[index] = remainder;
    left -= share;
  }
  // Fewer points are left than there are weights, so nobody gets a second one.
  for (; left > 0; left -= 1) {
    const winner = indexOfLargest(remainders);
    shares[winner] = (shares[winner] ?? 0) + 1;
    remainders[winner] = -1;
  }
  return shares;
}

function indexOfLargest(values: readonly number[]): number {
  let found = 0;
  for (let index = 1; index < values.length; index += 1) {
    if ((values[index] ?? 0) > (values[found] ?? 0)) found = index;
  }
  return found;
}
