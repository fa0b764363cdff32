import { expect, test } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { newId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { readOverview } from "./queries";

// Already the 22nd in Berlin.
const clock = fixedClock(new Date("2026-11-21T23:30:00Z"));
const today = "2026-11-22";

async function addDay(program: TestProgram, day: string, lane: number, issued: number): Promise<void> {
  const { programId } = program;
  await db().dayTotal.create({
    data: {
      programId,
      day: new Date(day),
      lane,
      events: 2n,
      issued: BigInt(issued),
      returned: 1n,
      redeemed: 0n,
    },
  });
}

/** A transfer as the ledger holds it, with as much of it as the overview reads. */
async function addTransfer(
  program: TestProgram,
  transferNo: number,
  values: { memberId: string; campaignId: string; amount: number; postedAt: string },
): Promise<void> {
  const { programId } = program;
  const postedAt = new Date(values.postedAt);
  await db().transfer.create({
    data: {
      ...values,
      programId,
      lane: 0,
      transferNo: BigInt(transferNo),
      debitAccount: newId(),
      creditAccount: newId(),
      pointTypeNo: 1,
      amount: BigInt(values.amount),
      kind: "earn",
      causeId: newId(),
      balanceAfter: BigInt(values.amount),
      occurredAt: postedAt,
      postedAt,
    },
  });
}

test("adds up the last thirty days of the program's time zone, and the thirty before", async () => {
  const program = await makeProgram({}, clock);
  await addDay(program, today, 0, 10);
  await addDay(program, today, 1, 5);
  await addDay(program, "2026-10-24", 0, 100);
  await addDay(program, "2026-10-23", 0, 1_000);
  await addDay(program, "2026-09-23", 0, 50_000);
  const overview = await readOverview(ctxFor(program, { role: "analyst", clock }));
  expect(overview).toMatchObject({ from: "2026-10-24", to: today });
  expect(overview.current).toMatchObject({ issued: 115, returned: 3, redeemed: 0, events: 6 });
  expect(overview.before).toMatchObject({ issued: 1_000, events: 2 });
  expect(overview.days).toHaveLength(30);
  expect(overview.days.at(-1)).toMatchObject({ day: today, issued: 15, events: 4 });
  expect(overview.days[1]).toMatchObject({ day: "2026-10-25", issued: 0 });
});

test("counts each active member once and sums what each campaign gave", async () => {
  const program = await makeProgram({}, clock);
  const [amira, jonas] = await Promise.all([
    makeMember(program.ctx),
    makeMember(program.ctx, { name: "Jonas" }),
  ]);
  const [base, bonus] = [newId(), newId()];
  const give = (transferNo: number, memberId: string, campaignId: string, amount: number, postedAt: string) =>
    addTransfer(program, transferNo, { memberId, campaignId, amount, postedAt });
  await give(1, jonas.memberId, base, 500, "2026-10-23T21:59:59Z");
  await give(2, amira.memberId, base, 7, "2026-10-23T22:00:00Z");
  await give(3, amira.memberId, bonus, 30, "2026-11-21T23:29:00Z");
  await give(4, amira.memberId, base, 3, "2026-11-21T23:29:30Z");
  const overview = await readOverview(ctxFor(program, { role: "analyst", clock }));
  expect(overview.members).toBe(2);
  expect(overview.current.activeMembers).toBe(1);
  expect(overview.before.activeMembers).toBe(1);
  expect(overview.campaigns).toEqual([
    { campaignId: toTypeId("camp", bonus), points: 30 },
    { campaignId: toTypeId("camp", base), points: 10 },
  ]);
});

test("sees nothing of another program and needs the permission", async () => {
  const [program, other] = await Promise.all([makeProgram({}, clock), makeProgram({}, clock)]);
  await addDay(other, today, 0, 10);
  const overview = await readOverview(ctxFor(program, { role: "cashier", clock }));
  expect(overview).toMatchObject({ outstanding: 0, members: 0 });
  expect(overview.current).toMatchObject({ issued: 0, events: 0 });
  await expect(readOverview(ctxFor(program, { scopes: ["events:write"], clock }))).rejects.toMatchObject({
    code: "forbidden",
  });
});
