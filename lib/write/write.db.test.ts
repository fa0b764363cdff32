import { describe, expect, it } from "vitest";
import { recordAudit } from "@/lib/audit";
import { fixedClock } from "@/lib/core/clock";
import { Conflict, Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { emit } from "@/lib/outbox";
import { ctxFor, makeProgram } from "@/lib/testing/fixtures";
import { write } from ".";

const DAY_MS = 86_400_000;

describe("write", () => {
  it("commits the work, its audit entry and its message together, or none of them", async () => {
    const { ctx } = await makeProgram();
    const count = async () => ({
      audits: await db().audit.count({ where: { programId: ctx.programId, action: "thing.done" } }),
      messages: await db().outbox.count({ where: { programId: ctx.programId, topic: "thing.done" } }),
    });
    const attempt = (fails: boolean) =>
      write(ctx, { permission: "program:manage" }, async (tx) => {
        await recordAudit(tx, ctx, { action: "thing.done", target: "thing" });
        await emit(tx, ctx, "thing.done", {});
        if (fails) throw new Error("no");
      });
    await expect(attempt(true)).rejects.toThrow("no");
    expect(await count()).toEqual({ audits: 0, messages: 0 });
    await attempt(false);
    expect(await count()).toEqual({ audits: 1, messages: 1 });
  });

  it("asks for the permission before anything else", async () => {
    const program = await makeProgram();
    let ran = false;
    const attempt = write(ctxFor(program, { role: "analyst" }), { permission: "keys:manage" }, async () => {
      ran = true;
    });
    await expect(attempt).rejects.toThrow(Forbidden);
    expect(ran).toBe(false);
  });

  it("does the work once for fifty identical requests at the same time", async () => {
    const { ctx } = await makeProgram();
    let runs = 0;
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        write({ ...ctx, idempotencyKey: "storm" }, { permission: null, request: { amount: 5 } }, async () => {
          runs += 1;
          return { run: runs };
        }),
      ),
    );
    expect(runs).toBe(1);
    expect(new Set(answers.map((answer) => answer.run))).toEqual(new Set([1]));
  });

  it("refuses a key that comes back with another request", async () => {
    const { ctx } = await makeProgram();
    const send = (amount: number) =>
      write({ ...ctx, idempotencyKey: "one" }, { permission: null, request: { amount } }, async () => amount);
    expect(await send(5)).toBe(5);
    await expect(send(6)).rejects.toThrow(Conflict);
    expect(await send(5)).toBe(5);
  });

  it("refuses a key that comes back for another operation, though what was sent is the same", async () => {
    const { ctx } = await makeProgram();
    const send = (operation: string) =>
      write(
        { ...ctx, operation, idempotencyKey: "one" },
        { permission: null, request: 5 },
        async () => operation,
      );
    expect(await send("POST /holds")).toBe("POST /holds");
    await expect(send("POST /spends")).rejects.toMatchObject({ code: "idempotency_key_reused" });
    expect(await send("POST /holds")).toBe("POST /holds");
  });

  it("keeps the keys of different callers and programs apart", async () => {
    const program = await makeProgram();
    const other = await makeProgram();
    const spec = { permission: null, request: {} };
    const contexts = [program.ctx, other.ctx, ctxFor(program, { role: "owner" })];
    const answers = await Promise.all(
      contexts.map((ctx, index) => write({ ...ctx, idempotencyKey: "same" }, spec, async () => index)),
    );
    expect(answers).toEqual([0, 1, 2]);
  });

  it("leaves no claim behind when the work fails, and forgets a key after 24 hours", async () => {
    const { ctx } = await makeProgram();
    const at = (instant: number) => ({
      ...ctx,
      idempotencyKey: "later",
      clock: fixedClock(new Date(instant)),
    });
    const start = Date.parse("2026-11-22T10:00:00Z");
    const spec = { permission: null, request: {} };
    await expect(write(at(start), spec, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await write(at(start), spec, async () => "first")).toBe("first");
    expect(await write(at(start + DAY_MS - 1), spec, async () => "second")).toBe("first");
    expect(await write(at(start + DAY_MS + 1), spec, async () => "third")).toBe("third");
  });
});
