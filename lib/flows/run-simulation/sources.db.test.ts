import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { createCampaign } from "@/lib/campaigns";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { fixedClock } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { fromTypeId, newId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { createSimulation, listExamples, sweepUploads, uploadSimulationFile } from "@/lib/simulations";
import { simulationInput } from "@/lib/simulations/schema";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { postAll, simulate } from "@/lib/testing/simulate";

const folder = mkdtempSync(join(tmpdir(), "tessera-simulation-"));
process.env.TESSERA_DATA_DIR = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

const THIRD_TIME: CampaignDefinitionInput = {
  name: "Third time",
  trigger: { event: "purchase" },
  condition: {
    kind: "history",
    measure: "count",
    window: { kind: "lifetime" },
    op: "every",
    value: 3,
    withThis: true,
  },
  effects: [{ kind: "fixed", points: 30 }],
};
const GOLD: CampaignDefinitionInput = {
  name: "Gold",
  trigger: { event: "purchase" },
  audience: { match: "all", tests: [{ attribute: "tier", test: { op: "is", value: "gold" } }] },
  effects: [{ kind: "per_amount", points: 1, perMinor: 100 }],
};

async function makeShop(definition: CampaignDefinitionInput) {
  const program = await makeProgram();
  const member = await makeMember(program.ctx, { externalId: "m-1", attributes: { tier: "gold" } });
  const { campaignId } = await createCampaign(program.ctx, { definition });
  return { program, ctx: program.ctx, member, variants: [{ campaignId: toTypeId("camp", campaignId) }] };
}

const purchase = (id: string, member: object, day: number, amountMinor: number) => ({
  type: "purchase",
  id,
  member,
  occurredAt: `2026-05-${String(day).padStart(2, "0")}T10:00:00Z`,
  currency: "EUR",
  lines: [{ amountMinor, quantity: 2 }],
});

async function upload(ctx: Awaited<ReturnType<typeof makeShop>>["ctx"], fileName: string, content: string) {
  return uploadSimulationFile(ctx, { fileName, content: Readable.from([Buffer.from(content)]) });
}

const uuidOf = ({ id }: { id: string }) => fromTypeId("sim", id) ?? "";

it("keeps uploaded files that simulations are of, and some days those that none is of", async () => {
  const { ctx, variants } = await makeShop(GOLD);
  const [used, forgotten, fresh] = [
    await upload(ctx, "used.ndjson", '{"type":"purchase"}'),
    await upload(ctx, "forgotten.ndjson", '{"type":"purchase"}'),
    await upload(ctx, "fresh.ndjson", '{"type":"purchase"}'),
  ];
  const orderOf = ({ id }: { id: string }) =>
    simulationInput.parse({ variants, source: { kind: "file", fileId: id } });
  await createSimulation(ctx, orderOf(used));
  const soon = new Date(Date.now() + 2 * 86_400_000);
  expect(await sweepUploads(soon)).toBe(0);
  // Whoever simulates over a file keeps it.
  const later = fixedClock(new Date(Date.now() + 2 * 86_400_000));
  await createSimulation({ ...ctx, clock: later }, orderOf(fresh));
  await db().simulation.deleteMany({
    where: { programId: ctx.programId, fileKey: { endsWith: uuidOf(fresh) } },
  });
  expect(await sweepUploads(new Date(Date.now() + 4 * 86_400_000))).toBe(1);
  await expect(createSimulation(ctx, orderOf(forgotten))).rejects.toThrow(NotFound);
  await createSimulation(ctx, orderOf(used));
  await createSimulation(ctx, orderOf(fresh));
});

describe("a simulation of a file", () => {
  it("of events goes through them in order of time, with the profiles of members who are known", async () => {
    const { program, ctx, variants } = await makeShop(GOLD);
    const lines = [
      purchase("p2", { externalId: "m-1" }, 9, 2_000),
      {
        type: "return",
        id: "r1",
        member: { externalId: "m-1" },
        occurredAt: "2026-05-10T10:00:00Z",
        purchaseId: "p2",
        lines: [{ line: 0, quantity: 1 }],
      },
      purchase("p1", { externalId: "stranger" }, 3, 5_000),
      {
        type: "return",
        id: "r2",
        member: { externalId: "m-1" },
        occurredAt: "2026-05-11T10:00:00Z",
        purchaseId: "never",
      },
    ];
    const text = [...lines.map((line) => JSON.stringify(line)), "no JSON"].join("\n");
    const { id, kind } = await upload(ctx, "plan.ndjson", text);
    expect(kind).toBe("ndjson");
    const events = await db().event.count();
    const { report, state } = await simulate(program, {
      variants,
      mode: "alone",
      source: { kind: "file", fileId: id },
    });
    expect(state).toBe("done");
    expect(report).toMatchObject({ from: "2026-05-03", to: "2026-05-11", events: 4, refused: 2, members: 2 });
    expect(report?.scenarios[1]).toMatchObject({ points: 20, takenBack: 10, matched: 1 });
    // The file's events are nobody's but the simulation's.
    expect(await db().event.count()).toBe(events);
    expect(await db().member.count({ where: { programId: program.programId } })).toBe(1);
  });

  it("of lines makes baskets of them, by the names of its columns", async () => {
    const { program, ctx, variants } = await makeShop(THIRD_TIME);
    const rows = [
      "b1,m-1,2026-05-01 10:00:00,2.50",
      "b1,m-1,2026-05-01 10:00:00,1.00",
      "b2,m-1,2026-05-02 10:00:00,9.99",
    ];
    const text = [
      "basket_id,member_id,timestamp,amount",
      ...rows,
      "b3,m-1,2026-05-03 10:00:00,4.00",
      "b4,m-1,nonsense,1",
    ].join("\n");
    const { id, columns, guess } = await upload(ctx, "tills.csv", text);
    expect(columns).toEqual(["basket_id", "member_id", "timestamp", "amount"]);
    expect(guess).toEqual({
      basketId: "basket_id",
      memberId: "member_id",
      occurredAt: "timestamp",
      amount: "amount",
    });
    const { report, error } = await simulate(program, { variants, source: { kind: "file", fileId: id } });
    expect(error).toBeNull();
    expect(report).toMatchObject({ events: 3, refused: 1, revenueMinor: 1_749 });
    expect(report?.scenarios[1]).toMatchObject({ points: 30, matched: 1 });
  });

  it("of lines takes one column by what is said, and the rest, dates and labels too, by what it finds", async () => {
    const { program, ctx, variants } = await makeShop({
      name: "Organic",
      trigger: { event: "purchase" },
      effects: [
        {
          kind: "per_amount",
          points: 1,
          perMinor: 100,
          filter: [{ field: "attribute", name: "organic", test: { op: "is", value: true } }],
        },
      ],
    });
    const text = [
      "receipt;who;date;amount;line.attributes.organic",
      "b1;m-1;28.05.2026;5,00;yes",
      "b1;m-1;28.05.2026;9,00;no",
      "b2;m-1;29.05.2026;2,00;",
    ].join("\n");
    const { id } = await upload(ctx, "tills.csv", text);
    const source = { kind: "file", fileId: id, mapping: { columns: { memberId: "who" } } } as const;
    const { report, error } = await simulate(program, { variants, source });
    expect(error).toBeNull();
    expect(report).toMatchObject({ events: 2, refused: 0, revenueMinor: 1_600 });
    expect(report?.scenarios[1]).toMatchObject({ points: 5, matched: 1 });
  });

  it("fails with a sentence when there is nothing in it, and does not find another program's", async () => {
    const { program, ctx, variants } = await makeShop(GOLD);
    const { id } = await upload(ctx, "plan.ndjson", '{"type":"purchase"}');
    const { state, error } = await simulate(program, { variants, source: { kind: "file", fileId: id } });
    expect(state).toBe("failed");
    expect(error).toMatch(/^Line 1: /);
    const other = await makeShop(GOLD);
    const order = simulationInput.parse({ variants: other.variants, source: { kind: "file", fileId: id } });
    await expect(createSimulation(other.ctx, order)).rejects.toThrow(NotFound);
    const gone = simulationInput.parse({
      variants,
      source: { kind: "file", fileId: toTypeId("sim", newId()) },
    });
    await expect(createSimulation(ctx, gone)).rejects.toThrow(NotFound);
  });
});

describe("a simulation of one basket", () => {
  const basket = {
    type: "purchase",
    currency: "EUR",
    occurredAt: "2026-06-01T10:00:00Z",
    lines: [{ amountMinor: 1_000, quantity: 1 }],
  };

  it("meets what its member has done, or somebody new", async () => {
    const { program, ctx, member, variants } = await makeShop(THIRD_TIME);
    const card = { cardNumber: member.cardNumber };
    await postAll(program, [purchase("p1", card, 1, 100), purchase("p2", card, 2, 100)]);
    const source = { kind: "basket", event: basket, memberId: toTypeId("mem", member.memberId) } as const;
    const third = await simulate(program, { variants, source });
    expect(third.report).toMatchObject({ events: 1, members: 1 });
    expect(third.report?.scenarios[1]?.points).toBe(30);
    const first = await simulate(program, { variants, source: { kind: "basket", event: basket } });
    expect(first.report?.scenarios[1]?.points).toBe(0);
    // A basket is explained, whatever it comes to.
    const [example, ...others] = await listExamples(ctx, fromTypeId("sim", first.id) ?? "");
    expect(others).toEqual([]);
    expect(example?.decisions).toMatchObject([{ name: "Third time", fired: false }]);
    const broken = await simulate(program, {
      variants,
      source: { kind: "basket", event: { type: "purchase" } },
    });
    expect(broken).toMatchObject({ state: "failed", report: null });
  });
});
