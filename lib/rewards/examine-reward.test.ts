import { describe, expect, it } from "vitest";
import { examineReward, priceFor } from "./examine-reward";

const NOW = new Date("2026-11-22T10:00:00Z");
const BEFORE = new Date("2026-11-22T09:59:59.999Z");
const AFTER = new Date("2026-11-22T10:00:00.001Z");
const nobody = { tier: null, segments: [] };
const everybody = { tier: null, points: 300, amountMinor: 0 };
const gold = { tier: "gold", points: 200, amountMinor: 150 };

const reward = {
  state: "published" as const,
  startsAt: null,
  endsAt: null,
  eligibility: { tiers: [] as string[], segments: [] as string[] },
  prices: [everybody],
};

describe("examining a reward", () => {
  it("lets everybody have what is published and for all", () => {
    expect(examineReward(reward, nobody, NOW)).toBeNull();
  });

  it.each(["draft", "archived"] as const)("refuses what is %s", (state) => {
    expect(examineReward({ ...reward, state }, nobody, NOW)).toEqual({ code: "not_published" });
  });

  it("keeps to its schedule: from its start, until its end", () => {
    expect(examineReward({ ...reward, startsAt: NOW, endsAt: AFTER }, nobody, NOW)).toBeNull();
    expect(examineReward({ ...reward, startsAt: AFTER }, nobody, NOW)).toEqual({
      code: "not_yet",
      startsAt: AFTER,
    });
    expect(examineReward({ ...reward, endsAt: NOW }, nobody, NOW)).toEqual({ code: "over", endsAt: NOW });
    expect(examineReward({ ...reward, startsAt: BEFORE, endsAt: NOW }, nobody, BEFORE)).toBeNull();
  });

  it("asks for one of its tiers and one of its segments", () => {
    const eligibility = { tiers: ["silver", "gold"], segments: ["vip", "press"] };
    const examine = (tier: string | null, segments: string[]) =>
      examineReward({ ...reward, eligibility }, { tier, segments }, NOW);
    expect(examine("gold", ["press"])).toBeNull();
    expect(examine("bronze", ["press"])).toEqual({ code: "other_tier", tiers: ["silver", "gold"] });
    expect(examine(null, ["vip"])).toEqual({ code: "other_tier", tiers: ["silver", "gold"] });
    expect(examine("gold", ["lapsed"])).toEqual({ code: "not_offered" });
  });

  it("says who may have it where there is no price for the member", () => {
    expect(examineReward({ ...reward, prices: [gold] }, nobody, NOW)).toEqual({
      code: "other_tier",
      tiers: ["gold"],
    });
    expect(examineReward({ ...reward, prices: [gold] }, { tier: "gold", segments: [] }, NOW)).toBeNull();
  });
});

describe("a price", () => {
  it("is the tier's own, or else everybody's", () => {
    const prices = [everybody, gold];
    expect(priceFor({ prices }, "gold")).toEqual(gold);
    expect(priceFor({ prices }, "silver")).toEqual(everybody);
    expect(priceFor({ prices }, null)).toEqual(everybody);
    expect(priceFor({ prices: [gold] }, null)).toBeNull();
  });
});
