import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addTo, type GroupSums, MIN_GROUP, upliftOf } from "./uplift";

function groupOf(amounts: readonly number[]): GroupSums {
  const group = { members: 0, sum: 0, sumOfSquares: 0 };
  for (const amount of amounts) addTo(group, amount);
  return group;
}

const repeated = (times: number, ...amounts: number[]) => Array.from({ length: times }, () => amounts).flat();

describe("the uplift against a control group", () => {
  it("says nothing while a group is too small", () => {
    const enough = groupOf(repeated(MIN_GROUP, 100));
    expect(upliftOf(enough, groupOf(repeated(MIN_GROUP - 1, 100)))).toBeNull();
    expect(upliftOf(groupOf(repeated(MIN_GROUP - 1, 100)), enough)).toBeNull();
    expect(upliftOf(enough, enough)).not.toBeNull();
  });

  it("is Welch's interval", () => {
    // Means 1,500 and 1,000; variances 250,000 × 40/39 and 1,000,000 × 40/39; error √(250,000/39 + 1,000,000/39).
    const uplift = upliftOf(groupOf(repeated(20, 1_000, 2_000)), groupOf(repeated(20, 0, 2_000)));
    expect(uplift).toMatchObject({ mean: 1_500, controlMean: 1_000, difference: 500, percent: 50 });
    // 57.35 degrees of freedom: t = 2.00219; 2.00219 × 179.03 = 358.45
    expect(uplift?.low).toBeCloseTo(500 - 358.45, 1);
    expect(uplift?.high).toBeCloseTo(500 + 358.45, 1);
    expect(uplift?.significant).toBe(true);
  });

  it("is not significant where the span holds zero, and has no share of nothing", () => {
    const uplift = upliftOf(groupOf(repeated(20, 0, 300)), groupOf(repeated(20, 0, 280)));
    expect(uplift?.significant).toBe(false);
    expect(upliftOf(groupOf(repeated(40, 5)), groupOf(repeated(40, 0)))?.percent).toBeNull();
  });

  it("turns round when the groups change places", () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: MIN_GROUP, maxLength: 80 });
    fc.assert(
      fc.property(amounts, amounts, (one, other) => {
        const there = upliftOf(groupOf(one), groupOf(other));
        const back = upliftOf(groupOf(other), groupOf(one));
        expect(there?.difference).toBeCloseTo(-(back?.difference ?? Number.NaN), 3);
        expect(there?.low).toBeCloseTo(-(back?.high ?? Number.NaN), 3);
        expect(there?.low).toBeLessThanOrEqual(there?.difference ?? Number.NaN);
      }),
    );
  });
});
