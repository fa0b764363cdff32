import { describe, expect, it } from "vitest";
import { createCampaign } from "@/lib/campaigns";
import { type CampaignDefinitionInput, campaignDefinition } from "@/lib/campaigns/schema";
import { fixedClock, systemClock } from "@/lib/core/clock";
import { Conflict, Forbidden, NotFound } from "@/lib/core/errors";
import { fromTypeId, newId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { runNextSimulation } from "@/lib/flows/run-simulation";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { shopDays } from "@/lib/testing/shop-days";
import { postAll, simulate } from "@/lib/testing/simulate";
import {
  cancelSimulation,
  claimSimulation,
  createSimulation,
  deleteSimulation,
  findLatestFigures,
  finishSimulation,
  listExamples,
  listSimulations,
  readSimulation,
} from ".";
import { simulationInput } from "./schema";

const BASE: CampaignDefinitionInput = {
  name: "Base rate",
  trigger: { event: "purchase" },
  effects: [{ kind: "per_amount", points: 1, perMinor: 100 }],
};
const TRIED: CampaignDefinitionInput = {
  name: "Bakery bonus",
  trigger: { event: "purchase" },
  condition: {
    kind: "basket",
    measure: "amountMinor",
    filter: [{ field: "category", op: "in", values: ["Bakery"] }],
    op: "at_least",
    value: 1_500,
  },
  effects: [{ kind: "fixed", points: 20 }],
  limits: [{ per: "member", points: 50, window: "month" }],
};
const AUGUST = { kind: "history", from: "2026-08-01", to: "2026-08-31" } as const;
/** A thread takes a while to start where others are at work. */
const THREADS_TIMEOUT_MS = 120_000;

/** A shop with a month behind it, and a campaign that is only a draft. */
async function makeShop() {
  const program = await makeProgram({ lanes: 2 });
  const { programId, ctx } = program;
  await putInForce(programId, [BASE]);
  const members = [await makeMember(ctx), await makeMember(ctx, { attributes: { tier: "gold" } })];
  await postAll(program, shopDays(members, { from: "2026-08-01", days: 10, perDay: 12, seed: 3 }));
  return { program, programId, ctx, members, draft: await makeDraft(program, TRIED) };
}

/** @returns the TypeID of a campaign that was never launched */
async function makeDraft({ ctx }: TestProgram, definition: CampaignDefinitionInput): Promise<string> {
  return toTypeId("camp", (await createCampaign(ctx, { definition })).campaignId);
}

const order = (draft: string, rest: object = {}) =>
  simulationInput.parse({ variants: [{ campaignId: draft }], source: AUGUST, ...rest });

/** Everything of a program that a simulation must leave alone, as text. */
async function everythingLive({ programId }: TestProgram): Promise<string> {
  const where = { where: { programId } };
  const tables = await Promise.all([
    db().decision.findMany(where),
    db().transfer.findMany(where),
    db().account.findMany(where),
    db().lot.findMany(where),
    db().capUse.findMany(where),
    db().lane.findMany(where),
    db().event.count(where),
    db().outbox.count(where),
    db().ruleSet.findMany(where),
  ]);
  return JSON.stringify(tables, (_, value) => (typeof value === "bigint" ? String(value) : value));
}

describe("a simulation", () => {
  it("says what a draft would have given beside the live campaigns, and changes nothing", async () => {
    const { program, ctx, draft } = await makeShop();
    const before = await everythingLive(program);
    const { report, state, eventsDone, events } = await simulate(program, asked(draft));
    expect(state).toBe("done");
    expect(eventsDone).toBe(events);
    expect(await everythingLive(program)).toBe(before);
    const [live, tried] = report?.scenarios ?? [];
    const bonus = tried?.campaigns.find(({ isTried }) => isTried);
    expect(bonus?.fired).toBeGreaterThan(0);
    expect(tried?.points).toBe((live?.points ?? 0) + (bonus?.granted ?? 0));
    // What came back made room under the limit again.
    expect((bonus?.granted ?? 0) - (bonus?.takenBack ?? 0)).toBeLessThanOrEqual(2 * 50);
    expect(
      (bonus?.fired ?? 0) + (bonus?.reasons.reduce((sum, { events: count }) => sum + count, 0) ?? 0),
    ).toBe(bonus?.evaluated);
    expect(bonus?.reasons.map(({ reason }) => reason)).toContain("at least €15.00 needed");
    expect(tried?.comparison).toMatchObject({ losers: 0 });
    const examples = await listExamples(
      ctx,
      fromTypeId("sim", (await listSimulations(ctx, { limit: 1 })).items[0]?.id ?? "") ?? "",
    );
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(["biggest", "capped", "near_miss"]));
    expect(examples[0]?.decisions.map(({ name }) => name)).toEqual(["Base rate", "Bakery bonus"]);
  });

  it("tries a draft instead of the live campaigns, or alone", async () => {
    const { program, draft } = await makeShop();
    const instead = (await simulate(program, asked(draft, { mode: "instead" }))).report?.scenarios;
    expect(instead?.[1]?.campaigns.map(({ name }) => name)).toEqual(["Bakery bonus"]);
    expect(instead?.[1]?.comparison?.losers).toBeGreaterThan(0);
    const alone = (await simulate(program, asked(draft, { mode: "alone" }))).report?.scenarios;
    expect(alone?.[0]?.points).toBe(0);
    expect(alone?.[1]?.points).toBe(instead?.[1]?.points);
  });

  it("is for some members only, if asked", async () => {
    const { program, draft } = await makeShop();
    const population = {
      match: "all",
      tests: [{ attribute: "tier", test: { op: "is", value: "gold" } }],
    } as const;
    const { report } = await simulate(program, asked(draft, { population }));
    expect(report?.members).toBe(1);
    expect(report?.scenarios[1]?.distribution.byTier).toMatchObject([{ code: "gold", members: 1 }]);
  });

  it("puts several drafts side by side", async () => {
    const { program, draft } = await makeShop();
    const other = await makeDraft(program, {
      ...TRIED,
      name: "Twice",
      effects: [{ kind: "fixed", points: 40 }],
      limits: [],
    });
    const { report } = await simulate(program, {
      variants: [{ campaignId: draft }, { campaignId: other }],
      source: AUGUST,
    });
    expect(report?.scenarios.map(({ name }) => name)).toEqual(["Live rules", "Bakery bonus", "Twice"]);
    const [, first, second] = report?.scenarios ?? [];
    expect(second?.points).toBeGreaterThan(first?.points ?? 0);
  });

  it("is found again for the rules that it tried, and else for the campaign", async () => {
    const { program, ctx, draft } = await makeShop();
    const campaignId = fromTypeId("camp", draft) ?? "";
    const tried = campaignDefinition.parse(TRIED);
    expect(await findLatestFigures(ctx, campaignId, tried)).toBeNull();
    const { id, report } = await simulate(program, asked(draft));
    const own = report?.scenarios[1]?.campaigns.find(({ isTried }) => isTried);
    const figures = { granted: own?.granted, members: own?.members, costMinor: own?.costMinor };
    expect(await findLatestFigures(ctx, campaignId, { ...tried, name: "Another name" })).toMatchObject({
      id,
      isSame: true,
      ...figures,
    });
    const changed = { ...tried, limits: [] };
    expect(await findLatestFigures(ctx, campaignId, changed)).toMatchObject({
      id,
      isSame: false,
      ...figures,
    });
    // One of a part of the members that came later does not hide it, …
    const population = { match: "all", tests: [{ attribute: "city", test: { op: "is", value: "Bonn" } }] };
    await simulate(program, asked(draft, { population }));
    expect(await findLatestFigures(ctx, campaignId, tried)).toMatchObject({ id, isOfAll: true });
    // … nor does one of other rules.
    await db().campaignVersion.updateMany({
      where: { programId: program.programId, campaignId },
      data: { definition: changed },
    });
    await simulate(program, asked(draft));
    expect(await findLatestFigures(ctx, campaignId, tried)).toMatchObject({ id, isSame: true });
    expect(await findLatestFigures(ctx, newId(), tried)).toBeNull();
  });

  it("refuses drafts that cannot run, and campaigns of others", async () => {
    const { program, ctx, draft } = await makeShop();
    const unfinished = await makeDraft(program, { ...TRIED, effects: [] });
    await expect(createSimulation(ctx, order(unfinished))).rejects.toMatchObject({
      fields: [expect.objectContaining({ pointer: "/variants/0/definition/effects" })],
    });
    const elsewhere = await makeProgram();
    await expect(createSimulation(elsewhere.ctx, order(draft))).rejects.toThrow(NotFound);
  });
});

/** As `order`, with TypeIDs still. */
function asked(draft: string, rest: object = {}) {
  return { variants: [{ campaignId: draft }], source: AUGUST, ...rest };
}

describe("the job of a simulation", () => {
  const clock = fixedClock(new Date("2026-09-01T00:00:00Z"));

  async function waiting() {
    const shop = await makeShop();
    const { id } = await createSimulation(shop.ctx, order(shop.draft));
    const simulationId = fromTypeId("sim", id) ?? "";
    const key = { programId: shop.programId, simulationId };
    return { ...shop, simulationId, key };
  }

  const claim = (key: { programId: string; simulationId: string }) =>
    claimSimulation(db(), newId(), clock.now(), key);

  it("is begun again by another worker when the first is gone, and kept once", async () => {
    const { ctx, simulationId, key } = await waiting();
    const dead = await claim(key);
    expect(await claim(key)).toBeNull();
    await db().simulation.update({
      where: { programId_simulationId: key },
      data: { leaseUntil: new Date("2026-01-01T00:00:00Z") },
    });
    await runNextSimulation({ clock: systemClock, holder: newId(), only: key });
    const { state, report } = await readSimulation(ctx, simulationId);
    expect(state).toBe("done");
    const examples = await db().simulationExample.count({ where: key });
    // Whoever wakes up late keeps nothing.
    if (dead === null || report === null) throw new Error("it was claimed and is done");
    expect(
      await finishSimulation(dead, { report: { ...report, events: 0 }, samples: [[]], done: 0 }, clock),
    ).toBe(false);
    expect((await readSimulation(ctx, simulationId)).report?.events).toBe(report.events);
    expect(await db().simulationExample.count({ where: key })).toBe(examples);
  });

  it("is given up after three workers died of it", async () => {
    const { ctx, simulationId, key } = await waiting();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await claim(key)).not.toBeNull();
      await db().simulation.update({
        where: { programId_simulationId: key },
        data: { leaseUntil: new Date("2026-01-01T00:00:00Z") },
      });
    }
    expect(await runNextSimulation({ clock, holder: newId(), only: key })).toBeNull();
    expect(await readSimulation(ctx, simulationId)).toMatchObject({ state: "failed", report: null });
  });

  it("stops when it is cancelled, and goes back to the queue when the process is told to end", async () => {
    const { ctx, simulationId, key } = await waiting();
    const stop = new AbortController();
    stop.abort();
    await runNextSimulation({ clock, holder: newId(), only: key, signal: stop.signal });
    expect((await readSimulation(ctx, simulationId)).state).toBe("waiting");
    await cancelSimulation(ctx, { simulationId });
    expect(await runNextSimulation({ clock, holder: newId(), only: key })).toBeNull();
    expect(await readSimulation(ctx, simulationId)).toMatchObject({ state: "cancelled", report: null });
    await expect(cancelSimulation(ctx, { simulationId })).rejects.toThrow(Conflict);
  });

  it(
    "ends all of its threads when it is told to end, and fails when one of them does",
    async () => {
      const { ctx, simulationId, key } = await waiting();
      const run = { clock, holder: newId(), only: key, parts: 2 };
      const stop = new AbortController();
      stop.abort();
      await runNextSimulation({ ...run, signal: stop.signal });
      expect((await readSimulation(ctx, simulationId)).state).toBe("waiting");
      const url = process.env.DATABASE_URL;
      // This thread is connected already; another cannot even read its settings.
      process.env.DATABASE_URL = "nowhere";
      await runNextSimulation(run).finally(() => {
        process.env.DATABASE_URL = url;
      });
      expect(await readSimulation(ctx, simulationId)).toMatchObject({
        state: "failed",
        error: expect.stringMatching(/^It stopped for a fault on our side/),
      });
    },
    THREADS_TIMEOUT_MS,
  );

  it("is deleted with its examples, but not while it is under way", async () => {
    const { ctx, simulationId, key } = await waiting();
    await expect(deleteSimulation(ctx, { simulationId })).rejects.toMatchObject({
      code: "simulation_running",
    });
    await runNextSimulation({ clock: systemClock, holder: newId(), only: key });
    await deleteSimulation(ctx, { simulationId });
    await expect(readSimulation(ctx, simulationId)).rejects.toThrow(NotFound);
    expect(await db().simulationExample.count({ where: key })).toBe(0);
  });

  it("is for those who may, within their program", async () => {
    const { program, ctx, draft, simulationId } = await waiting();
    const analyst = ctxFor(program, { role: "analyst" });
    await expect(createSimulation(analyst, order(draft))).rejects.toThrow(Forbidden);
    await expect(cancelSimulation(analyst, { simulationId })).rejects.toThrow(Forbidden);
    expect((await readSimulation(analyst, simulationId)).state).toBe("waiting");
    const elsewhere = await makeProgram();
    await expect(readSimulation(elsewhere.ctx, simulationId)).rejects.toThrow(NotFound);
    expect((await listSimulations(elsewhere.ctx, { limit: 5 })).items).toEqual([]);
    await expect(listSimulations(ctxFor(program, { role: "cashier" }), { limit: 5 })).rejects.toThrow(
      Forbidden,
    );
    const keyed = { ...ctx, idempotencyKey: newId() };
    const first = await createSimulation(keyed, order(draft));
    expect(await createSimulation(keyed, order(draft))).toEqual(first);
  });
});
