import { beforeAll, beforeEach, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { toTypeId } from "@/lib/core/ids";
import { listDayRuns, retryDay } from "@/lib/day-runs";
import { db } from "@/lib/db";
import { createMembers, type MemberDto } from "@/lib/members";
import { makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { type Gift, giveLots } from "@/lib/testing/lots";
import { readWallet, verifyLedger } from "@/lib/wallet";
import { closeDays } from "./close-days";
import { closeAt, from, traceOf, until } from "./testing";

const FOUNDED = new Date("2026-10-29T10:00:00Z");
const NIGHT = "2026-10-30T00:05:00+01:00";

/** Refuses what is to be posted, or told, for the members that a test has chosen. */
beforeAll(async () => {
  await db().$executeRaw`CREATE TABLE poison (party uuid, relation text)`;
  await db().$executeRaw`
    CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM poison WHERE party = NEW.member_id AND relation = TG_TABLE_NAME) THEN
        RAISE EXCEPTION 'poison' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END;
    $$`;
  for (const table of ["transfer", "statement"]) {
    await db().$executeRawUnsafe(
      `CREATE TRIGGER poison BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_poison()`,
    );
  }
});
beforeEach(() => db().$executeRaw`DELETE FROM poison`);

const poison = async ({ memberId }: MemberDto, relation: "transfer" | "statement" = "transfer") =>
  db().$executeRaw`INSERT INTO poison VALUES (${memberId}::uuid, ${relation})`;

const lots = (member: MemberDto): Gift[] => [
  { member, points: 10, terms: until("2026-10-29") },
  { member, points: 20, terms: until("2026-10-30") },
  { member, points: 40, terms: from("2026-10-31", { kind: "rolling", unit: "day", count: 9 }) },
  { member, points: 80, terms: until("2026-12-31") },
];

async function makeClub(size: number): Promise<{ program: TestProgram; members: MemberDto[] }> {
  const program = await makeProgram({ lanes: 2 }, fixedClock(FOUNDED));
  const members = await createMembers(
    program.ctx,
    Array.from({ length: size }, (_, index) => ({ name: `Member ${index}` })),
  );
  await giveLots(program.programId, members.flatMap(lots), FOUNDED);
  return { program, members };
}

const latest = async ({ ctx }: TestProgram, days = 1) => (await listDayRuns(ctx, { limit: days })).items;

it("closes everybody else's day, names who failed, and makes up for it in order when it can", async () => {
  const { program, members } = await makeClub(9);
  const { programId } = program;
  const [sick, ...well] = members;
  if (sick === undefined) throw new Error("a club has members");
  await poison(sick);
  expect(await closeAt(programId, NIGHT)).toMatchObject({ closed: 1, failed: 0, setAside: 1, settled: 0 });
  const [first] = await latest(program);
  expect(first).toMatchObject({
    state: "finished",
    activated: { points: 0 },
    expired: { points: 10 * well.length, lots: well.length },
    setAside: {
      open: 1,
      settled: 0,
      items: [
        {
          kind: "member",
          id: toTypeId("mem", sick.memberId),
          name: sick.name,
          step: "expiry",
          attempts: 1,
          error: "23514: poison",
          retryAt: "2026-10-29T23:06:00.000Z",
          settledAt: null,
        },
      ],
    },
  });

  // The next day passes too; what it has to do for the member waits behind the first.
  expect(await closeAt(programId, "2026-10-31T00:05:00+01:00")).toMatchObject({ closed: 1, settled: 0 });
  const [second, again] = await latest(program, 2);
  expect(second).toMatchObject({
    state: "finished",
    activated: { points: 40 * well.length },
    expired: { points: 20 * well.length },
  });
  const waiting = second?.setAside.items.map(({ step, attempts, error }) => ({ step, attempts, error }));
  expect(waiting).toEqual([
    { step: "activation", attempts: 0, error: null },
    { step: "expiry", attempts: 0, error: null },
  ]);
  expect(again?.setAside).toMatchObject({ open: 1, items: [{ attempts: 2 }] });
  for (const { memberId } of well) {
    const wallet = await readWallet(
      { ...program.ctx, clock: fixedClock(new Date("2026-10-31T12:00:00Z")) },
      memberId,
    );
    expect(wallet).toMatchObject({ available: 120, pending: 0 });
  }

  await db().$executeRaw`DELETE FROM poison`;
  expect(await closeAt(programId, "2026-10-31T00:06:00+01:00")).toMatchObject({ settled: 0 });
  expect(await closeAt(programId, "2026-10-31T00:07:00+01:00")).toMatchObject({ closed: 0, settled: 3 });
  expect(await closeAt(programId, "2026-11-01T00:00:00+01:00")).toMatchObject({ closed: 1, settled: 0 });
  const [, done, earlier] = await latest(program, 3);
  expect(earlier).toMatchObject({
    expired: { points: 10 * members.length, lots: members.length },
    setAside: { open: 0, settled: 1 },
  });
  expect(done).toMatchObject({
    activated: { points: 40 * members.length },
    expired: { points: 20 * members.length },
    setAside: { open: 0, settled: 2 },
  });

  // But for the time at which it was done, nothing tells it from a night in which nobody failed.
  const sound = await makeClub(9);
  for (const night of [NIGHT, "2026-10-31T00:05:00+01:00", "2026-11-01T00:00:00+01:00"]) {
    await closeAt(sound.program.programId, night);
  }
  const ids = (of: MemberDto[]) => of.map(({ memberId }) => memberId);
  const [trace, expected] = [
    await traceOf(programId, ids(members)),
    await traceOf(sound.program.programId, ids(sound.members)),
  ];
  expect({ ...trace, days: [] }).toEqual({ ...expected, days: [] });
  expect((await verifyLedger(program.ctx)).findings).toEqual([]);
});

it("gives everybody else their statement, and later months' after the one that failed", async () => {
  const nights = ["2026-10-31T00:05:00+01:00", "2026-11-01T00:05:00+01:00"];
  const first = "2026-12-01T00:05:00+01:00";
  const { program, members } = await makeClub(9);
  const { programId } = program;
  const [sick, ...well] = members;
  if (sick === undefined) throw new Error("a club has members");
  // The night in which points move, and then the one in which the month is told.
  await closeAt(programId, nights[0] ?? "");
  await poison(sick, "statement");
  expect(await closeAt(programId, nights[1] ?? "")).toMatchObject({ closed: 1, failed: 0, setAside: 1 });
  const [november] = await latest(program);
  const named = {
    kind: "member",
    id: toTypeId("mem", sick.memberId),
    step: "statements",
    error: "23514: poison",
  };
  expect(november).toMatchObject({
    state: "finished",
    statements: well.length,
    setAside: { open: 1, items: [{ ...named, attempts: 1 }] },
  });
  expect(november?.progress.done).toBe(november?.progress.due);

  // A month later it is not their turn: what was set aside comes first, and keeps nobody's day open.
  expect(await closeAt(programId, first)).toMatchObject({ failed: 0, settled: 0 });
  expect(await db().statement.count({ where: { programId, memberId: sick.memberId } })).toBe(0);
  const [december] = await latest(program);
  expect(december).toMatchObject({ day: "2026-12-01", state: "finished", statements: well.length });
  expect(december?.setAside).toMatchObject({ open: 1, items: [{ step: "statements", attempts: 0 }] });

  await db().$executeRaw`DELETE FROM poison`;
  expect(await closeAt(programId, "2026-12-01T12:00:00+01:00")).toMatchObject({ closed: 0, settled: 2 });
  expect((await latest(program))[0]).toMatchObject({ statements: members.length, setAside: { settled: 1 } });
  const sound = await makeClub(9);
  for (const night of [...nights, first]) await closeAt(sound.program.programId, night);
  const ids = (of: MemberDto[]) => of.map(({ memberId }) => memberId);
  const { statements } = await traceOf(programId, ids(members));
  expect(statements).toEqual((await traceOf(sound.program.programId, ids(sound.members))).statements);
  expect(statements).toHaveLength(2 * members.length);
});

it("is found by several workers at once, and done once", async () => {
  const { program, members } = await makeClub(12);
  const { programId } = program;
  const sick = members.slice(3, 5);
  for (const member of sick) await poison(member);
  const close = (instant: string) => closeDays({ programId, clock: fixedClock(new Date(instant)) });
  await Promise.all([1, 2, 3].map(() => close(NIGHT)));
  await close(NIGHT);
  expect(await latest(program)).toMatchObject([{ state: "finished", setAside: { open: 2, settled: 0 } }]);
  await db().$executeRaw`DELETE FROM poison`;
  const later = await Promise.all([1, 2, 3].map(() => close("2026-10-30T12:00:00Z")));
  expect(later.reduce((sum, { settled }) => sum + settled, 0)).toBe(2);
  const lines = await db().decision.groupBy({
    by: ["memberId"],
    where: { programId, kind: "expiry" },
    _count: true,
  });
  expect(lines.map(({ _count }) => _count)).toEqual(members.map(() => 1));
  expect((await verifyLedger(program.ctx)).findings).toEqual([]);
});

it("is tried again at once for whoever runs the program", async () => {
  const { program, members } = await makeClub(2);
  const { programId } = program;
  if (members[0] !== undefined) await poison(members[0]);
  await closeAt(programId, NIGHT);
  await db().$executeRaw`DELETE FROM poison`;
  expect(await closeAt(programId, NIGHT)).toMatchObject({ settled: 0 });
  await retryDay({ ...program.ctx, clock: fixedClock(new Date(NIGHT)) }, { day: "2026-10-30" });
  expect(await closeAt(programId, NIGHT)).toMatchObject({ settled: 1 });
});

it("stops the day where it is not one member's fault", async () => {
  const { program, members } = await makeClub(52);
  for (const member of members) await poison(member);
  expect(await closeAt(program.programId, NIGHT)).toMatchObject({ closed: 0, failed: 1, setAside: 50 });
  const [run] = await latest(program);
  expect(run).toMatchObject({ state: "failed", fault: { error: "23514: poison" }, setAside: { open: 50 } });
  await db().$executeRaw`DELETE FROM poison`;
  expect(await closeAt(program.programId, "2026-10-30T12:00:00Z")).toMatchObject({ closed: 1, settled: 50 });
  expect((await latest(program))[0]).toMatchObject({ state: "finished", expired: { points: 520 } });
});
