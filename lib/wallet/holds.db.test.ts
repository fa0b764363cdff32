import { describe, expect, it } from "vitest";
import { type Clock, fixedClock } from "@/lib/core/clock";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { updateMember } from "@/lib/members";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import {
  captureHold,
  expireHolds,
  listHolds,
  placeHold,
  readActivity,
  readHold,
  readWallet,
  releaseHold,
  spendPoints,
  verifyLedger,
} from ".";

const NOON = new Date("2026-11-20T12:00:00Z");
const MINUTE_MS = 60_000;

async function makeShopper(points = 100, clock: Clock = fixedClock(NOON)) {
  const program = await makeProgram({}, clock);
  const { memberId } = await makeMember(program.ctx);
  if (points > 0) await givePoints(program.ctx, memberId, points);
  return { program, ctx: program.ctx, memberId };
}

function at(program: TestProgram, minutes: number) {
  return { ...program.ctx, clock: fixedClock(new Date(NOON.getTime() + minutes * MINUTE_MS)) };
}

async function expectSound(program: TestProgram) {
  const report = await verifyLedger(program.ctx);
  expect(report.findings).toEqual([]);
}

async function held(ctx: TestProgram["ctx"], memberId: string) {
  const wallet = await readWallet(ctx, memberId);
  return { available: wallet.available, held: wallet.held, spent: wallet.lifetimeSpent };
}

/** How each of many attempts ended: `ok`, or the code of what it met. */
async function outcomes(attempts: Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const result of await Promise.allSettled(attempts)) {
    const code = result.status === "fulfilled" ? "ok" : (result.reason as { code: string }).code;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

describe("spending at once", () => {
  it("draws soonest expiry first, then the oldest, and says what it drew", async () => {
    const { program, ctx, memberId } = await makeShopper(0);
    await givePoints(ctx, memberId, 40);
    await givePoints(ctx, memberId, 30, { expiresOn: "2027-01-31" });
    await givePoints(ctx, memberId, 20, { expiresOn: "2026-12-31" });
    const spend = await spendPoints(ctx, memberId, { points: 60, reason: "Coffee beans" });
    expect(spend).toMatchObject({
      points: 60,
      available: 30,
      lots: [
        { expiresOn: "2026-12-31", points: 20 },
        { expiresOn: "2027-01-31", points: 30 },
        { expiresOn: null, points: 10 },
      ],
    });
    const [entry] = (await readActivity(ctx, memberId, { limit: 1 })).items;
    expect(entry).toMatchObject({ type: "spend", points: -60, balanceAfter: 30 });
    expect(entry?.reason).toContain("Coffee beans");
    await expectSound(program);
  });

  it("takes all or nothing, and says how many there are", async () => {
    const { ctx, memberId } = await makeShopper(50);
    await expect(spendPoints(ctx, memberId, { points: 51, reason: "Too much" })).rejects.toMatchObject({
      code: "insufficient_points",
      status: 409,
      extensions: { available: 50 },
    });
    expect(await held(ctx, memberId)).toEqual({ available: 50, held: 0, spent: 0 });
  });

  it("leaves points past their last day alone", async () => {
    const { ctx, memberId } = await makeShopper(0);
    await givePoints(ctx, memberId, 40, { expiresOn: "2026-11-19" });
    await expect(spendPoints(ctx, memberId, { points: 1, reason: "Late" })).rejects.toMatchObject({
      extensions: { available: 0 },
    });
  });

  it("never overdraws, however many spend at the same moment", async () => {
    const { program, ctx, memberId } = await makeShopper(100);
    const attempts = Array.from({ length: 50 }, () =>
      spendPoints(ctx, memberId, { points: 7, reason: "Rush" }),
    );
    expect(await outcomes(attempts)).toEqual({ ok: 14, insufficient_points: 36 });
    expect(await held(ctx, memberId)).toEqual({ available: 2, held: 0, spent: 98 });
    await expectSound(program);
  });

  it("answers a repeated request with what it answered before", async () => {
    const { ctx, memberId } = await makeShopper(100);
    const keyed = { ...ctx, idempotencyKey: newId() };
    const request = { points: 30, reason: "Mug" };
    const answers = await Promise.all([1, 2, 3].map(() => spendPoints(keyed, memberId, request)));
    expect(new Set(answers.map(({ causeId }) => causeId)).size).toBe(1);
    await expect(spendPoints(keyed, memberId, { ...request, points: 31 })).rejects.toMatchObject({
      code: "idempotency_key_reused",
    });
    expect(await held(ctx, memberId)).toEqual({ available: 70, held: 0, spent: 30 });
  });

  it("is for those who may, from members who may", async () => {
    const { program, ctx, memberId } = await makeShopper(100);
    const request = { points: 1, reason: "Mug" };
    for (const role of ["marketer", "analyst"] as const) {
      await expect(spendPoints(ctxFor(program, { role }), memberId, request)).rejects.toThrow(Forbidden);
    }
    const other = await makeProgram();
    await expect(spendPoints(other.ctx, memberId, request)).rejects.toThrow(NotFound);
    await updateMember(ctx, memberId, { status: "blocked" });
    await expect(spendPoints(ctx, memberId, request)).rejects.toMatchObject({ code: "member_blocked" });
    const { programId } = program;
    await db().member.updateMany({ where: { programId, memberId }, data: { status: "closed" } });
    await expect(placeHold(ctx, memberId, request)).rejects.toMatchObject({ code: "member_closed" });
  });
});

describe("a hold", () => {
  it("sets points aside, so that nothing else spends them", async () => {
    const { program, ctx, memberId } = await makeShopper(100);
    const hold = await placeHold(ctx, memberId, { points: 80, reason: "Grinder", reference: "order-7" });
    expect(hold).toMatchObject({
      state: "open",
      points: 80,
      captured: 0,
      remaining: 80,
      reference: "order-7",
    });
    expect(new Date(hold.expiresAt).getTime() - NOON.getTime()).toBe(15 * MINUTE_MS);
    expect(await held(ctx, memberId)).toEqual({ available: 20, held: 80, spent: 0 });
    await expect(spendPoints(ctx, memberId, { points: 21, reason: "Mug" })).rejects.toMatchObject({
      extensions: { available: 20 },
    });
    const [entry] = (await readActivity(ctx, memberId, { limit: 1 })).items;
    expect(entry).toMatchObject({ type: "hold", points: 0, balanceAfter: 100 });
    await expectSound(program);
  });

  it("lasts as long as is asked, and no longer than the program allows", async () => {
    const { ctx, memberId } = await makeShopper();
    const { expiresAt } = await placeHold(ctx, memberId, { points: 1, reason: "Mug", minutes: 10_080 });
    expect(expiresAt).toBe("2026-11-27T12:00:00.000Z");
    await expect(
      placeHold(ctx, memberId, { points: 1, reason: "Mug", minutes: 10_081 }),
    ).rejects.toMatchObject({ code: "invalid", fields: [{ pointer: "/minutes" }] });
  });

  it("is captured whole", async () => {
    const { program, ctx, memberId } = await makeShopper(100);
    const { holdId } = await placeHold(ctx, memberId, { points: 80, reason: "Grinder" });
    const { hold, spend } = await captureHold(ctx, holdId);
    expect(hold).toMatchObject({
      state: "captured",
      captured: 80,
      remaining: 0,
      closedAt: NOON.toISOString(),
    });
    expect(spend).toMatchObject({ points: 80, available: 20, reason: "Grinder" });
    expect(await held(ctx, memberId)).toEqual({ available: 20, held: 0, spent: 80 });
    expect((await readActivity(ctx, memberId, { limit: 2 })).items.map(({ type }) => type)).toEqual([
      "spend",
      "hold",
    ]);
    await expectSound(program);
  });

  it("is captured in part and gives the rest back, on a line of its own", async () => {
    const { program, ctx, memberId } = await makeShopper(100);
    const { holdId } = await placeHold(ctx, memberId, { points: 80, reason: "Grinder" });
    const { hold } = await captureHold(ctx, holdId, { points: 30 });
    expect(hold).toMatchObject({ state: "captured", captured: 30, remaining: 0 });
    expect(await held(ctx, memberId)).toEqual({ available: 70, held: 0, spent: 30 });
    const { items } = await readActivity(ctx, memberId, { limit: 2 });
    expect(items.map(({ type, points }) => [type, points])).toEqual([
      ["release", 0],
      ["spend", -30],
    ]);
    await expectSound(program);
  });

  it("is captured again and again until nothing is left of it", async () => {
    const { program, ctx, memberId } = await makeShopper(0);
    await givePoints(ctx, memberId, 50, { expiresOn: "2026-12-31" });
    await givePoints(ctx, memberId, 50);
    const { holdId } = await placeHold(ctx, memberId, { points: 80, reason: "Deliveries" });
    const first = await captureHold(ctx, holdId, { points: 60, final: false });
    expect(first.hold).toMatchObject({ state: "open", captured: 60, remaining: 20, closedAt: null });
    expect(first.spend.lots).toEqual([
      { expiresOn: "2026-12-31", points: 50 },
      { expiresOn: null, points: 10 },
    ]);
    await expectSound(program);
    await expect(captureHold(ctx, holdId, { points: 21 })).rejects.toMatchObject({ code: "exceeds_hold" });
    const last = await captureHold(ctx, holdId, { points: 20, final: false });
    expect(last.hold).toMatchObject({ state: "captured", captured: 80 });
    expect(await held(ctx, memberId)).toEqual({ available: 20, held: 0, spent: 80 });
    await expectSound(program);
  });

  it("is released once", async () => {
    const { program, ctx, memberId } = await makeShopper(100);
    const { holdId } = await placeHold(ctx, memberId, { points: 80, reason: "Grinder" });
    expect(await releaseHold(ctx, holdId)).toMatchObject({ state: "released", remaining: 0 });
    expect(await held(ctx, memberId)).toEqual({ available: 100, held: 0, spent: 0 });
    await expect(releaseHold(ctx, holdId)).rejects.toMatchObject({ code: "hold_closed" });
    await expect(captureHold(ctx, holdId)).rejects.toMatchObject({ code: "hold_closed" });
    await expectSound(program);
  });

  it("stays capturable after the last day of what it pins", async () => {
    const { program, ctx, memberId } = await makeShopper(0);
    await givePoints(ctx, memberId, 50, { expiresOn: "2026-11-20" });
    const { holdId } = await placeHold(ctx, memberId, { points: 50, reason: "Grinder", minutes: 2_880 });
    const nextDay = at(program, 1_440);
    const { spend } = await captureHold(nextDay, holdId, { points: 20, final: false });
    expect(spend).toMatchObject({ points: 20, available: 0 });
    await releaseHold(nextDay, holdId);
    await expect(spendPoints(nextDay, memberId, { points: 1, reason: "Mug" })).rejects.toMatchObject({
      code: "insufficient_points",
    });
    await expectSound(program);
  });

  it("that expires before its capture gives its points back, and the capture is refused", async () => {
    const { program, ctx, memberId } = await makeShopper(100);
    const { holdId } = await placeHold(ctx, memberId, { points: 80, reason: "Grinder" });
    const late = { ...at(program, 15), idempotencyKey: newId() };
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await expect(captureHold(late, holdId)).rejects.toMatchObject({ code: "hold_expired", status: 409 });
    }
    expect(await readHold(ctx, holdId)).toMatchObject({ state: "expired", captured: 0, remaining: 0 });
    expect(await held(ctx, memberId)).toEqual({ available: 100, held: 0, spent: 0 });
    const [entry] = (await readActivity(ctx, memberId, { limit: 1 })).items;
    expect(entry).toMatchObject({ type: "release", points: 0 });
    expect(entry?.reason).toContain("the time was up");
    await expectSound(program);
  });

  it("belongs to its program and is seen by its member alone", async () => {
    const { program, ctx, memberId } = await makeShopper(100);
    const { holdId } = await placeHold(ctx, memberId, { points: 80, reason: "Grinder" });
    const stranger = await makeMember(ctx);
    const asStranger = ctxFor(program, { memberId: stranger.memberId });
    expect(await readHold(ctxFor(program, { memberId }), holdId)).toMatchObject({ holdId });
    await expect(readHold(asStranger, holdId)).rejects.toThrow(NotFound);
    await expect(listHolds(asStranger, memberId, { limit: 5 })).rejects.toThrow(NotFound);
    const other = await makeProgram();
    await expect(readHold(other.ctx, holdId)).rejects.toThrow(NotFound);
    await expect(captureHold(other.ctx, holdId)).rejects.toThrow(NotFound);
    await expect(releaseHold(ctxFor(program, { memberId }), holdId)).rejects.toThrow(Forbidden);
  });

  it("is listed with the others, the newest first, page by page", async () => {
    const { ctx, memberId } = await makeShopper(100);
    const placed = [];
    for (const points of [1, 2, 3]) placed.push(await placeHold(ctx, memberId, { points, reason: "Mug" }));
    await releaseHold(ctx, placed[1]?.holdId ?? "");
    const first = await listHolds(ctx, memberId, { limit: 2 });
    expect(first.items.map(({ points }) => points)).toEqual([3, 2]);
    const second = await listHolds(ctx, memberId, { limit: 2, cursor: first.nextCursor ?? "" });
    expect(second.items.map(({ points }) => points)).toEqual([1]);
    expect(second.nextCursor).toBeNull();
    const open = await listHolds(ctx, memberId, { limit: 5, state: "open" });
    expect(open.items.map(({ points }) => points)).toEqual([3, 1]);
    await expect(listHolds(ctx, newId(), { limit: 5 })).rejects.toThrow(NotFound);
  });
});

describe("the sweep", () => {
  it("ends all holds whose time is up, and no others", async () => {
    const { program, ctx, memberId } = await makeShopper(100);
    const neighbours = await Promise.all([1, 2, 3, 4].map(() => makeMember(ctx)));
    const members = [memberId, ...neighbours.map((member) => member.memberId)];
    for (const member of members.slice(1)) await givePoints(ctx, member, 100);
    for (const member of members) {
      await placeHold(ctx, member, { points: 10, reason: "Short", minutes: 5 });
      await placeHold(ctx, member, { points: 10, reason: "Short too", minutes: 5 });
      await placeHold(ctx, member, { points: 10, reason: "Long", minutes: 60 });
    }
    const { clock } = at(program, 5);
    const only = { programId: program.programId };
    expect(await expireHolds(fixedClock(NOON), only)).toBe(0);
    expect(await expireHolds(clock, { ...only, limit: 3 })).toBe(3);
    expect(await expireHolds(clock, only)).toBe(7);
    expect(await expireHolds(clock, only)).toBe(0);
    for (const member of members) {
      expect(await held(ctx, member)).toEqual({ available: 90, held: 10, spent: 0 });
    }
    await expectSound(program);
  });
});

describe("races for one hold", () => {
  it("give one capture", async () => {
    const { program, ctx, memberId } = await makeShopper(100);
    const { holdId } = await placeHold(ctx, memberId, { points: 80, reason: "Grinder" });
    const attempts = Array.from({ length: 8 }, () => captureHold(ctx, holdId));
    expect(await outcomes(attempts)).toEqual({ ok: 1, hold_closed: 7 });
    expect(await held(ctx, memberId)).toEqual({ available: 20, held: 0, spent: 80 });
    await expectSound(program);
  });

  it("give either the capture, the release or the sweep, never two", async () => {
    const { program, ctx, memberId } = await makeShopper(100);
    for (let round = 0; round < 10; round += 1) {
      const { holdId } = await placeHold(ctx, memberId, { points: 10, reason: `Round ${round}` });
      const late = at(program, 15);
      const [captured, released, swept] = await Promise.allSettled([
        captureHold(ctx, holdId, { points: 1 }),
        releaseHold(ctx, holdId),
        expireHolds(late.clock, { programId: program.programId }),
      ]);
      const winners = [
        captured.status === "fulfilled",
        released.status === "fulfilled",
        swept.status === "fulfilled" && swept.value === 1,
      ];
      expect(winners.filter(Boolean)).toHaveLength(1);
    }
    const { available, held: stillHeld, spent } = await held(ctx, memberId);
    expect(stillHeld).toBe(0);
    expect(available + spent).toBe(100);
    await expectSound(program);
  });

  it("end in the database: a closed hold stays as it is", async () => {
    const { program, ctx, memberId } = await makeShopper(100);
    const { holdId } = await placeHold(ctx, memberId, { points: 10, reason: "Mug" });
    await releaseHold(ctx, holdId);
    const { programId } = program;
    await expect(
      db()
        .$executeRaw`UPDATE hold SET captured = 1 WHERE program_id = ${programId}::uuid AND hold_id = ${holdId}::uuid`,
    ).rejects.toThrow("is released for good");
  });
});
