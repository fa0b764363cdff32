import { assert } from "@/lib/core/assert";
import type { Slice } from "@/lib/wallet";

/**
 * Divides a whole number in proportion to weights, equally where all are zero. What rounding down leaves goes, one
 * each, to the largest remainders; among equals to the first.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  const shares = sum === 0n ? weights.map(() => 1n) : weights.map(BigInt);
  const whole = sum === 0n ? BigInt(weights.length) : sum;
  const exact = shares.map((share, index) => ({
    index,
    floor: (BigInt(total) * share) / whole,
    remainder: (BigInt(total) * share) % whole,
  }));
  const given = exact.map(({ floor }) => Number(floor));
  const rest = total - given.reduce((all, points) => all + points, 0);
  const byRemainder = [...exact].sort(
    (one, other) => Number(other.remainder - one.remainder) || one.index - other.index,
  );
  for (const { index } of byRemainder.slice(0, rest)) given[index] = (given[index] ?? 0) + 1;
  return given;
}

/**
 * Divides parts of lots among shares of their sum. Each lot is divided like the whole, so that nobody gets all that
 * expires soon.
 * @returns the parts of each share, in order
 */
export function shareOut(slices: readonly Slice[], shares: readonly number[]): Slice[][] {
  const missing = [...shares];
  const parts: Slice[][] = shares.map(() => []);
  for (const { lot, amount } of slices) {
    apportion(amount, missing).forEach((points, index) => {
      if (points === 0) return;
      missing[index] = (missing[index] ?? 0) - points;
      parts[index]?.push({ lot, amount: points });
    });
  }
  assert(
    missing.every((points) => points === 0),
    "the shares add up to what is divided",
  );
  return parts;
}
