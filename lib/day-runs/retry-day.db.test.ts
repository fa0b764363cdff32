import { expect, test } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { Conflict, Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { ctxFor, makeProgram } from "@/lib/testing/fixtures";
import { listDayRuns } from "./queries";
import { retryDay } from "./retry-day";
import { failRun, finishRun, insertRun } from "./sql";

const now = new Date("2026-11-22T10:00:00Z");
const clock = fixedClock(now);

test("days are listed page by page, the latest first, to whoever reads the ledger", async () => {
  const program = await makeProgram();
  const { programId } = program;
  for (const day of ["2026-11-20", "2026-11-21", "2026-11-22"]) {
    await insertRun(db(), { programId, day }, now);
    await finishRun(db(), { programId, day, step: null }, now);
  }
  const ctx = ctxFor(program, { role: "analyst" });
  const first = await listDayRuns(ctx, { limit: 2 });
  const rest = await listDayRuns(ctx, { limit: 2, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...rest.items].map(({ day }) => day)).toEqual([
    "2026-11-22",
    "2026-11-21",
    "2026-11-20",
  ]);
  expect(rest.nextCursor).toBe(null);
  await expect(listDayRuns(ctxFor(program, { role: "cashier" }), { limit: 2 })).rejects.toThrow(Forbidden);
});

test("each failure in a row puts the next attempt off for longer, up to an hour", async () => {
  const { programId, ctx } = await makeProgram();
  const pauses: number[] = [];
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await failRun(db(), { programId, day: "2026-11-22" }, "broken", now);
    const [run] = (await listDayRuns(ctx, { limit: 1 })).items;
    expect(run?.fault?.attempts).toBe(attempt);
    pauses.push((Date.parse(run?.fault?.retryAt ?? "") - now.getTime()) / 60_000);
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
});

test("who runs the program can have a day that failed tried again at once, and nothing else", async () => {
  const program = await makeProgram();
  const { programId } = program;
  const owner = ctxFor(program, { role: "owner", clock });
  const day = "2026-11-22";
  await expect(retryDay(owner, { day })).rejects.toThrow(Conflict);
  await failRun(db(), { programId, day }, "broken", now);
  await failRun(db(), { programId, day }, "broken", now);
  await expect(retryDay(ctxFor(program, { role: "analyst", clock }), { day })).rejects.toThrow(Forbidden);
  await retryDay(owner, { day });
  expect((await listDayRuns(owner, { limit: 1 })).items[0]?.fault?.retryAt).toBe(now.toISOString());
  expect(await db().audit.findMany({ where: { programId, action: "day_run.retried" } })).toMatchObject([
    { detail: { day } },
  ]);
});
