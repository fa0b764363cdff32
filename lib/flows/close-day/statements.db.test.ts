import { expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { listStatements, readStatements } from "@/lib/statements";
import { ctxFor, makeMember, makeProgram } from "@/lib/testing/fixtures";
import { giveLots } from "@/lib/testing/lots";
import { spendPoints, verifyLedger } from "@/lib/wallet";
import { closeAt, from, until } from "./testing";

const FOUNDED = new Date("2026-09-10T10:00:00Z");

async function makeClub() {
  const program = await makeProgram({ lanes: 1 }, fixedClock(FOUNDED));
  const at = (instant: string) => ({ ...program.ctx, clock: fixedClock(new Date(instant)) });
  return { program, at, member: await makeMember(program.ctx) };
}

it("says each month what came in and what went out, and ends where the next begins", async () => {
  const { program, at, member } = await makeClub();
  const { programId, ctx } = program;
  await giveLots(
    programId,
    [
      { member, points: 100, terms: until("2026-09-30") },
      { member, points: 40, terms: from("2026-10-15") },
    ],
    FOUNDED,
  );
  await spendPoints(at("2026-09-20T10:00:00Z"), member.memberId, { points: 30, reason: "Cake" });
  // Two minutes before midnight, and two after it.
  await spendPoints(at("2026-09-30T23:58:00+02:00"), member.memberId, { points: 5, reason: "Coffee" });
  await giveLots(
    programId,
    [{ member, points: 7, terms: until("2027-01-31") }],
    new Date("2026-10-01T00:02:00+02:00"),
  );
  await closeAt(programId, "2026-10-01T00:05:00+02:00");
  await closeAt(programId, "2026-11-01T00:05:00+01:00");
  await closeAt(programId, "2026-12-01T00:05:00+01:00");

  const page = await listStatements(ctx, member.memberId, { limit: 2 });
  const rest = await listStatements(ctx, member.memberId, { limit: 2, cursor: page.nextCursor ?? "" });
  expect(rest.nextCursor).toBe(null);
  const nothing = {
    earned: 0,
    returned: 0,
    spent: 0,
    expired: 0,
    received: 0,
    sent: 0,
    adjusted: 0,
    owed: 0,
  };
  expect([...page.items, ...rest.items]).toMatchObject([
    { ...nothing, month: "2026-11", opening: 47, closing: 47, pending: 0 },
    { ...nothing, month: "2026-10", opening: 40, adjusted: 7, closing: 47, pending: 0 },
    // What the night at the end of the month took is the month's own.
    {
      ...nothing,
      month: "2026-09",
      opening: 0,
      adjusted: 140,
      spent: 35,
      expired: 65,
      closing: 40,
      pending: 40,
    },
  ]);
  expect(await readStatements(ctx, member.memberId, "2026-10")).toMatchObject([{ closing: 47 }]);
  expect(await readStatements(ctx, member.memberId, "2026-12")).toEqual([]);
});

it("counts what a late close of the month's days did in the month, and what came after it in the next", async () => {
  const { program, at, member } = await makeClub();
  const { programId, ctx } = program;
  await giveLots(programId, [{ member, points: 100, terms: until("2026-09-25") }], FOUNDED);
  // The worker is down from the 20th of September to the 3rd of October, while the tills go on.
  await closeAt(programId, "2026-09-20T12:00:00+02:00");
  await giveLots(
    programId,
    [{ member, points: 8, terms: until("2027-01-31") }],
    new Date("2026-10-02T10:00:00Z"),
  );
  await spendPoints(at("2026-10-02T11:00:00Z"), member.memberId, { points: 3, reason: "Coffee" });
  // Points that had lapsed when they arrived: the September that they expire in was not theirs.
  await giveLots(
    programId,
    [{ member, points: 9, terms: until("2026-09-01") }],
    new Date("2026-10-02T12:00:00Z"),
  );
  await closeAt(programId, "2026-10-03T12:00:00+02:00");
  await closeAt(programId, "2026-11-01T12:00:00+01:00");
  expect((await listStatements(ctx, member.memberId, { limit: 5 })).items).toMatchObject([
    { month: "2026-10", opening: 0, adjusted: 17, spent: 3, expired: 9, closing: 5 },
    { month: "2026-09", opening: 0, adjusted: 100, expired: 100, closing: 0 },
  ]);
});

it("makes none for who had nothing, and shows nobody another's", async () => {
  const { program, member } = await makeClub();
  const { programId } = program;
  const other = await makeMember(program.ctx);
  await giveLots(programId, [{ member, points: 5, terms: until("2026-10-10") }], FOUNDED);
  await closeAt(programId, "2026-12-01T12:00:00+01:00");
  const months = await db().statement.findMany({ where: { programId }, orderBy: { month: "asc" } });
  expect(months.map(({ memberId, month }) => [memberId, month.toISOString().slice(0, 7)])).toEqual([
    [member.memberId, "2026-09"],
    [member.memberId, "2026-10"],
  ]);
  const stranger = ctxFor(program, { memberId: other.memberId });
  await expect(listStatements(stranger, member.memberId, { limit: 5 })).rejects.toThrow(NotFound);
  expect(await listStatements(stranger, other.memberId, { limit: 5 })).toEqual({
    items: [],
    nextCursor: null,
  });
});

it("counts what clocks that disagree posted at midnight once, and in order", async () => {
  const { program, member } = await makeClub();
  const { programId, ctx } = program;
  const gift = (points: number, instant: string) =>
    giveLots(programId, [{ member, points, terms: until("2027-01-31") }], new Date(instant));
  // By turns, a clock that is two minutes fast and one that is two minutes slow.
  await gift(1, "2026-09-30T23:58:30+02:00");
  await gift(2, "2026-10-01T00:01:30+02:00");
  await gift(4, "2026-09-30T23:58:40+02:00");
  await gift(8, "2026-10-01T00:01:40+02:00");
  await gift(16, "2026-10-01T00:05:00+02:00");
  await closeAt(programId, "2026-10-01T00:06:00+02:00");
  await gift(32, "2026-09-30T23:59:59+02:00");
  await closeAt(programId, "2026-11-01T00:05:00+01:00");
  const { items } = await listStatements(ctx, member.memberId, { limit: 5 });
  expect(items).toMatchObject([
    { month: "2026-10", opening: 7, adjusted: 56, closing: 63 },
    // What was posted before the last of the month is the month's.
    { month: "2026-09", opening: 0, adjusted: 7, closing: 7 },
  ]);
  expect((await verifyLedger(ctx)).findings).toEqual([]);
});
