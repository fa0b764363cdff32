import { expect, test } from "vitest";
import { systemClock } from "@/lib/core/clock";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { fromTypeId, newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { ctxFor, makeProgram } from "@/lib/testing/fixtures";
import { makeRichLedger } from "@/lib/testing/rich-ledger";
import { LEDGER_CHECKS } from "@/lib/wallet/schema";
import { listVerifications, readVerification, runVerification, startVerification } from ".";

const clock = systemClock;
const keyOf = (id: string) => fromTypeId("job", id) ?? "";

/** Works until nothing waits: files share no database, tests of a file do. */
async function workOff(): Promise<void> {
  while ((await runVerification({ clock, holder: newId() })) !== null);
}

test("a verification waits, runs in the worker and says what it looked at", async () => {
  const { ctx } = await makeRichLedger();
  const asked = await startVerification(ctx);
  expect(asked).toMatchObject({ state: "waiting", counts: null, finishedAt: null });
  expect((await startVerification(ctx)).id).toBe(asked.id);
  await workOff();
  const done = await readVerification(ctx, keyOf(asked.id));
  expect(done).toMatchObject({ state: "sound", findings: [], broken: {}, heads: [{ lane: 0 }] });
  expect(done.counts?.transfers).toBeGreaterThan(5);
  expect(done.progress).toEqual({
    checksDone: LEDGER_CHECKS.length,
    checks: LEDGER_CHECKS.length,
    blocksWalked: done.counts?.blocks,
    blocks: done.counts?.blocks,
  });
  const next = await startVerification(ctx);
  expect(next.id).not.toBe(asked.id);
  expect((await listVerifications(ctx, { limit: 10 })).items.map(({ id }) => id)).toEqual([
    next.id,
    asked.id,
  ]);
  await workOff();
});

test("it names what is broken", async () => {
  const { ctx, programId } = await makeRichLedger();
  await db().$transaction([
    db().$executeRaw`SET LOCAL session_replication_role = replica`,
    db()
      .$executeRaw`UPDATE account SET held = held + 1 WHERE program_id = ${programId}::uuid AND kind = 'available' AND balance > held`,
  ]);
  const { id } = await startVerification(ctx);
  await workOff();
  const { state, findings, broken } = await readVerification(ctx, keyOf(id));
  expect(state).toBe("broken");
  expect(broken.held).toBeGreaterThan(0);
  expect(findings[0]).toMatchObject({ check: "held", detail: expect.stringMatching(/^sets \d+ aside/) });
});

test("one whose worker is gone is begun anew, and given up after the third time", async () => {
  const { ctx, programId } = await makeProgram();
  const { id } = await startVerification(ctx);
  const died = {
    state: "running" as const,
    leaseHolder: newId(),
    leaseUntil: new Date(0),
    startedAt: new Date(),
  };
  await db().verification.updateMany({
    where: { programId },
    data: { ...died, attempts: 1, checksDone: 5, checks: 23 },
  });
  await workOff();
  expect(await readVerification(ctx, keyOf(id))).toMatchObject({ state: "sound" });

  const next = await startVerification(ctx);
  await db().$executeRaw`ALTER TABLE reversal RENAME TO reversal_away`;
  try {
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      await expect(runVerification({ clock, holder: newId() })).rejects.toThrow();
      await db().verification.updateMany({
        where: { programId, state: "running" },
        data: { leaseUntil: new Date(0) },
      });
    }
    await runVerification({ clock, holder: newId() });
  } finally {
    await db().$executeRaw`ALTER TABLE reversal_away RENAME TO reversal`;
  }
  expect(await readVerification(ctx, keyOf(next.id))).toMatchObject({
    state: "failed",
    error: expect.any(String),
  });
});

test("others neither start nor see it", async () => {
  const program = await makeProgram();
  const other = await makeProgram();
  const { id } = await startVerification(program.ctx);
  await expect(startVerification(ctxFor(program, { role: "cashier" }))).rejects.toThrow(Forbidden);
  await expect(listVerifications(ctxFor(program, { role: "cashier" }), { limit: 1 })).rejects.toThrow(
    Forbidden,
  );
  await expect(readVerification(other.ctx, keyOf(id))).rejects.toThrow(NotFound);
  await workOff();
});
