import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion, shareOut } from "./share-out";

describe("apportion", () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [100, [50, 30, 20], [50, 30, 20]],
    [10, [0, 0, 0], [4, 3, 3]],
    [2, [1, 5, 5], [0, 1, 1]],
    [7, [0, 3], [0, 7]],
    [0, [3, 4], [0, 0]],
    [Number.MAX_SAFE_INTEGER, [Number.MAX_SAFE_INTEGER, 1], [Number.MAX_SAFE_INTEGER - 1, 1]],
  ])("%d in proportion to %j is %j", (total, weights, expected) => {
    expect(apportion(total, weights)).toEqual(expected);
  });

  it("gives away all, and everybody within one point of their exact share", () => {
    const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (total, given) => {
        const shares = apportion(total, given);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
        const all = given.reduce((sum, weight) => sum + weight, 0);
        shares.forEach((share, index) => {
          const exact = all === 0 ? total / given.length : (total * (given[index] ?? 0)) / all;
          expect(Math.abs(share - exact)).toBeLessThan(1);
        });
      }),
    );
  });
});

describe("shareOut", () => {
  it("divides every lot like the whole", () => {
    const slices = [
      { lot: { lotNo: 1 }, amount: 10 },
      { lot: { lotNo: 2 }, amount: 5 },
    ];
    expect(shareOut(slices, [10, 5])).toEqual([
      [
        { lot: { lotNo: 1 }, amount: 7 },
        { lot: { lotNo: 2 }, amount: 3 },
      ],
      [
        { lot: { lotNo: 1 }, amount: 3 },
        { lot: { lotNo: 2 }, amount: 2 },
      ],
    ]);
  });

  it("hands out each lot and each share exactly", () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 8 });
    const weights = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, weights, (lots, given) => {
        const slices = lots.map((amount, index) => ({ lot: { lotNo: index + 1 }, amount }));
        const shares = apportion(
          lots.reduce((sum, amount) => sum + amount, 0),
          given,
        );
        const parts = shareOut(slices, shares);
        expect(parts.map((own) => own.reduce((sum, { amount }) => sum + amount, 0))).toEqual(shares);
        for (const { lot, amount } of slices) {
          const drawn = parts.flat().filter((part) => part.lot.lotNo === lot.lotNo);
          expect(drawn.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
        }
      }),
    );
  });
});
