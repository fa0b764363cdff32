import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newIds } from "@/lib/core/ids";
import { isHeldOut } from "./control-group";

const CAMPAIGN = "01936b2c-7d1a-7000-8000-000000000001";

describe("a control group", () => {
  it("is the same for good", () => {
    const members = ["01936b2c-0000-7000-8000-000000000001", "01936b2c-0000-7000-8000-000000000002"];
    const held = Array.from(
      { length: 40 },
      (_, index) => `01936b2c-0000-7000-8000-${String(index).padStart(12, "0")}`,
    )
      .map((member, index) => (isHeldOut(CAMPAIGN, member, 10) ? index : -1))
      .filter((index) => index >= 0);
    expect(held).toMatchInlineSnapshot(`
      [
        1,
        3,
        27,
        28,
        31,
      ]
    `);
    expect(members.map((member) => isHeldOut(CAMPAIGN, member, 100))).toEqual([true, true]);
    expect(members.map((member) => isHeldOut(CAMPAIGN, member, 0))).toEqual([false, false]);
  });

  it("holds out about its share, of ids made one after the other", () => {
    const members = newIds(20_000);
    for (const percent of [1, 10, 50]) {
      const held = members.filter((member) => isHeldOut(CAMPAIGN, member, percent)).length / members.length;
      // Five standard deviations of so many throws.
      const spread = 5 * Math.sqrt(((percent / 100) * (1 - percent / 100)) / members.length);
      expect(Math.abs(held - percent / 100)).toBeLessThan(spread);
    }
  });

  it("grows by holding out more, never others", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.integer({ min: 0, max: 99 }), (campaign, member, percent) => {
        if (isHeldOut(campaign, member, percent)) expect(isHeldOut(campaign, member, percent + 1)).toBe(true);
      }),
    );
  });

  it("of one campaign says nothing about that of another", () => {
    const members = newIds(20_000);
    const other = "01936b2c-7d1a-7000-8000-000000000002";
    const both = members.filter((member) => isHeldOut(CAMPAIGN, member, 50) && isHeldOut(other, member, 50));
    expect(Math.abs(both.length / members.length - 0.25)).toBeLessThan(
      5 * Math.sqrt((0.25 * 0.75) / members.length),
    );
  });
});
