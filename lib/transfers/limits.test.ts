import { describe, expect, it } from "vitest";
import type { TransferRefused } from "./errors";
import { allowanceOf, refuseBeyond } from "./limits";

const POLICY = { enabled: true, smallest: 10, largest: 100, daily: 250, monthly: 300 };

function refusalOf(points: number, sent = { today: 0, thisMonth: 0 }, policy = POLICY): string | null {
  try {
    refuseBeyond(allowanceOf(policy, sent), points);
    return null;
  } catch (error) {
    return (error as TransferRefused).code;
  }
}

describe("limits on sending", () => {
  it("allow what lies within all of them, to the point", () => {
    expect(refusalOf(10)).toBeNull();
    expect(refusalOf(100, { today: 150, thisMonth: 200 })).toBeNull();
  });

  it("name the one that is in the way", () => {
    expect(refusalOf(9)).toBe("below_smallest");
    expect(refusalOf(101)).toBe("above_largest");
    expect(refusalOf(100, { today: 151, thisMonth: 151 })).toBe("daily_limit");
    expect(refusalOf(100, { today: 0, thisMonth: 201 })).toBe("monthly_limit");
  });

  it("are none where the program sets none", () => {
    const free = { ...POLICY, largest: null, daily: null, monthly: null } as unknown as typeof POLICY;
    expect(refusalOf(1_000_000, { today: 9_999, thisMonth: 9_999 }, free)).toBeNull();
  });

  it("leave nothing rather than less, where they were lowered after sending", () => {
    expect(allowanceOf(POLICY, { today: 400, thisMonth: 400 })).toMatchObject({
      leftToday: 0,
      leftThisMonth: 0,
    });
  });
});
