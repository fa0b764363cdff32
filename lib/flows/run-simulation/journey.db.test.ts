import { createReadStream, existsSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { present } from "@/lib/core/assert";
import { systemClock } from "@/lib/core/clock";
import { fromTypeId, newId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { startImport, uploadImport } from "@/lib/imports";
import { makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { postAll, simulate } from "@/lib/testing/simulate";
import { runImportSlice } from "../run-import";

const JOURNEY = process.env.TESSERA_COMPLETE_JOURNEY ?? join("..", "shared", "data", "complete-journey");
const file = join(JOURNEY, "transactions_sample.csv.gz");
const isHere = existsSync(file);
if (isHere) {
  const folder = mkdtempSync(join(tmpdir(), "tessera-journey-"));
  process.env.TESSERA_DATA_DIR = folder;
  afterAll(() => rm(folder, { recursive: true, force: true }));
}
const BASKETS = 47_243;
const MAX_STEPS = 2_000;
const TIMEOUT_MS = 600_000;

const onPurchase = { event: "purchase" } as const;
const RULES: CampaignDefinitionInput[] = [
  {
    name: "A point a dollar",
    trigger: onPurchase,
    effects: [{ kind: "per_amount", points: 1, perMinor: 100, basis: "lines", rounding: "nearest" }],
  },
  {
    name: "Double Saturdays, at most 20 a month",
    trigger: onPurchase,
    condition: { kind: "time", weekdays: [6] },
    effects: [{ kind: "multiplier", factorPercent: 200 }],
    limits: [{ per: "member", points: 20, window: "month" }],
  },
  {
    name: "Every tenth basket",
    trigger: onPurchase,
    condition: {
      kind: "history",
      measure: "count",
      window: { kind: "lifetime" },
      op: "every",
      value: 10,
      withThis: true,
    },
    effects: [{ kind: "fixed", points: 40 }],
  },
  {
    name: "Three weeks in a row, while the budget lasts",
    trigger: onPurchase,
    condition: { kind: "history", measure: "streak", unit: "week", op: "at_least", value: 3, withThis: true },
    effects: [{ kind: "fixed", points: 5 }],
    limits: [
      { per: "campaign", points: 2_500, window: "month" },
      { per: "member", times: 1, window: "week" },
    ],
  },
  {
    name: "Milk and more, not for everybody",
    trigger: onPurchase,
    condition: { kind: "basket", measure: "amountMinor", op: "at_least", value: 500 },
    effects: [
      {
        kind: "steps",
        measure: "amountMinor",
        steps: [
          { from: 500, points: 3 },
          { from: 2_000, points: 15 },
        ],
      },
    ],
    control: { percent: 20 },
  },
];

async function importJourney({ ctx, programId }: TestProgram): Promise<void> {
  const content = createReadStream(file);
  const { id } = await uploadImport(ctx, { fileName: "transactions.csv.gz", content });
  const importId = present(fromTypeId("imp", id), "an import has an import's id");
  await startImport(ctx, {
    importId,
    mapping: {
      columns: {
        basketId: "basket_id",
        memberId: "household_id",
        occurredAt: "transaction_timestamp",
        amount: "sales_value",
        quantity: "quantity",
        sku: "product_id",
        store: "store_id",
      },
      createMembers: true,
    },
  });
  const slice = { clock: systemClock, holder: newId(), only: { programId, importId } };
  for (let step = 0; step < MAX_STEPS; step += 1) if ((await runImportSlice(slice)) === null) return;
  throw new Error("the import does not come to an end");
}

/** Some of the baskets come back: the data has no returns of its own. */
async function returnsOf({ programId }: TestProgram): Promise<object[]> {
  const purchases = await db().event.findMany({
    where: { programId },
    orderBy: { eventId: "asc" },
    select: { externalId: true, source: true, memberId: true, payload: true },
  });
  return purchases
    .filter((_, place) => place % 23 === 0)
    .map(({ externalId, source, memberId, payload }, place) => {
      const { lines, occurredAt } = payload as { lines: { quantity: number }[]; occurredAt: string };
      const first = lines.findIndex(({ quantity }) => quantity >= 1);
      const part = place % 3 === 0 && first >= 0 ? { lines: [{ line: first, quantity: 1 }] } : {};
      return {
        type: "return",
        id: `back ${externalId}`,
        member: { id: toTypeId("mem", memberId) },
        occurredAt,
        purchaseId: externalId,
        purchaseSource: source,
        ...part,
      };
    });
}

describe("a year of real groceries", () => {
  it.skipIf(!isHere)(
    isHere
      ? "replays to the ledger, to the point: 47,243 baskets, and 2,055 of which goods come back"
      : "replays to the ledger (set TESSERA_COMPLETE_JOURNEY to the folder of the Complete Journey data)",
    async () => {
      const program = await makeProgram({ currency: "USD", timeZone: "America/New_York", lanes: 4 });
      const { programId } = program;
      const [base] = await putInForce(programId, RULES, new Date("2016-01-01T00:00:00Z"));
      await importJourney(program);
      await postAll(program, [], { slice: 1_000 });
      const returns = await returnsOf(program);
      await postAll(program, returns, { slice: 1_000 });
      const { report, state } = await simulate(program, {
        variants: [{ campaignId: toTypeId("camp", base ?? "") }],
        rules: "then",
        source: { kind: "history", from: "2017-01-01", to: "2017-12-31" },
      });
      expect(state).toBe("done");
      expect(report?.ledger?.differences).toEqual([]);
      const ledger = await db().decision.aggregate({ where: { programId }, _sum: { points: true } });
      expect(report?.ledger).toMatchObject({
        compared: BASKETS + returns.length,
        different: 0,
        ledgerPoints: Number(ledger._sum.points),
        replayPoints: Number(ledger._sum.points),
      });
      expect(report).toMatchObject({ events: BASKETS + returns.length, members: 2_377, refused: 0 });
      const [baseline] = report?.scenarios ?? [];
      expect(baseline?.budgets[0]?.ranOutOn).not.toBeNull();
      expect(baseline?.campaigns.every(({ fired }) => fired > 0)).toBe(true);
    },
    TIMEOUT_MS,
  );
});
