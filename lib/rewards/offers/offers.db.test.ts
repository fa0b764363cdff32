import { describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { newId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { browseRewards, readRewardOffer } from "@/lib/flows/browse-rewards";
import { addToSegment, createSegment } from "@/lib/segments";
import { cacheHits, onEveryCache } from "@/lib/testing/caching";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { until } from "@/lib/testing/until";
import { createTier } from "@/lib/tiers";
import { changeReward } from "../change-reward";
import { createCategory } from "../create-category";
import { takeStock } from "../stock-sql";
import { makePool, makeReward } from "../testing";
import { unpublishReward } from "../unpublish-reward";
import { listPublicRewards } from "./list-public-rewards";
import type { OfferFilter } from "./queries";

const NOW = new Date("2026-11-22T10:00:00Z");
const clock = fixedClock(NOW);

/** A program with three tiers, and a gold member in a segment who has 250 points. */
async function withMember(): Promise<{ program: TestProgram; memberId: string }> {
  const program = await makeProgram({}, clock);
  const { ctx } = program;
  for (const code of ["bronze", "silver", "gold"]) await createTier(ctx, { code, name: code.toUpperCase() });
  await createSegment(ctx, { code: "vip", name: "Regulars" });
  await createSegment(ctx, { code: "press", name: "Press" });
  const { memberId } = await makeMember(ctx, { tier: "silver" });
  await addToSegment(ctx, "vip", { members: [toTypeId("mem", memberId)] });
  await givePoints(ctx, memberId, 250);
  return { program, memberId };
}

async function browse(
  { ctx }: TestProgram,
  memberId: string,
  filter: OfferFilter = {},
  language = "en",
  pageSize = 3,
) {
  const seen = [];
  let cursor: string | undefined;
  do {
    const page = await browseRewards(ctx, { memberId, language }, { ...filter, cursor, limit: pageSize });
    seen.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return seen;
}

async function redeemed(
  program: TestProgram,
  memberId: string,
  rewardId: string,
  at: string,
  state: "fulfilled" | "cancelled",
) {
  const createdAt = new Date(at);
  await db().redemption.create({
    data: {
      programId: program.programId,
      redemptionId: newId(),
      memberId,
      rewardId,
      state,
      fulfilment: "code",
      reward: {},
      points: 1,
      channel: "wallet",
      createdAt,
      ...(state === "fulfilled" ? { fulfilledAt: createdAt } : { closedAt: createdAt }),
    },
  });
}

describe("the catalogue of a member", () => {
  it("says of each reward whether they can have it, and what it takes", async () => {
    const { program, memberId } = await withMember();
    const { ctx } = program;
    const tiers = (...each: string[]) => ({ eligibility: { tiers: each, segments: [] } });
    const empty = await makePool(ctx, ["LAST-1"]);
    await makeReward(ctx, { name: "Ready" });
    await makeReward(ctx, { name: "Short", prices: [{ points: 370 }, { tier: "gold", points: 1 }] });
    await makeReward(ctx, {
      name: "Own price",
      prices: [{ points: 900 }, { tier: "silver", points: 250, amountMinor: 99 }],
    });
    const gone = await makeReward(ctx, { name: "Gone", stock: 1 });
    await takeStock(db(), ctx.programId, gone);
    await makeReward(ctx, { name: "Last ones", kind: "pool_voucher", poolId: empty });
    await makeReward(ctx, { name: "From silver", ...tiers("silver", "gold") });
    await makeReward(ctx, { name: "Gold", ...tiers("gold") });
    await makeReward(ctx, { name: "Bronze", ...tiers("bronze") });
    await makeReward(ctx, { name: "Soon", startsAt: "2026-12-01T00:00:00Z" });
    await makeReward(ctx, { name: "Next year", startsAt: "2027-06-01T00:00:00Z" });
    await makeReward(ctx, { name: "For regulars", eligibility: { tiers: [], segments: ["vip"] } });
    await makeReward(ctx, { name: "For the press", eligibility: { tiers: [], segments: ["press"] } });
    const weekly = await makeReward(ctx, { name: "Weekly", perMember: { count: 1, per: "week" } });
    const daily = await makeReward(ctx, { name: "Daily", perMember: { count: 1, per: "day" } });
    await redeemed(program, memberId, weekly, "2026-11-16T00:00:00Z", "fulfilled");
    await redeemed(program, memberId, daily, "2026-11-21T22:00:00Z", "fulfilled");
    await redeemed(program, memberId, daily, "2026-11-22T08:00:00Z", "cancelled");
    const offers = await browse(program, memberId);
    const gold = { code: "gold", name: "GOLD" };
    const bronze = { code: "bronze", name: "BRONZE" };
    expect(offers.map(({ name, standing }) => [name, standing])).toEqual([
      ["Ready", { code: "ready" }],
      ["Short", { code: "short", missing: 120 }],
      ["Own price", { code: "ready" }],
      ["Gone", { code: "sold_out" }],
      ["Last ones", { code: "ready" }],
      ["From silver", { code: "ready" }],
      ["Gold", { code: "other_tier", tiers: [gold], from: gold }],
      ["Bronze", { code: "other_tier", tiers: [bronze], from: null }],
      ["Soon", { code: "not_yet", startsAt: "2026-12-01T00:00:00.000Z" }],
      ["For regulars", { code: "ready" }],
      ["Weekly", { code: "limit_reached", count: 1, per: "week" }],
      ["Daily", { code: "ready" }],
    ]);
    expect(offers.find(({ name }) => name === "Own price")?.price).toEqual({ points: 250, amountMinor: 99 });
    expect(offers.find(({ name }) => name === "Last ones")?.left).toBe(1);
    // What can be had now is found by the database as it is told here.
    const ready = offers.filter(({ standing }) => standing.code === "ready").map(({ name }) => name);
    expect((await browse(program, memberId, { only: "ready" })).map(({ name }) => name)).toEqual(ready);
  });

  it("is searched, sorted and told in the member's language", async () => {
    const { program, memberId } = await withMember();
    const { ctx } = program;
    await createCategory(ctx, { code: "coffee", name: "Coffee", names: { de: "Kaffee" } });
    await makeReward(ctx, {
      name: "Dear",
      category: "coffee",
      prices: [{ points: 300 }],
      translations: { de: { name: "Teuer", summary: "Sehr fein" } },
    });
    await makeReward(ctx, { name: "Cheap", prices: [{ points: 100 }] });
    await makeReward(ctx, { name: "Middling", prices: [{ points: 200 }] });
    const names = async (filter: OfferFilter, language = "en") =>
      (await browse(program, memberId, filter, language, 1)).map(({ name }) => name);
    expect(await names({ sort: "recommended" })).toEqual(["Dear", "Cheap", "Middling"]);
    expect(await names({ sort: "points" })).toEqual(["Cheap", "Middling", "Dear"]);
    expect((await names({ sort: "newest" })).toSorted()).toEqual(["Cheap", "Dear", "Middling"]);
    expect(await names({ q: "MIDD" })).toEqual(["Middling"]);
    expect(await names({ q: "fein" }, "de")).toEqual(["Teuer"]);
    expect(await names({ q: "fein" })).toEqual([]);
    const [german] = await browse(program, memberId, { category: "coffee" }, "de");
    expect(german).toMatchObject({
      name: "Teuer",
      summary: "Sehr fein",
      category: { code: "coffee", name: "Kaffee" },
    });
    const page = await browseRewards(ctx, { memberId, language: "en" }, { sort: "points", limit: 1 });
    const elsewhere = browseRewards(
      ctx,
      { memberId, language: "en" },
      { sort: "newest", limit: 1, cursor: page.nextCursor ?? "" },
    );
    await expect(elsewhere).rejects.toMatchObject({ code: "invalid" });
  });

  it("shows a reward by itself also when it is over, but not what is not offered", async () => {
    const { program, memberId } = await withMember();
    const { ctx } = program;
    const asked = { memberId, language: "de" };
    const over = await makeReward(ctx, {
      howToUse: "Show it.",
      translations: { de: { howToUse: "Zeigen." } },
    });
    await changeReward(ctx, over, { endsAt: "2026-11-22T09:00:00Z" });
    expect(await readRewardOffer(ctx, asked, over)).toMatchObject({
      standing: { code: "over" },
      howToUse: "Zeigen.",
    });
    const press = await makeReward(ctx, { eligibility: { tiers: [], segments: ["press"] } });
    await expect(readRewardOffer(ctx, asked, press)).rejects.toMatchObject({ code: "not_found" });
    await unpublishReward(ctx, over);
    await expect(readRewardOffer(ctx, asked, over)).rejects.toMatchObject({ code: "not_found" });
    const own = ctxFor(program, { memberId, clock });
    const other = await makeMember(ctx);
    await expect(
      browseRewards(own, { memberId: other.memberId, language: "en" }, { limit: 1 }),
    ).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await browseRewards(own, asked, { limit: 1 })).items).toEqual([]);
  });
});

onEveryCache("the public catalogue", () => {
  it("shows what is for everybody at the lowest price, and follows its changes", async () => {
    const program = await makeProgram();
    const { ctx, programId } = program;
    await createTier(ctx, { code: "gold", name: "Gold" });
    const rewardId = await makeReward(ctx, {
      name: "Coffee",
      stock: 1,
      prices: [{ points: 100 }, { tier: "gold", points: 80 }],
      translations: { fr: { name: "Café" } },
    });
    await makeReward(ctx, { name: "Gold only", eligibility: { tiers: ["gold"], segments: [] } });
    const read = () => listPublicRewards(programId, "fr");
    expect(await read()).toMatchObject([
      { name: "Café", price: { points: 80, amountMinor: 0 }, isSoldOut: false },
    ]);
    await until(async () => {
      const before = cacheHits();
      await read();
      return cacheHits() > before;
    });
    await changeReward(ctx, rewardId, { prices: [{ points: 90 }] });
    expect(await read()).toMatchObject([{ price: { points: 90 } }]);
    await takeStock(db(), programId, rewardId);
    await until(async () => (await read())[0]?.isSoldOut === true);
  });
});
