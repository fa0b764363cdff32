import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/auth/context";
import { OwnRequest } from "@/lib/auth/four-eyes";
import { fixedClock } from "@/lib/core/clock";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { db, sqlState } from "@/lib/db";
import { insertPointType } from "@/lib/programs";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { makeUser, userCtx } from "@/lib/testing/people";
import { atDesk, readActivity, readWallet, verifyLedger } from "@/lib/wallet";
import { approveAdjustment } from "./approve-adjustment";
import { countWaiting, listAdjustments, readAdjustment } from "./queries";
import { rejectAdjustment } from "./reject-adjustment";
import { requestAdjustment } from "./request-adjustment";
import { withdrawAdjustment } from "./withdraw-adjustment";

/** SQLSTATE of a trigger that refuses a change. */
const REFUSED = "23001";

const reason = "Goodwill for a late delivery";

type Stage = { program: TestProgram; asker: Ctx; approver: Ctx; memberId: string };

async function makeStage(): Promise<Stage> {
  const program = await makeProgram();
  const { memberId } = await makeMember(program.ctx, { name: "Amira Haddad" });
  return {
    program,
    memberId,
    asker: ctxFor(program, { role: "support" }),
    approver: ctxFor(program, { role: "admin" }),
  };
}

/** Makes the member owe points, as a return of what had been spent does. */
async function owe({ program, memberId }: Stage, amount: number): Promise<void> {
  await db().$transaction((tx) =>
    atDesk(tx, program.ctx, { memberId }, (desk) =>
      desk.enter({
        causeId: newId(),
        memberId,
        subject: { type: "custom", name: "test" },
        movements: [{ kind: "debt", campaignId: null, amount }],
      }),
    ),
  );
}

const available = async ({ program, memberId }: Stage) => (await readWallet(program.ctx, memberId)).available;

describe("an adjustment below the threshold", () => {
  it("is posted at once and explained in the member's activity", async () => {
    const stage = await makeStage();
    const { program, asker, memberId } = stage;
    const credit = await requestAdjustment(asker, memberId, { points: 120, reason, note: "Ticket 88" });
    expect(credit).toMatchObject({ state: "posted", needsApproval: false, points: 120, decidedBy: null });
    const debit = await requestAdjustment(asker, memberId, { points: -20, reason: "Booked twice" });
    expect(debit.state).toBe("posted");

    expect(await available(stage)).toBe(100);
    const { items } = await readActivity(program.ctx, memberId, { limit: 10 });
    expect(items).toMatchObject([
      { causeId: debit.adjustmentId, type: "adjustment", points: -20, balanceAfter: 100 },
      { causeId: credit.adjustmentId, type: "adjustment", points: 120, balanceAfter: 120 },
    ]);
    expect(items.map((item) => item.reason)).toEqual([
      "Taken off by hand · Booked twice",
      `Credited by hand · ${reason}`,
    ]);
    expect(items[1]?.explanation).toEqual([{ title: "Credited", points: 120, reason }]);
    expect(JSON.stringify(items)).not.toContain("Ticket 88");
    expect((await verifyLedger(program.ctx)).isSound).toBe(true);
  });

  it("pays what the member owes first", async () => {
    const stage = await makeStage();
    await owe(stage, 70);
    await requestAdjustment(stage.asker, stage.memberId, { points: 100, reason });
    const { available, debt } = await readWallet(stage.program.ctx, stage.memberId);
    expect({ available, debt }).toEqual({ available: 30, debt: 0 });
  });

  it("takes no more than the member can dispose of", async () => {
    const stage = await makeStage();
    await requestAdjustment(stage.asker, stage.memberId, { points: 50, reason });
    await expect(
      requestAdjustment(stage.asker, stage.memberId, { points: -51, reason }),
    ).rejects.toMatchObject({ code: "insufficient_points" });
    expect(await available(stage)).toBe(50);
    expect((await listAdjustments(stage.asker, { limit: 10 })).items).toHaveLength(1);
  });

  it("lets concurrent debits take no more than there is", async () => {
    const stage = await makeStage();
    await requestAdjustment(stage.asker, stage.memberId, { points: 100, reason });
    const debits = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        requestAdjustment(stage.asker, stage.memberId, { points: -30, reason }),
      ),
    );
    expect(debits.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(await available(stage)).toBe(10);
    expect((await verifyLedger(stage.program.ctx)).isSound).toBe(true);
  });

  it("is posted once however often it is sent", async () => {
    const stage = await makeStage();
    const ctx = { ...stage.asker, idempotencyKey: "once" };
    const [first, second] = [
      await requestAdjustment(ctx, stage.memberId, { points: 5, reason }),
      await requestAdjustment(ctx, stage.memberId, { points: 5, reason }),
    ];
    expect(second).toEqual(first);
    expect(await available(stage)).toBe(5);
  });

  it("can give points with a last day of their own, and of another type", async () => {
    const { program, memberId, asker: from } = await makeStage();
    const asker = { ...from, clock: fixedClock(new Date("2026-11-20T12:00:00Z")) };
    await db().$transaction((tx) =>
      insertPointType(tx, program.programId, {
        ...program.pointType,
        pointTypeNo: 2,
        code: "status",
        name: "status points",
        spendable: false,
      }),
    );
    await requestAdjustment(asker, memberId, { points: 7, reason, pointType: "status" });
    await requestAdjustment(asker, memberId, { points: 8, reason, expiresOn: "2026-12-01" });
    expect(await readWallet(asker, memberId)).toMatchObject({
      available: 8,
      expiringSoon: [{ expiresOn: "2026-12-01", points: 8 }],
      otherTypes: [{ code: "status", available: 7 }],
    });
    const { items } = await readActivity(program.ctx, memberId, { limit: 10 });
    expect(items[1]).toMatchObject({
      points: 0,
      reason: `Credited by hand · 7 status points, ${reason}`,
    });
    const refused = [
      { points: 1, reason, pointType: "miles" },
      { points: 1, reason, expiresOn: "2026-11-19" },
      { points: -1, reason, expiresOn: "2026-12-01" },
    ];
    for (const input of refused) {
      await expect(requestAdjustment(asker, memberId, input)).rejects.toThrow(Invalid);
    }
  });

  it("is for members who have not left, of the program, by those who may", async () => {
    const { program, memberId, asker } = await makeStage();
    const other = await makeStage();
    const input = { points: 1, reason };
    await expect(requestAdjustment(asker, other.memberId, input)).rejects.toThrow(NotFound);
    await expect(requestAdjustment(ctxFor(program, { role: "cashier" }), memberId, input)).rejects.toThrow(
      Forbidden,
    );
    await db().member.update({
      where: { programId_memberId: { programId: program.programId, memberId } },
      data: { status: "closed" },
    });
    await expect(requestAdjustment(asker, memberId, input)).rejects.toMatchObject({ code: "member_closed" });
  });
});

describe("an adjustment above the threshold", () => {
  const large = { points: 5_000, reason };

  it("moves nothing until a second person approves", async () => {
    const stage = await makeStage();
    const { asker, approver, memberId } = stage;
    const { adjustmentId, ...waiting } = await requestAdjustment(asker, memberId, large);
    expect(waiting).toMatchObject({ state: "pending", needsApproval: true, balance: 0 });
    expect(await available(stage)).toBe(0);
    expect(await countWaiting(asker)).toBe(1);

    const posted = await approveAdjustment(approver, adjustmentId, { note: "Agreed by phone" });
    expect(posted).toMatchObject({ state: "posted", decisionNote: "Agreed by phone", balance: null });
    expect(await available(stage)).toBe(5_000);
    expect(await countWaiting(asker)).toBe(0);
  });

  it("names those who asked and decided", async () => {
    const { program, memberId } = await makeStage();
    const { organizationId } = program;
    const [ada, grace] = [
      await makeUser({ organizationId, name: "Ada" }),
      await makeUser({ organizationId, name: "Grace" }),
    ];
    const { adjustmentId } = await requestAdjustment(userCtx(program, ada, "admin"), memberId, large);
    await approveAdjustment(userCtx(program, grace, "admin"), adjustmentId);
    expect(await readAdjustment(program.ctx, adjustmentId)).toMatchObject({
      memberName: "Amira Haddad",
      requestedBy: { name: "Ada" },
      decidedBy: { name: "Grace" },
    });
  });

  it("is never decided by the one who asked, nor by an API key, nor by whoever made the key", async () => {
    const stage = await makeStage();
    const { program, approver, memberId } = stage;
    const own = await requestAdjustment(approver, memberId, large);
    await expect(approveAdjustment(approver, own.adjustmentId)).rejects.toThrow(OwnRequest);
    await expect(rejectAdjustment(approver, own.adjustmentId)).rejects.toThrow(OwnRequest);
    const keyed = ctxFor(program, { scopes: ["points:adjust", "adjustments:approve"] });
    await expect(approveAdjustment(keyed, own.adjustmentId)).rejects.toThrow(Forbidden);

    const maker = await makeUser({ organizationId: program.organizationId });
    if (keyed.actor.kind !== "apiKey") throw new Error("a context with scopes is an API key's");
    await db().apiKey.create({
      data: {
        programId: program.programId,
        apiKeyId: keyed.actor.apiKeyId,
        name: "Till",
        hint: "abcd",
        secretHash: Buffer.alloc(32),
        scopes: ["points:adjust"],
        createdBy: maker.userId,
      },
    });
    const byKey = await requestAdjustment(keyed, memberId, large);
    await expect(approveAdjustment(userCtx(program, maker, "owner"), byKey.adjustmentId)).rejects.toThrow(
      OwnRequest,
    );
    expect(await available(stage)).toBe(0);
    await approveAdjustment(approver, byKey.adjustmentId);
    expect(await available(stage)).toBe(5_000);
  });

  it("is decided once when two decide at the same time", async () => {
    const stage = await makeStage();
    const { program, asker, memberId } = stage;
    const { adjustmentId } = await requestAdjustment(asker, memberId, large);
    const deciders = Array.from({ length: 6 }, () => ctxFor(program, { role: "admin" }));
    const outcomes = await Promise.allSettled(
      deciders.map((ctx, index) =>
        index % 2 === 0 ? approveAdjustment(ctx, adjustmentId) : rejectAdjustment(ctx, adjustmentId),
      ),
    );
    const done = outcomes.filter(({ status }) => status === "fulfilled");
    expect(done).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "already_decided" });
    }
    const { state } = await readAdjustment(program.ctx, adjustmentId);
    expect(await available(stage)).toBe(state === "posted" ? 5_000 : 0);
  });

  it("stays waiting when the points are not there to be taken", async () => {
    const { program, asker, approver, memberId } = await makeStage();
    const { adjustmentId } = await requestAdjustment(asker, memberId, { points: -2_000, reason });
    await expect(approveAdjustment(approver, adjustmentId)).rejects.toMatchObject({
      code: "insufficient_points",
    });
    expect(await readAdjustment(program.ctx, adjustmentId)).toMatchObject({ state: "pending" });
    expect(await rejectAdjustment(approver, adjustmentId)).toMatchObject({ state: "rejected" });
  });

  it("can be withdrawn by the one who asked, and by nobody else", async () => {
    const { asker, approver, memberId } = await makeStage();
    const { adjustmentId } = await requestAdjustment(asker, memberId, large);
    await expect(withdrawAdjustment(approver, adjustmentId)).rejects.toMatchObject({
      code: "not_your_request",
    });
    expect(await withdrawAdjustment(asker, adjustmentId)).toMatchObject({ state: "withdrawn" });
    await expect(approveAdjustment(approver, adjustmentId)).rejects.toThrow(Conflict);
  });

  it("is held by the database to four eyes and to one decision", async () => {
    const { program, asker, approver, memberId } = await makeStage();
    const { adjustmentId, requestedBy } = await requestAdjustment(asker, memberId, large);
    const where = { programId_adjustmentId: { programId: program.programId, adjustmentId } };
    const approval = { state: "posted" as const, decidedAt: new Date() };
    await expect(
      db().adjustment.update({ where, data: { ...approval, decidedBy: requestedBy.ref } }),
    ).rejects.toThrow("adjustment_four_eyes_check");
    await expect(db().adjustment.update({ where, data: { state: "posted" } })).rejects.toThrow(
      "adjustment_decided_check",
    );
    await rejectAdjustment(approver, adjustmentId);
    const undo = db().adjustment.update({ where, data: { state: "pending" } });
    expect(await undo.catch(sqlState)).toBe(REFUSED);
    const remove = db().adjustment.delete({ where });
    expect(await remove.catch(sqlState)).toBe(REFUSED);
  });
});

it("lists adjustments a page at a time, narrowed to a state, of the program alone", async () => {
  const { asker, approver, memberId } = await makeStage();
  const other = await makeStage();
  await requestAdjustment(other.asker, other.memberId, { points: 9, reason });
  const made = [];
  for (const points of [1, 2_000, 3, 4_000]) {
    made.push((await requestAdjustment(asker, memberId, { points, reason })).adjustmentId);
  }
  const first = await listAdjustments(approver, { limit: 3 });
  const second = await listAdjustments(approver, { limit: 3, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...second.items].map(({ adjustmentId }) => adjustmentId)).toEqual(made.reverse());
  const waiting = await listAdjustments(approver, { state: "pending", limit: 10 });
  expect(waiting.items.map(({ points }) => points)).toEqual([4_000, 2_000]);
  await expect(listAdjustments(approver, { limit: 3, cursor: "x" })).rejects.toThrow(Invalid);
});
