import { describe, expect, it } from "vitest";
import { fromTypeId } from "@/lib/core/ids";
import { archiveReward, changeReward, createReward, unpublishReward } from "@/lib/rewards";
import { makeReward } from "@/lib/rewards/testing";
import { createSegment, readSegment } from "@/lib/segments";
import { makeProgram } from "@/lib/testing/fixtures";
import { createTier, listTiers } from "@/lib/tiers";
import { deleteSegment, removeTier } from ".";

async function makeClub() {
  const { ctx } = await makeProgram();
  for (const code of ["silver", "gold"]) await createTier(ctx, { code, name: code });
  await createSegment(ctx, { code: "vip", name: "Regulars" });
  return ctx;
}
const named = (code: string, reward: string) => ({
  code,
  publicMessage: expect.stringContaining(`“${reward}”`),
});

describe("a tier that a reward names", () => {
  it("stays while it is for that tier, published or a draft", async () => {
    const ctx = await makeClub();
    const rewardId = await makeReward(ctx, {
      name: "Golden cup",
      eligibility: { tiers: ["gold"], segments: [] },
    });
    await expect(removeTier(ctx, "gold")).rejects.toMatchObject(named("tier_in_use", "Golden cup"));
    await unpublishReward(ctx, rewardId);
    await expect(removeTier(ctx, "gold")).rejects.toMatchObject(named("tier_in_use", "Golden cup"));
    await removeTier(ctx, "silver");
    await archiveReward(ctx, rewardId);
    await removeTier(ctx, "gold");
    expect(await listTiers(ctx)).toEqual([]);
  });

  it("stays while it has a price of its own", async () => {
    const ctx = await makeClub();
    const rewardId = await makeReward(ctx, { prices: [{ points: 100 }, { points: 80, tier: "gold" }] });
    await expect(removeTier(ctx, "gold")).rejects.toMatchObject(named("tier_in_use", "A coffee"));
    await changeReward(ctx, rewardId, { prices: [{ points: 100 }] });
    await removeTier(ctx, "gold");
    expect((await listTiers(ctx)).map(({ code }) => code)).toEqual(["silver"]);
  });
});

describe("a segment that a reward is for", () => {
  it("stays until the reward is for others, or archived", async () => {
    const ctx = await makeClub();
    await createSegment(ctx, { code: "lapsed", name: "Long gone" });
    const vip = await makeReward(ctx, {
      name: "House blend",
      eligibility: { tiers: [], segments: ["vip"] },
    });
    const { id } = await createReward(ctx, {
      kind: "donation",
      name: "Welcome back",
      eligibility: { tiers: [], segments: ["lapsed"] },
    });
    await expect(deleteSegment(ctx, "vip")).rejects.toMatchObject(named("segment_in_use", "House blend"));
    await expect(deleteSegment(ctx, "lapsed")).rejects.toMatchObject(named("segment_in_use", "Welcome back"));
    await changeReward(ctx, vip, { eligibility: { tiers: [], segments: [] } });
    await archiveReward(ctx, fromTypeId("rwd", id) ?? "");
    await deleteSegment(ctx, "vip");
    await deleteSegment(ctx, "lapsed");
    await expect(readSegment(ctx, "vip")).rejects.toMatchObject({ code: "not_found" });
  });
});

it("a reward that goes live and a removal never both succeed", async () => {
  const ctx = await makeClub();
  const rewardId = await makeReward(ctx);
  const together = async (
    eligibility: { tiers: string[]; segments: string[] },
    removal: Promise<unknown>,
  ) => {
    const outcomes = await Promise.allSettled([changeReward(ctx, rewardId, { eligibility }), removal]);
    return outcomes.filter(({ status }) => status === "fulfilled").length;
  };
  expect(await together({ tiers: ["gold"], segments: [] }, removeTier(ctx, "gold"))).toBe(1);
  expect(await together({ tiers: [], segments: ["vip"] }, deleteSegment(ctx, "vip"))).toBe(1);
});
