import { afterAll, describe, expect, it } from "vitest";
import { present } from "@/lib/core/assert";
import { db } from "@/lib/db";
import { addSupplier, listPartners } from "@/lib/partners";
import type { CodeReward, ProgramDocument } from "@/lib/program-code";
import {
  archiveReward,
  changePool,
  changeReward,
  createCategory,
  findRewardByKey,
  listPortablePools,
  readReward,
} from "@/lib/rewards";
import { ctxFor, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { createTier } from "@/lib/tiers";
import { applyProgram, changeKey, copyProgram, exportProgram, listKeys, planCopy, planProgram } from ".";
import { keepFilesApart, stockCatalogue, uuidOf } from "./testing";

afterAll(keepFilesApart());

async function makeStocked(organizationId?: string): Promise<TestProgram> {
  const program = await makeProgram(organizationId === undefined ? {} : { organizationId });
  for (const code of ["silver", "gold"]) await createTier(program.ctx, { code, name: code });
  await createCategory(program.ctx, { code: "coffee", name: "Coffee" });
  await stockCatalogue(program.ctx);
  return program;
}

const rewardIn = (document: ProgramDocument, key: string): CodeReward =>
  present(
    document.rewards?.find((reward) => reward.key === key),
    "the document has the reward",
  );

const withReward = (
  document: ProgramDocument,
  key: string,
  change: Partial<CodeReward>,
): ProgramDocument => ({
  ...document,
  rewards: document.rewards?.map((reward) => (reward.key === key ? { ...reward, ...change } : reward)),
});

describe("rewards in a program's document", () => {
  it("go from a sandbox to production with their picture, and nobody's address, people or secret is overwritten", async () => {
    const production = await makeProgram();
    const sandbox = await makeStocked(production.organizationId);
    const owner = ctxFor(sandbox, { role: "owner" });
    expect((await planCopy(owner, production.slug)).kept).toEqual([]);
    await copyProgram(owner, production.slug);
    const copied = await exportProgram(production.ctx);
    expect(copied).toEqual(await exportProgram(sandbox.ctx));
    expect(rewardIn(copied, "mug").image).toMatch(/^sha256:/);
    const [partner] = await listPartners(production.ctx);
    expect(partner).toMatchObject({
      people: 0,
      contactEmail: null,
      orderUrl: "https://orders.alpine.example",
    });
    // Production goes on by itself: another address, and a mug that somebody had.
    const { programId } = production;
    await db().rewardPartner.updateMany({ where: { programId }, data: { orderUrl: "https://live.example" } });
    await db().reward.updateMany({ where: { programId, key: "mug" }, data: { stock: 11 } });
    expect(await planCopy(owner, production.slug)).toEqual({
      changes: [],
      kept: [
        "Orders go on to the reward partner “alpine-roasters” at https://live.example.",
        "The stock of the reward “mug” stays at 11: it is counted in the program.",
      ],
    });
    expect((await copyProgram(owner, production.slug)).changes).toEqual([]);
    expect(await db().image.count({ where: { programId } })).toBe(1);
  }, 60_000);

  it("are changed field by field, put into order, archived, and brought back", async () => {
    const { ctx } = await makeStocked();
    const before = await exportProgram(ctx);
    const wanted = withReward({ ...before, rewards: [...(before.rewards ?? [])].reverse() }, "mug", {
      prices: [{ tier: null, points: 800, amountMinor: 0 }],
      state: "published",
      eligibility: { tiers: [], segments: [] },
    });
    const { changes } = await applyProgram(ctx, wanted);
    expect(changes.map(({ words }) => words)).toEqual([
      "Change the reward “mug”: state: “draft” becomes “published”; " +
        'prices: [{"tier":null,"points":900,"amountMinor":0},{"tier":"gold","points":700,"amount… becomes ' +
        '[{"tier":null,"points":800,"amountMinor":0}]; eligibility tiers: ["gold","silver"] becomes [].',
      "Put the rewards in this order: cinema-ticket, mug.",
    ]);
    expect(await exportProgram(ctx)).toEqual(wanted);
    const without = { ...wanted, rewards: [rewardIn(wanted, "mug")] };
    expect((await applyProgram(ctx, without)).changes.map(({ words }) => words)).toEqual([
      "Archive the reward “cinema-ticket”.",
    ]);
    expect(await findRewardByKey(ctx, "cinema-ticket")).toMatchObject({ state: "archived" });
    const back = { ...wanted, rewards: [...without.rewards, rewardIn(wanted, "cinema-ticket")] };
    await applyProgram(ctx, back);
    expect(await exportProgram(ctx)).toEqual(back);
    expect(await planProgram(ctx, back)).toEqual({ changes: [], kept: [] });
  });

  it("leave what the document does not speak of, and keep partners and pools that it does not have", async () => {
    const { ctx } = await makeStocked();
    const document = await exportProgram(ctx);
    const { rewards: _, pools: __, partners: ___, ...older } = document;
    expect(await planProgram(ctx, older)).toEqual({ changes: [], kept: [] });
    const { changes, kept } = await planProgram(ctx, { ...document, partners: [], pools: [] });
    expect(changes).toEqual([]);
    expect(kept).toEqual([
      "The reward partner “alpine-roasters” stays: its people work with the program.",
      "The code pool “cinema-codes” stays, with its codes.",
    ]);
  });

  it("say where they name what is nowhere, and what cannot be", async () => {
    const { ctx } = await makeStocked();
    const document = await exportProgram(ctx);
    const nowhere = withReward(document, "cinema-ticket", {
      partner: "nobody",
      pool: "none",
      category: "tea",
    });
    await expect(planProgram(ctx, nowhere)).rejects.toMatchObject({
      fields: [
        { pointer: "/rewards/1/partner" },
        { pointer: "/rewards/1/pool" },
        { pointer: "/rewards/1/category" },
      ],
    });
    const lost = {
      key: "a",
      state: "active",
      definition: { name: "A", trigger: { event: "purchase" }, effects: [{ kind: "tier", tier: "platin" }] },
    };
    await expect(planProgram(ctx, { ...document, campaigns: [lost] })).rejects.toMatchObject({
      fields: [{ pointer: "/campaigns/0/definition/effects/0/tier", code: "unknown" }],
    });
    const odd = withReward(document, "cinema-ticket", {
      startsAt: "2026-12-02T00:00:00.000Z",
      endsAt: "2026-12-01T00:00:00.000Z",
    });
    await expect(applyProgram(ctx, odd)).rejects.toMatchObject({
      fields: [{ pointer: "/rewards/1/endsAt", code: "contradiction" }],
    });
    const twice = { ...document, rewards: [...(document.rewards ?? []), rewardIn(document, "mug")] };
    await expect(planProgram(ctx, twice)).rejects.toMatchObject({ fields: [{ pointer: "/rewards/2/key" }] });
    expect(await exportProgram(ctx)).toEqual(document);
  });

  it("have keys that can be changed, each once in a program", async () => {
    const program = await makeStocked();
    const { ctx } = program;
    const { rewardId } = present(await findRewardByKey(ctx, "mug"), "the reward was made");
    await changeReward(ctx, rewardId, { key: "big-mug", name: "Big mug" });
    expect(await readReward(ctx, rewardId)).toMatchObject({ key: "big-mug", name: "Big mug" });
    await expect(changeReward(ctx, rewardId, { key: "cinema-ticket" })).rejects.toMatchObject({
      fields: [{ pointer: "/key", code: "taken" }],
    });
    const [pool] = await listPortablePools(ctx);
    await changePool(ctx, present(pool, "the pool was made").poolId, { key: "films" });
    expect(rewardIn(await exportProgram(ctx), "cinema-ticket").pool).toBe("films");
    const partner = present(
      (await listKeys(ctx)).find(({ kind }) => kind === "reward partner"),
      "it was made",
    );
    const supplier = { kind: partner.kind, id: uuidOf("org", partner.id) };
    await changeKey(ctx, supplier, "alpine");
    expect(rewardIn(await exportProgram(ctx), "cinema-ticket").partner).toBe("alpine");
    await addSupplier(ctx, { key: "oats", name: "Nordic Oats" });
    await expect(changeKey(ctx, supplier, "oats")).rejects.toMatchObject({ code: "key_taken" });
    const marketer = ctxFor(program, { role: "marketer" });
    await expect(changeKey(marketer, supplier, "mine")).rejects.toMatchObject({ code: "forbidden" });
    await archiveReward(ctx, rewardId);
    expect((await exportProgram(ctx)).rewards?.map(({ key }) => key)).toEqual(["cinema-ticket"]);
  });
});
