import { describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { db, withTx } from "@/lib/db";
import { createMembers, type MemberDto } from "@/lib/members";
import { insertPointType } from "@/lib/programs";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { giveLots } from "@/lib/testing/lots";
import {
  InsufficientPoints,
  placeHold,
  readActivity,
  readWallet,
  releaseHold,
  spendPoints,
  verifyLedger,
} from "@/lib/wallet";
import { closeDays } from "./close-days";
import { closeAt, from, traceOf, until } from "./testing";

const FOUNDED = new Date("2026-10-10T10:00:00Z");

async function makeClub(overrides: Parameters<typeof makeProgram>[0] = {}): Promise<TestProgram> {
  return makeProgram(overrides, fixedClock(FOUNDED));
}

function at(program: TestProgram, instant: string) {
  return { ...program.ctx, clock: fixedClock(new Date(instant)) };
}

async function expectSound(program: TestProgram): Promise<void> {
  expect((await verifyLedger(program.ctx)).findings).toEqual([]);
}

describe("closing a day", () => {
  it("expires what was usable until the day before, and says so on the member's statement", async () => {
    const program = await makeClub();
    const member = await makeMember(program.ctx);
    await giveLots(
      program.programId,
      [
        { member, points: 30, terms: until("2026-10-14") },
        { member, points: 5, terms: until("2026-10-14") },
        { member, points: 7, terms: until("2026-10-15") },
      ],
      FOUNDED,
    );
    await closeAt(program.programId, "2026-10-14T21:59:59Z");
    expect((await readWallet(at(program, "2026-10-14T21:59:59Z"), member.memberId)).available).toBe(42);

    await closeAt(program.programId, "2026-10-14T22:00:00Z");
    const after = at(program, "2026-10-14T22:00:00Z");
    expect(await readWallet(after, member.memberId)).toMatchObject({ available: 7, lifetimeExpired: 35 });
    const { items } = await readActivity(after, member.memberId, { limit: 1 });
    expect(items).toMatchObject([
      {
        type: "expiry",
        points: -35,
        balanceAfter: 7,
        occurredAt: "2026-10-14T21:59:59.999Z",
        postedAt: "2026-10-14T22:00:00.000Z",
        reason: "Expired after Oct 14, 2026 · 35 points were not used in time",
        explanation: [{ points: -35, reason: "These could be used until Oct 14, 2026." }],
      },
    ]);
    await expectSound(program);
  });

  it("activates pending points on their day and counts their expiry from it", async () => {
    const program = await makeClub();
    const member = await makeMember(program.ctx);
    const fiveDays = { kind: "rolling", unit: "day", count: 5 } as const;
    const quarter = { kind: "calendar", period: "quarter", keep: 0 } as const;
    await giveLots(
      program.programId,
      [
        { member, points: 10, terms: from("2026-10-12", fiveDays) },
        { member, points: 20, terms: from("2026-10-13", quarter) },
        {
          member,
          points: 40,
          terms: { state: "pending", activatesOn: null, activatesBy: "flown", expiry: fiveDays },
        },
      ],
      FOUNDED,
    );
    await closeAt(program.programId, "2026-10-12T00:10:00+02:00");
    const wallet = await readWallet(at(program, "2026-10-12T00:10:00+02:00"), member.memberId);
    expect(wallet).toMatchObject({
      available: 10,
      pending: 60,
      expiringSoon: [{ expiresOn: "2026-10-17", points: 10 }],
    });
    await closeAt(program.programId, "2026-10-13T00:10:00+02:00");
    expect(await readWallet(at(program, "2026-10-13T00:10:00+02:00"), member.memberId)).toMatchObject({
      available: 30,
      pending: 40,
      expiringSoon: [{ expiresOn: "2026-10-17", points: 10 }],
    });
    const { items } = await readActivity(at(program, "2026-10-13T00:10:00+02:00"), member.memberId, {
      limit: 1,
    });
    expect(items).toMatchObject([{ type: "activation", points: 20, occurredAt: "2026-10-12T22:00:00.000Z" }]);
    await closeAt(program.programId, "2026-10-18T00:10:00+02:00");
    expect((await readWallet(at(program, "2026-10-18T00:10:00+02:00"), member.memberId)).available).toBe(20);
    await closeAt(program.programId, "2027-01-01T00:10:00+01:00");
    expect(await readWallet(at(program, "2027-01-01T00:10:00+01:00"), member.memberId)).toMatchObject({
      available: 0,
      pending: 40,
    });
    await expectSound(program);
  });

  it("lets nobody spend lapsed points, though the close is late", async () => {
    const program = await makeClub();
    const member = await makeMember(program.ctx);
    await giveLots(
      program.programId,
      [
        { member, points: 30, terms: until("2026-10-14") },
        { member, points: 12, terms: until("2026-10-20") },
      ],
      FOUNDED,
    );
    const early = at(program, "2026-10-15T00:01:00+02:00");
    expect((await readWallet(early, member.memberId)).available).toBe(12);
    await expect(spendPoints(early, member.memberId, { points: 13, reason: "Cake" })).rejects.toThrow(
      InsufficientPoints,
    );
    await spendPoints(early, member.memberId, { points: 12, reason: "Coffee" });
    await closeAt(program.programId, "2026-10-15T00:02:00+02:00");
    expect(await readWallet(at(program, "2026-10-15T00:02:00+02:00"), member.memberId)).toMatchObject({
      available: 0,
      lifetimeSpent: 12,
      lifetimeExpired: 30,
    });
    await expectSound(program);
  });

  it("leaves what a hold has set aside, and takes it once it is given back", async () => {
    const program = await makeClub();
    const member = await makeMember(program.ctx);
    await giveLots(program.programId, [{ member, points: 30, terms: until("2026-10-14") }], FOUNDED);
    const hold = await placeHold(at(program, "2026-10-14T12:00:00Z"), member.memberId, {
      points: 20,
      reason: "A voucher",
      minutes: 10_000,
    });
    await closeAt(program.programId, "2026-10-15T12:00:00Z");
    const { balance, held } = await db().account.findFirstOrThrow({
      where: { party: member.memberId, kind: "available" },
    });
    expect([balance, held]).toEqual([20n, 20n]);
    await releaseHold(at(program, "2026-10-15T13:00:00Z"), hold.holdId);
    expect((await readWallet(at(program, "2026-10-15T13:00:00Z"), member.memberId)).available).toBe(0);
    await closeAt(program.programId, "2026-10-16T12:00:00Z");
    expect(await readWallet(at(program, "2026-10-16T12:00:00Z"), member.memberId)).toMatchObject({
      held: 0,
      lifetimeExpired: 30,
    });
    await expectSound(program);
  });

  it("closes points of other types too, each in its own line", async () => {
    const program = await makeClub();
    const member = await makeMember(program.ctx);
    await withTx(program.ctx, (tx) =>
      insertPointType(tx, program.programId, {
        pointTypeNo: 2,
        code: "status",
        name: "status credits",
        spendable: false,
        expiry: { kind: "none" },
        pending: { kind: "immediate" },
        returnPolicy: "debt",
        valuePerThousandMinor: 1_000,
      }),
    );
    await giveLots(
      program.programId,
      [
        { member, points: 30, terms: until("2026-10-14") },
        { member, points: 8, terms: until("2026-10-14"), pointTypeNo: 2 },
        { member, points: 9, terms: from("2026-10-15"), pointTypeNo: 2 },
      ],
      FOUNDED,
    );
    await closeAt(program.programId, "2026-10-15T12:00:00Z");
    const { items } = await readActivity(at(program, "2026-10-15T12:00:00Z"), member.memberId, { limit: 3 });
    expect(items.map(({ type, points, reason }) => [type, points, reason]).sort()).toEqual([
      ["activation", 0, "No longer pending · 9 status credits that were pending"],
      ["expiry", -30, "Expired after Oct 14, 2026 · 30 points were not used in time"],
      ["expiry", 0, "Expired after Oct 14, 2026 · 8 status credits counted until then"],
    ]);
    await expectSound(program);
  });

  it("does nothing the second time, and nothing before the day has begun", async () => {
    const program = await makeClub();
    const member = await makeMember(program.ctx);
    await giveLots(program.programId, [{ member, points: 30, terms: until("2026-10-10") }], FOUNDED);
    expect(await closeAt(program.programId, "2026-10-10T21:59:59Z")).toMatchObject({ pieces: 0 });
    expect(await closeAt(program.programId, "2026-10-10T22:00:00Z")).toMatchObject({ closed: 1 });
    const trace = await traceOf(program.programId, [member.memberId]);
    expect(await closeAt(program.programId, "2026-10-11T21:59:59Z")).toEqual({
      closed: 0,
      pieces: 0,
      failed: 0,
      setAside: 0,
      settled: 0,
    });
    expect(await traceOf(program.programId, [member.memberId])).toEqual(trace);
  });
});

describe("many members", () => {
  const MEMBERS = 5_000;

  it("are done by several workers at once, each exactly once, in statements for hundreds of them", async () => {
    const program = await makeClub({ lanes: 4 });
    const members: MemberDto[] = await createMembers(
      program.ctx,
      Array.from({ length: MEMBERS }, (_, index) => ({ name: `Member ${index}` })),
    );
    await giveLots(
      program.programId,
      members.flatMap((member) => [
        { member, points: 3, terms: until("2026-10-10") },
        { member, points: 4, terms: until("2026-10-10") },
        { member, points: 5, terms: from("2026-10-11") },
      ]),
      FOUNDED,
    );
    const blocksBefore = await db().block.count({ where: { programId: program.programId } });
    const clock = fixedClock(new Date("2026-10-11T12:00:00Z"));
    const { programId } = program;
    await Promise.all([1, 2, 3].map(() => closeDays({ programId, clock })));
    await closeDays({ programId, clock });

    const run = await db().dayRun.findFirstOrThrow({ where: { programId } });
    expect(run).toMatchObject({
      state: "finished",
      activatedPoints: BigInt(5 * MEMBERS),
      activatedLots: BigInt(MEMBERS),
      expiredPoints: BigInt(7 * MEMBERS),
      expiredLots: BigInt(2 * MEMBERS),
    });
    const lines = await db().decision.groupBy({
      by: ["memberId", "kind"],
      where: { programId, kind: { in: ["expiry", "activation"] } },
      _count: true,
    });
    expect(lines).toHaveLength(2 * MEMBERS);
    expect(new Set(lines.map(({ _count }) => _count))).toEqual(new Set([1]));
    expect(await db().dayDue.count({ where: { programId } })).toBe(0);
    // One block is one batch: five hundred members, but for the last of each lane.
    const batches = (await db().block.count({ where: { programId } })) - blocksBefore;
    expect(batches).toBeLessThanOrEqual(2 * (MEMBERS / 500 + 4));
    await expectSound(program);
  });
});
