import { expect, test } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { newId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { atDesk, NEVER } from "@/lib/wallet";
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

/** Gives points as a campaign does, at an instant. */
async function give(
  { programId }: TestProgram,
  memberId: string,
  campaignId: string,
  amount: number,
  postedAt: string,
): Promise<void> {
  const terms = { state: "active", expiresOn: NEVER, sliding: false } as const;
  await db().$transaction((tx) =>
    atDesk(tx, { programId, clock: fixedClock(new Date(postedAt)) }, { memberId }, (desk) => {
      const movements = [{ kind: "earn", campaignId, amount, terms } as const];
      desk.enter({ causeId: newId(), memberId, subject: { type: "custom", name: "visit" }, movements });
    }),
  );
}

test("adds up the last thirty days of the program's time zone, and the thirty before", async () => {
  const program = await makeProgram({}, clock);
  await addDay(program, today, 0, 10);
  await addDay(program, today, 1, 5);
  await addDay(program, "2026-10-24", 0, 100);
  await addDay(program, "2026-10-23", 0, 1_000);
  // Nothing is known of the first days of the thirty before.
  const reader = ctxFor(program, { role: "analyst", clock });
  expect(await readOverview(reader)).toMatchObject({ isComparable: false, before: { issued: 1_000 } });
  await addDay(program, "2026-09-23", 0, 50_000);
  const overview = await readOverview(reader);
  expect(overview).toMatchObject({ from: "2026-10-24", to: today, isComparable: true });
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
  await give(program, jonas.memberId, base, 500, "2026-10-23T21:59:59Z");
  await give(program, amira.memberId, base, 7, "2026-10-23T22:00:00Z");
  await give(program, amira.memberId, bonus, 30, "2026-11-21T23:29:00Z");
  await give(program, amira.memberId, base, 3, "2026-11-21T23:29:30Z");
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
