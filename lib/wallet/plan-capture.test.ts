import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planCapture } from "./plan-capture";
import type { Slice } from "./posting";

const slice = (lotNo: number, amount: number): Slice => ({ lot: { lotNo }, amount });
const sum = (slices: readonly Slice[]) => slices.reduce((total, { amount }) => total + amount, 0);

describe("planCapture", () => {
  it("spends in order, splits a lot, and gives the rest back", () => {
    expect(planCapture([slice(1, 10), slice(2, 30)], 15, true)).toEqual({
      spent: [slice(1, 10), slice(2, 5)],
      released: [slice(2, 25)],
      kept: [],
    });
  });

  it("keeps the rest set aside where it is not the last capture", () => {
    expect(planCapture([slice(1, 10), slice(2, 30)], 10, false)).toEqual({
      spent: [slice(1, 10)],
      released: [],
      kept: [slice(2, 30)],
    });
  });

  it("loses no point and spends exactly what is asked, however it is cut", () => {
    const pinned = fc
      .array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 8 })
      .map((amounts) => amounts.map((amount, index) => slice(index + 1, amount)));
    fc.assert(
      fc.property(
        pinned,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (slices, share, final) => {
          const points = Math.floor(sum(slices) * share);
          const { spent, released, kept } = planCapture(slices, points, final);
          expect(sum(spent)).toBe(points);
          expect(sum(spent) + sum(released) + sum(kept)).toBe(sum(slices));
          expect(final ? kept : released).toEqual([]);
        },
      ),
    );
  });
});
