import { mkdtempSync } from "node:fs";
import { access, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/auth/context";
import { systemClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import {
  cancelImport,
  type ImportKey,
  listRejects,
  readImport,
  resumeImport,
  takeLease,
} from "@/lib/imports";
import { TEST_HEADER, uploadAndStart } from "@/lib/imports/testing";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { runImportSlice } from "./run-import-slice";

const folder = mkdtempSync(join(tmpdir(), "tessera-import-"));
process.env.TESSERA_DATA_DIR = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

const MAX_SLICES = 200;

async function runToEnd(only: ImportKey, holder = newId(), maxMilliseconds?: number): Promise<void> {
  for (let slice = 0; slice < MAX_SLICES; slice += 1) {
    if ((await runImportSlice({ clock: systemClock, holder, only, maxMilliseconds })) === null) return;
  }
  throw new Error("the import does not come to an end");
}

async function importText(ctx: Ctx, text: string | Buffer, mapping = {}) {
  const key = await uploadAndStart(ctx, text, mapping);
  await runToEnd(key);
  return { key, outcome: await readImport(ctx, key.importId) };
}

const csv = (...lines: string[]) => [TEST_HEADER, ...lines].join("\n");

/** Lines of `baskets` baskets of `size` lines each, every basket's lines spread over the whole file. */
function scattered(baskets: number, size: number): string {
  const lines: string[] = [];
  for (let item = 0; item < size; item += 1) {
    for (let basket = 0; basket < baskets; basket += 1) {
      const minute = String(basket % 60).padStart(2, "0");
      const hour = String(Math.floor(basket / 60) % 24).padStart(2, "0");
      lines.push(`b${basket},m${basket % 97},2026-01-05 ${hour}:${minute}:00,1.${item}5,1,s${item}`);
    }
  }
  return csv(...lines);
}

async function storedEvents({ programId }: Pick<ImportKey, "programId">) {
  return db().event.findMany({ where: { programId }, orderBy: { eventId: "asc" } });
}

describe("an import", () => {
  it("turns lines that lie far apart into baskets in order of time", async () => {
    const { ctx } = await makeProgram();
    const { outcome } = await importText(
      ctx,
      csv(
        "late,m1,2026-03-14 18:00:00,2.50,1,tea",
        "early,m2,2026-03-14 08:00:00,0,0,bag",
        "late,m1,2026-03-14 17:59:00,1.15,2,milk",
      ),
    );
    expect(outcome).toMatchObject({
      state: "done",
      linesRead: 3,
      linesRejected: 0,
      baskets: 2,
      accepted: 2,
      membersCreated: 2,
    });
    const [first, second] = await storedEvents(ctx);
    expect(first).toMatchObject({ externalId: "early", source: "file:transactions" });
    expect(second?.payload).toEqual({
      type: "purchase",
      id: "late",
      source: "file:transactions",
      occurredAt: "2026-03-14T16:59:00.000Z",
      currency: "EUR",
      amountMinor: 365,
      lines: [
        { sku: "tea", quantity: 1, amountMinor: 250 },
        { sku: "milk", quantity: 2, amountMinor: 115 },
      ],
    });
  });

  it("posts nothing twice when the same file comes again, compressed or not, and says so", async () => {
    const { ctx } = await makeProgram();
    const text = scattered(20, 2);
    const { outcome: first } = await importText(ctx, text);
    const { outcome: again } = await importText(ctx, text);
    const { outcome: compressed } = await importText(ctx, gzipSync(text));
    expect(first).toMatchObject({ accepted: 20, duplicates: 0, importedBefore: null });
    expect(again).toMatchObject({ accepted: 0, duplicates: 20, importedBefore: { id: first.id } });
    expect(compressed).toMatchObject({ accepted: 0, duplicates: 20, layout: { gzip: true } });
    expect(await storedEvents(ctx)).toHaveLength(20);
  });

  it("reports every line that did not go in, and lets no basket in without one of its lines", async () => {
    const { ctx } = await makeProgram();
    await makeMember(ctx, { externalId: "m1" });
    const { key, outcome } = await importText(
      ctx,
      csv(
        "whole,m1,2026-03-14,2.50,1,tea",
        "part,m1,2026-03-14,1,1,tea",
        "part,m1,2026-03-14,free,1,milk",
        "mixed,m1,2026-03-14,1,1,tea",
        "mixed,m2,2026-03-14,1,1,tea",
        "stranger,m3,2026-03-14,1,1,tea",
        "future,m1,2126-03-14,1,1,tea",
        ",m1,2026-03-14,1,1,tea",
        "short,m1",
      ),
      { createMembers: false },
    );
    const { items } = await listRejects(ctx, key.importId, { limit: 100 });
    expect(items.map(({ line, code }) => [line, code])).toEqual([
      [3, "basket_incomplete"],
      [4, "amount"],
      [5, "several_members"],
      [6, "several_members"],
      [7, "unknown_member"],
      [8, "occurred_in_future"],
      [9, "missing_value"],
      [10, "column_count"],
    ]);
    expect(items[1]?.content).toBe("part,m1,2026-03-14,free,1,milk");
    expect(outcome).toMatchObject({
      state: "done",
      linesRead: 9,
      linesRejected: 8,
      accepted: 1,
      rejected: 2,
    });
    expect((await storedEvents(ctx)).map(({ externalId }) => externalId)).toEqual(["whole"]);
  });

  it("tells a basket that comes again with other content from a duplicate", async () => {
    const { ctx } = await makeProgram();
    await importText(ctx, csv("b1,m1,2026-03-14,2.50,1,tea"));
    const { key, outcome } = await importText(ctx, csv("b1,m1,2026-03-14,9.99,1,tea"));
    expect(outcome).toMatchObject({ accepted: 0, duplicates: 0, rejected: 1 });
    expect((await listRejects(ctx, key.importId, { limit: 10 })).items).toMatchObject([
      { code: "id_conflict" },
    ]);
  });

  it("leaves neither the file nor staged rows behind", async () => {
    const { ctx } = await makeProgram();
    const { key } = await importText(ctx, scattered(10, 2));
    expect(await db().importLine.count({ where: key })).toBe(0);
    expect(await db().importBasket.count({ where: key })).toBe(0);
    await expect(access(join(folder, "uploads", `${key.importId}.csv`))).rejects.toThrow();
  });
});

describe("an interrupted import", () => {
  const text = scattered(1_300, 4);

  it("comes to the same end in many small slices", async () => {
    const { ctx } = await makeProgram();
    const key = await uploadAndStart(ctx, gzipSync(text));
    await runToEnd(key, newId(), 0);
    expect(await readImport(ctx, key.importId)).toMatchObject({
      state: "done",
      linesRead: 5_200,
      baskets: 1_300,
      accepted: 1_300,
      duplicates: 0,
    });
  });

  it("goes on where a killed process left it, once that one's lease has run out", async () => {
    const { ctx } = await makeProgram();
    const key = await uploadAndStart(ctx, text);
    const killed = newId();
    await runImportSlice({ clock: systemClock, holder: killed, only: key, maxMilliseconds: 0 });
    await takeLease(killed, key);
    const other = newId();
    expect(await runImportSlice({ clock: systemClock, holder: other, only: key })).toBeNull();
    await db().import.update({
      where: { programId_importId: key },
      data: { leaseUntil: new Date(Date.now() - 60_000) },
    });
    await runToEnd(key, other);
    expect(await readImport(ctx, key.importId)).toMatchObject({
      state: "done",
      accepted: 1_300,
      duplicates: 0,
    });
  });

  it("is worked on by one process at a time, however many try", async () => {
    const { ctx } = await makeProgram();
    const key = await uploadAndStart(ctx, text);
    await Promise.all([1, 2, 3].map(() => runToEnd(key, newId(), 0)));
    await runToEnd(key);
    expect(await readImport(ctx, key.importId)).toMatchObject({
      state: "done",
      accepted: 1_300,
      duplicates: 0,
    });
  });

  it("stops when it is cancelled, keeps what went in and drops the rest", async () => {
    const { ctx } = await makeProgram();
    const key = await uploadAndStart(ctx, text);
    await runImportSlice({ clock: systemClock, holder: newId(), only: key, maxMilliseconds: 0 });
    await cancelImport(ctx, { importId: key.importId });
    await runToEnd(key);
    expect(await readImport(ctx, key.importId)).toMatchObject({ state: "cancelled", linesRead: 2_000 });
    expect(await db().importLine.count({ where: key })).toBe(0);
    expect(await readdir(join(folder, "uploads"))).not.toContain(`${key.importId}.csv`);
  });
});

describe("a file that cannot be read to its end", () => {
  it("fails with the place, before anything is posted", async () => {
    const { ctx } = await makeProgram();
    const { outcome } = await importText(
      ctx,
      csv("b1,m1,2026-03-14,2.50,1,tea", 'b2,m1,2026-03-14,2.50,1,"tea'),
    );
    expect(outcome).toMatchObject({ state: "failed", accepted: 0 });
    expect(outcome.error).toMatch(/quoted field .* never ends/);
    expect(await storedEvents(ctx)).toEqual([]);
  });

  it("fails when the file is gone, and can be resumed", async () => {
    const { ctx } = await makeProgram();
    const key = await uploadAndStart(ctx, csv("b1,m1,2026-03-14,2.50,1,tea"));
    const { TESSERA_DATA_DIR: home } = process.env;
    await rm(join(String(home), "uploads", `${key.importId}.csv`));
    await runToEnd(key);
    expect(await readImport(ctx, key.importId)).toMatchObject({
      state: "failed",
      error: /not on this machine/,
    });
    await resumeImport(ctx, { importId: key.importId });
    expect((await readImport(ctx, key.importId)).state).toBe("staging");
  });
});
