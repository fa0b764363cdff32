import { describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { fromTypeId, newId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { ctxFor, makeOrganization, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { createTier } from "@/lib/tiers";
import { archiveReward } from "./archive-reward";
import { changeCategory } from "./change-category";
import { changeReward } from "./change-reward";
import { createCategory } from "./create-category";
import { createReward } from "./create-reward";
import { duplicateReward } from "./duplicate-reward";
import { orderCategories } from "./order-categories";
import { orderRewards } from "./order-rewards";
import { publishReward } from "./publish-reward";
import { listCategories, listRewards, readReward } from "./queries";
import { removeCategory } from "./remove-category";
import type { NewReward } from "./reward-content";
import { giveStockBack, takeStock } from "./stock-sql";
import { makePool, makeReward } from "./testing";
import { unpublishReward } from "./unpublish-reward";

const clock = fixedClock(new Date("2026-11-22T10:00:00Z"));

async function draft(program: TestProgram, content: Partial<NewReward> = {}): Promise<string> {
  const { id } = await createReward(program.ctx, { kind: "physical", name: "A mug", ...content });
  return fromTypeId("rwd", id) ?? "";
}

async function withPartner(program: TestProgram): Promise<string> {
  const organizationId = await makeOrganization();
  await db().programParticipant.create({
    data: { programId: program.programId, organizationId, role: "REWARD_PARTNER" },
  });
  return organizationId;
}

const pointers = (error: unknown) =>
  (error as { fields?: { pointer: string }[] }).fields?.map(({ pointer }) => pointer);
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => [],
    (error: unknown) => pointers(error),
  );

describe("a reward", () => {
  it("is made as is usual for its kind, with what is written down of it", async () => {
    const program = await makeProgram();
    const { ctx } = program;
    const made = await createReward(ctx, {
      kind: "donation",
      name: "A tree",
      prices: [{ points: 300 }, { tier: "gold", points: 200, amountMinor: 100 }],
      perMember: { count: 2, per: "month" },
      translations: { de: { name: "Ein Baum" } },
    });
    expect(made).toMatchObject({
      state: "draft",
      fulfilment: "none",
      left: null,
      isLow: false,
      publishedAt: null,
    });
    expect(made.prices).toEqual([
      { tier: null, points: 300, amountMinor: 0 },
      { tier: "gold", points: 200, amountMinor: 100 },
    ]);
    expect(made).toMatchObject({
      perMember: { count: 2, per: "month" },
      translations: { de: { name: "Ein Baum" } },
    });
    const audits = await db().audit.findMany({ where: { programId: ctx.programId, target: made.id } });
    expect(audits.map(({ action }) => action)).toEqual(["reward.created"]);
  });

  it("is made once for a request that is sent twice", async () => {
    const { ctx } = await makeProgram();
    const twice = { ...ctx, idempotencyKey: "one" };
    const request = { kind: "physical", name: "A mug" } as const;
    const [first, second] = [await createReward(twice, request), await createReward(twice, request)];
    expect(second).toEqual(first);
    expect((await listRewards(ctx, { limit: 5 })).items).toHaveLength(1);
  });

  it.each<[string, Partial<NewReward>, string]>([
    ["a pool for what is no pool voucher", { poolId: newId() }, "/poolId"],
    ["a pattern for what has no code", { codePattern: "#############*" }, "/codePattern"],
    ["a fulfilment that its kind does not have", { fulfilment: "code" }, "/fulfilment"],
    [
      "an end before its start",
      { startsAt: "2026-12-02T00:00:00Z", endsAt: "2026-12-01T00:00:00Z" },
      "/endsAt",
    ],
    ["two prices for the same members", { prices: [{ points: 1 }, { points: 2 }] }, "/prices/1/tier"],
    ["a category that is not there", { category: "none" }, "/category"],
    ["an image that is not there", { imageId: newId() }, "/imageId"],
    ["a partner who is none", { partnerId: newId() }, "/partnerId"],
    ["another program's pool", { kind: "pool_voucher", poolId: newId() }, "/poolId"],
  ])("cannot be saved with %s", async (_, content, pointer) => {
    const program = await makeProgram();
    expect(await refusalOf(draft(program, content))).toContain(pointer);
  });

  it.each<[string, Partial<NewReward>, string[]]>([
    ["without a price", {}, ["/prices"]],
    ["from a pool that was not chosen", { kind: "pool_voucher", prices: [{ points: 1 }] }, ["/poolId"]],
    ["that takes nothing off the bill", { kind: "cash_discount", prices: [{ points: 1 }] }, ["/valueMinor"]],
    [
      "by a partner's system that was not chosen",
      { fulfilment: "partner_api", prices: [{ points: 1 }] },
      ["/partnerId"],
    ],
    [
      "for tiers and segments that are not there",
      { prices: [{ points: 1 }], eligibility: { tiers: ["gold"], segments: ["vip"] } },
      ["/eligibility/tiers", "/eligibility/segments"],
    ],
    ["that is sold out", { prices: [{ points: 1 }], stock: 0 }, ["/stock"]],
    ["that is over", { prices: [{ points: 1 }], endsAt: "2026-11-22T10:00:00Z" }, ["/endsAt"]],
  ])("cannot be published %s", async (_, content, expected) => {
    const program = await makeProgram({}, clock);
    const rewardId = await draft(program, content);
    expect(await refusalOf(publishReward(program.ctx, rewardId))).toEqual(expected);
    expect(await readReward(program.ctx, rewardId)).toMatchObject({ state: "draft" });
  });

  it("cannot be published where its pool is empty, its partner takes no orders, or its prices are for others", async () => {
    const program = await makeProgram();
    const { ctx } = program;
    const partnerId = await withPartner(program);
    await createTier(ctx, { code: "silver", name: "Silver" });
    await createTier(ctx, { code: "gold", name: "Gold" });
    const empty = await makePool(ctx, []);
    const voucher = {
      kind: "pool_voucher",
      poolId: empty,
      prices: [{ points: 1 }],
    } satisfies Partial<NewReward>;
    expect(await refusalOf(draft(program, voucher).then((id) => publishReward(ctx, id)))).toEqual([
      "/poolId",
    ]);
    const order = {
      partnerId,
      fulfilment: "partner_api",
      prices: [{ points: 1 }],
    } satisfies Partial<NewReward>;
    const orderId = await draft(program, order);
    expect(await refusalOf(publishReward(ctx, orderId))).toEqual(["/fulfilment"]);
    await db().rewardPartner.create({
      data: {
        programId: ctx.programId,
        partnerId,
        orderUrl: "https://partner.example/orders",
        createdAt: new Date(),
      },
    });
    expect(await publishReward(ctx, orderId)).toMatchObject({
      state: "published",
      partner: { id: toTypeId("org", partnerId) },
    });
    const tiered = { prices: [{ tier: "silver", points: 1 }], eligibility: { tiers: ["gold"] } };
    expect(await refusalOf(draft(program, tiered).then((id) => publishReward(ctx, id)))).toEqual(["/prices"]);
  });

  it("goes from draft to the catalogue, back, and into the archive", async () => {
    const program = await makeProgram();
    const { ctx } = program;
    const rewardId = await draft(program, { prices: [{ points: 1 }] });
    expect(await publishReward(ctx, rewardId)).toMatchObject({
      state: "published",
      publishedAt: expect.any(String),
    });
    await expect(publishReward(ctx, rewardId)).rejects.toMatchObject({ code: "reward_not_draft" });
    expect(await unpublishReward(ctx, rewardId)).toMatchObject({ state: "draft" });
    await expect(unpublishReward(ctx, rewardId)).rejects.toMatchObject({ code: "reward_is_draft" });
    expect(await archiveReward(ctx, rewardId)).toMatchObject({ state: "archived" });
    await expect(archiveReward(ctx, rewardId)).rejects.toMatchObject({ code: "reward_is_archived" });
    expect((await listRewards(ctx, { limit: 5 })).items).toEqual([]);
    expect((await listRewards(ctx, { state: "archived", limit: 5 })).items).toHaveLength(1);
    const copy = await duplicateReward(ctx, rewardId);
    expect(copy).toMatchObject({ name: "Copy of A mug", state: "draft", prices: [{ points: 1 }] });
  });

  it("keeps what a change does not name, stock above all, and stays one that can be redeemed", async () => {
    const program = await makeProgram();
    const { ctx } = program;
    const rewardId = await makeReward(ctx, { stock: 5, perMember: { count: 1, per: "week" } });
    await takeStock(db(), ctx.programId, rewardId);
    const changed = await changeReward(ctx, rewardId, { name: "A large coffee", perMember: null });
    expect(changed).toMatchObject({
      name: "A large coffee",
      stock: 4,
      perMember: null,
      prices: [{ points: 100 }],
    });
    expect(await refusalOf(changeReward(ctx, rewardId, { prices: [] }))).toEqual(["/prices"]);
    expect((await readReward(ctx, rewardId)).prices).toHaveLength(1);
    // What has run out is no obstacle to changing its words.
    expect(await changeReward(ctx, rewardId, { stock: 0 })).toMatchObject({ left: 0 });
    await unpublishReward(ctx, rewardId);
    expect(await changeReward(ctx, rewardId, { prices: [] })).toMatchObject({ prices: [] });
  });

  it("is handed out as often as it is in stock, however many ask, and comes back", async () => {
    const { ctx } = await makeProgram();
    const rewardId = await makeReward(ctx, { stock: 7 });
    const taken = await Promise.all(
      Array.from({ length: 30 }, () => takeStock(db(), ctx.programId, rewardId)),
    );
    expect(taken.filter((each) => each)).toHaveLength(7);
    await giveStockBack(db(), ctx.programId, rewardId);
    expect(await readReward(ctx, rewardId)).toMatchObject({ stock: 1 });
    const uncounted = await makeReward(ctx);
    expect(await takeStock(db(), ctx.programId, uncounted)).toBe(true);
    expect(await takeStock(db(), ctx.programId, newId())).toBe(false);
  });
});

describe("the catalogue", () => {
  it("is listed page by page in its order, by what is asked for", async () => {
    const program = await makeProgram();
    const { ctx } = program;
    await createCategory(ctx, { code: "coffee", name: "Coffee" });
    const ids: string[] = [];
    for (const [place, name] of ["One", "Two", "Three", "Four", "Five"].entries()) {
      ids.push(
        await draft(program, {
          name,
          summary: place % 2 ? "Warm" : "Cold",
          category: place < 2 ? "coffee" : null,
        }),
      );
    }
    const names = async () => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listRewards(ctx, { cursor, limit: 2 });
        seen.push(...page.items.map(({ name }) => name));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return seen;
    };
    expect(await names()).toEqual(["One", "Two", "Three", "Four", "Five"]);
    await orderRewards(ctx, { rewardIds: [ids[4], ids[0]].map((id) => id ?? "") });
    expect(await names()).toEqual(["Five", "Two", "Three", "Four", "One"]);
    await expect(orderRewards(ctx, { rewardIds: [newId()] })).rejects.toMatchObject({ code: "not_found" });
    expect((await listRewards(ctx, { q: "warm", limit: 9 })).items.map(({ name }) => name)).toEqual([
      "Two",
      "Four",
    ]);
    expect((await listRewards(ctx, { category: "coffee", limit: 9 })).items).toHaveLength(2);
  });

  it("shows what is left, and what runs low", async () => {
    const program = await makeProgram();
    const { ctx } = program;
    const poolId = await makePool(ctx, ["A-1", "A-2", "A-3"]);
    await makeReward(ctx, { kind: "pool_voucher", name: "Pooled", poolId, lowAt: 3 });
    await makeReward(ctx, { kind: "pool_voucher", name: "Fewer", poolId, stock: 2, lowAt: 1 });
    await makeReward(ctx, { name: "Uncounted", lowAt: 5 });
    const { items } = await listRewards(ctx, { limit: 5 });
    expect(items.map(({ name, left, isLow }) => [name, left, isLow])).toEqual([
      ["Pooled", 3, true],
      ["Fewer", 2, false],
      ["Uncounted", null, false],
    ]);
    expect((await listRewards(ctx, { onlyLow: true, limit: 5 })).items.map(({ name }) => name)).toEqual([
      "Pooled",
    ]);
  });

  it("keeps its categories in order, and its rewards when one goes", async () => {
    const program = await makeProgram();
    const { ctx } = program;
    await createCategory(ctx, { code: "coffee", name: "Coffee", names: { de: "Kaffee" } });
    await createCategory(ctx, { code: "cake", name: "Cake" });
    await expect(createCategory(ctx, { code: "cake", name: "Again" })).rejects.toMatchObject({
      code: "category_exists",
    });
    await draft(program, { category: "cake" });
    await changeCategory(ctx, "coffee", { name: "Coffees" });
    await orderCategories(ctx, { codes: ["cake", "coffee"] });
    expect(await listCategories(ctx)).toEqual([
      { code: "cake", name: "Cake", names: {}, rewards: 1 },
      { code: "coffee", name: "Coffees", names: { de: "Kaffee" }, rewards: 0 },
    ]);
    expect(await refusalOf(orderCategories(ctx, { codes: ["cake"] }))).toEqual(["/codes"]);
    await removeCategory(ctx, "cake");
    expect((await listRewards(ctx, { limit: 5 })).items).toMatchObject([{ category: null }]);
    await expect(removeCategory(ctx, "cake")).rejects.toMatchObject({ code: "not_found" });
  });

  it("stays with its program and with those who may", async () => {
    const program = await makeProgram();
    const other = await makeProgram();
    const partnerId = await withPartner(program);
    const rewardId = await draft(program);
    const theirs = await draft(program, { partnerId });
    await expect(readReward(other.ctx, rewardId)).rejects.toMatchObject({ code: "not_found" });
    await expect(changeReward(other.ctx, rewardId, { name: "Mine" })).rejects.toMatchObject({
      code: "not_found",
    });
    const analyst = ctxFor(program, { role: "analyst" });
    expect(await readReward(analyst, rewardId)).toMatchObject({ name: "A mug" });
    for (const attempt of [
      createReward(analyst, { kind: "physical", name: "No" }),
      changeReward(analyst, rewardId, { name: "No" }),
      publishReward(analyst, rewardId),
      archiveReward(analyst, rewardId),
      duplicateReward(analyst, rewardId),
      createCategory(analyst, { code: "no", name: "No" }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
    const partner = {
      ...program.ctx,
      actor: {
        kind: "partner" as const,
        userId: newId(),
        organizationId: partnerId,
        parts: ["REWARD_PARTNER" as const],
        name: "Pia",
      },
    };
    expect((await listRewards(partner, { limit: 5 })).items.map(({ id }) => id)).toEqual([
      toTypeId("rwd", theirs),
    ]);
    await expect(readReward(partner, rewardId)).rejects.toMatchObject({ code: "not_found" });
  });
});
