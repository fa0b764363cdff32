import { afterEach, beforeAll, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { giveLots } from "@/lib/testing/lots";
import { verifyLedger } from "@/lib/wallet";
import { closeAt, from, traceOf, until } from "./testing";

const FOUNDED = new Date("2026-10-30T10:00:00Z");
/** The first of a month, with a day missed before. */
const NIGHT = "2026-11-01T00:05:00+01:00";
const TABLES = ["day_run", "day_due", "lot", "transfer", "decision", "lane", "statement_cut", "statement"];

/** Counts the statements that change these tables, and breaks off at the one that a test has chosen. */
beforeAll(async () => {
  await db().$executeRaw`CREATE SEQUENCE statement_count`;
  await db().$executeRaw`CREATE TABLE fault (at bigint NOT NULL)`;
  await db().$executeRaw`
    CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('statement_count') = (SELECT at FROM fault) THEN
        RAISE EXCEPTION 'power cut' USING ERRCODE = 'system_error';
      END IF;
      RETURN NULL;
    END;
    $$`;
  for (const table of TABLES) {
    await db().$executeRawUnsafe(
      `CREATE TRIGGER break_off AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION break_off()`,
    );
  }
  // This one strikes when everything is done but for the commit.
  await db().$executeRaw`
    CREATE CONSTRAINT TRIGGER break_off_commit AFTER INSERT OR UPDATE ON day_run DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION break_off()`;
});
afterEach(() => db().$executeRaw`DELETE FROM fault`);

async function breakOffAt(statement: number): Promise<void> {
  await db().$executeRaw`DELETE FROM fault`;
  await db().$executeRaw`INSERT INTO fault VALUES (${statement})`;
  await db().$queryRaw`SELECT setval('statement_count', 1, false)::text`;
}

async function makeNight(): Promise<{ program: TestProgram; members: string[] }> {
  const program = await makeProgram({ lanes: 1 }, fixedClock(FOUNDED));
  const one = await makeMember(program.ctx);
  const other = await makeMember(program.ctx);
  const gifts = [one, other].flatMap((member) => [
    { member, points: 10, terms: until("2026-10-30") },
    { member, points: 20, terms: until("2026-10-31") },
    { member, points: 40, terms: from("2026-10-31", { kind: "rolling", unit: "day", count: 9 }) },
    { member, points: 80, terms: until("2026-12-31") },
  ]);
  await giveLots(program.programId, gifts, FOUNDED);
  return { program, members: [one.memberId, other.memberId] };
}

it("ends the same wherever it breaks off and is taken up again", { timeout: 120_000 }, async () => {
  const clean = await makeNight();
  await closeAt(clean.program.programId, NIGHT);
  const expected = await traceOf(clean.program.programId, clean.members);
  expect(expected.days).toHaveLength(2);
  expect(expected.statements).toHaveLength(2);

  let breaks = 0;
  for (let statement = 1; ; statement += 1) {
    const { program, members } = await makeNight();
    await breakOffAt(statement);
    const broken = await closeAt(program.programId, NIGHT);
    if (broken.failed === 0) break;
    breaks += 1;
    const [failed] = await db().dayRun.findMany({ where: { programId: program.programId, state: "failed" } });
    expect(failed?.error).toContain("power cut");
    // The first pause is a minute.
    expect(await closeAt(program.programId, NIGHT)).toMatchObject({ pieces: 0 });
    await closeAt(program.programId, "2026-11-01T00:06:00+01:00");
    expect(await traceOf(program.programId, members), `broken off at statement ${statement}`).toEqual(
      expected,
    );
    // What the traces leave out, numbers and chains, shows in the ledger; looking at it takes longer than all else.
    if (statement % 8 === 1) expect((await verifyLedger(program.ctx)).findings).toEqual([]);
  }
  expect(breaks).toBeGreaterThan(30);
});
