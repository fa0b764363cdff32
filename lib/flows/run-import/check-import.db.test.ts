import { execFile } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { present } from "@/lib/core/assert";
import { systemClock } from "@/lib/core/clock";
import { fromTypeId, newId } from "@/lib/core/ids";
import { postSlice } from "@/lib/flows/post-events";
import { readImport, startImport, uploadImport } from "@/lib/imports";
import type { ImportMappingInput } from "@/lib/imports/schema";
import { makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { verifyLedger } from "@/lib/wallet";
import { runImportSlice } from "./run-import-slice";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "tessera-check-"));
process.env.TESSERA_DATA_DIR = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

const SATURDAY = 6;
const BONUS = { points: 50, fromMinor: 1_500 };
const MAX_STEPS = 2_000;
const TIMEOUT_MS = 300_000;

/** What check-import.mjs reckons by hand: a point for each whole unit, doubled on Saturdays, and a bonus. */
const RULES: CampaignDefinitionInput[] = [
  {
    name: "Base rate",
    trigger: { event: "purchase" },
    effects: [{ kind: "per_amount", points: 1, perMinor: 100, basis: "basket", rounding: "floor" }],
  },
  {
    name: "Double Saturdays",
    trigger: { event: "purchase" },
    condition: { kind: "time", weekdays: [SATURDAY] },
    effects: [{ kind: "multiplier", factorPercent: 200 }],
  },
  {
    name: "Big basket",
    trigger: { event: "purchase" },
    condition: { kind: "basket", measure: "amountMinor", op: "at_least", value: BONUS.fromMinor },
    effects: [{ kind: "fixed", points: BONUS.points }],
  },
];

const MAPPING: ImportMappingInput = {
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
};

/** Imports a file, posts what it brought, and has the independent script compare every balance with the file. */
async function importAndCheck(file: string) {
  const program = await makeProgram({ currency: "USD", timeZone: "America/New_York", lanes: 4 });
  await putInForce(program.programId, RULES, new Date("2016-01-01T00:00:00Z"));
  const { ctx, programId, slug } = program;
  const { id } = await uploadImport(ctx, { fileName: basename(file), content: createReadStream(file) });
  const importId = present(fromTypeId("imp", id), "an import has an import's id");
  await startImport(ctx, { importId, mapping: MAPPING });
  const only = { programId, importId };
  const holder = newId();
  await untilNull(() => runImportSlice({ clock: systemClock, holder, only }));
  await untilNull(() => postSlice({ programId, clock: systemClock }));
  const { stdout } = await run(process.execPath, [
    "scripts/check-import.mjs",
    file,
    ...["--database", String(process.env.DATABASE_URL), "--program", slug],
    ...["--bonus-points", String(BONUS.points), "--bonus-from", String(BONUS.fromMinor)],
    ...["--double-on", String(SATURDAY)],
  ]);
  return {
    outcome: await readImport(ctx, importId),
    ledger: await verifyLedger(ctx),
    verdict: stdout.trim(),
  };
}

async function untilNull(step: () => Promise<unknown>): Promise<void> {
  for (let count = 0; count < MAX_STEPS; count += 1) if ((await step()) === null) return;
  throw new Error("the work does not come to an end");
}

/** A file as grocery shops export it: scattered lines, free samples, an amount that is a rounding remainder. */
function groceryFile(): string {
  const lines = [
    "household_id,store_id,basket_id,product_id,quantity,sales_value,transaction_timestamp",
    '"7","3","b-remainder","p1",1,4.440892e-16,2017-05-05 12:00:00',
  ];
  for (let item = 0; item < 3; item += 1) {
    for (let basket = 0; basket < 400; basket += 1) {
      const day = String(1 + (basket % 28)).padStart(2, "0");
      const cents = item === 2 && basket % 5 === 0 ? 0 : (basket * 37 + item * 411) % 2_000;
      const amount = (cents / 100).toFixed(2);
      const quantity = cents === 0 ? 0 : 1 + (basket % 3);
      const clock = `${String(basket % 24).padStart(2, "0")}:30:00`;
      lines.push(
        `"${basket % 61}","${basket % 4}","b${basket}","p${item}",${quantity},${amount},2017-03-${day} ${clock}`,
      );
    }
  }
  return lines.join("\n");
}

describe("an imported file, reckoned again by hand from its raw lines", () => {
  it(
    "gives every member the same points",
    async () => {
      const file = join(folder, "groceries.csv.gz");
      await writeFile(file, gzipSync(groceryFile()));
      const { outcome, ledger, verdict } = await importAndCheck(file);
      expect(outcome).toMatchObject({ state: "done", linesRead: 1_201, linesRejected: 0, accepted: 401 });
      expect(ledger).toMatchObject({ isSound: true, findings: [] });
      expect(verdict).toMatch(/^61 members, [1-9]\d* points by hand, 0 differences$/);
    },
    TIMEOUT_MS,
  );

  const journey = process.env.TESSERA_COMPLETE_JOURNEY ?? "";
  const file = join(journey, "transactions_sample.csv.gz");
  const isHere = journey !== "" && existsSync(file);
  it.skipIf(!isHere)(
    isHere
      ? "holds for a year of real groceries: 75,000 lines to the point"
      : "holds for a year of real groceries (set TESSERA_COMPLETE_JOURNEY to the folder of the Complete Journey data)",
    async () => {
      const { outcome, ledger, verdict } = await importAndCheck(file);
      expect(outcome).toMatchObject({
        state: "done",
        linesRead: 75_000,
        linesRejected: 0,
        baskets: 47_243,
        accepted: 47_243,
        membersCreated: 2_377,
      });
      expect(ledger).toMatchObject({ isSound: true, findings: [] });
      expect(verdict).toMatch(/^2377 members, [1-9]\d* points by hand, 0 differences$/);
    },
    TIMEOUT_MS,
  );
});
