import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion, scale } from "./arithmetic";

const amount = fc.nat({ max: 100_000_000_000 });
const points = fc.nat({ max: 1_000_000_000 });

describe("scale", () => {
  it.each([
    [1_250, 1, 100, "floor", 12],
    [1_250, 1, 100, "nearest", 13],
    [1_249, 1, 100, "nearest", 12],
    [1_201, 1, 100, "ceil", 13],
    [1_200, 1, 100, "ceil", 12],
    [0, 3, 100, "ceil", 0],
  ] as const)("takes %i × %i / %i, %s, to %i", (value, times, per, rounding, expected) => {
    expect(scale(value, times, per, rounding)).toBe(expected);
  });

  it("agrees with wide integers, however large the product", () => {
    const factor = fc.integer({ min: 1, max: 10_000 });
    const divisor = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(amount, factor, divisor, (value, times, per) => {
        const product = BigInt(value) * BigInt(times);
        const floor = product / BigInt(per);
        const rest = product % BigInt(per);
        expect(BigInt(scale(value, times, per, "floor"))).toBe(floor);
        expect(BigInt(scale(value, times, per, "ceil"))).toBe(floor + (rest > 0n ? 1n : 0n));
        expect(BigInt(scale(value, times, per, "nearest"))).toBe(
          floor + (rest * 2n >= BigInt(per) ? 1n : 0n),
        );
      }),
    );
  });

  it("refuses what no whole number of 53 bits can hold", () => {
    expect(() => scale(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(RangeError);
  });
});

describe("apportion", () => {
  it("gives the largest remainders one more, the earlier first among equals", () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(10, [840, 360])).toEqual([7, 3]);
    expect(apportion(2, [1, 5, 5])).toEqual([0, 1, 1]);
  });

  it("gives all to the first where nothing has weight, and nothing to nobody", () => {
    expect(apportion(7, [0, 0])).toEqual([7, 0]);
    expect(apportion(7, [])).toEqual([]);
  });

  it("sums exactly, and keeps every share within one of its exact part", () => {
    fc.assert(
      fc.property(points, fc.array(amount, { minLength: 1, maxLength: 40 }), (whole, weights) => {
        const shares = apportion(whole, weights);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole);
        const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
        if (total === 0n) return;
        shares.forEach((share, index) => {
          const floor = (BigInt(whole) * BigInt(weights[index] ?? 0)) / total;
          expect([floor, floor + 1n]).toContain(BigInt(share));
        });
      }),
    );
  });

  it("gives nothing to a line of no weight while others have some", () => {
    fc.assert(
      fc.property(points, fc.array(amount, { minLength: 1, maxLength: 10 }), (whole, weights) => {
        const shares = apportion(whole, [0, ...weights, 1]);
        expect(shares[0]).toBe(0);
      }),
    );
  });
});
