import { afterEach, beforeAll, expect, test } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { verifyLedger } from "@/lib/wallet";
import { postSlice } from "./index";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));
/** What posting writes to. */
const TABLES = [
  "queue",
  "account",
  "lot",
  "decision",
  "day_total",
  "lane",
  "block",
  "transfer",
  "cap_use",
  "returned_line",
  "campaign_total",
  "outbox",
];
/** A power cut, a full disk, and an operator who stops the database. */
const FAULTS = ["58000", "53100", "57P01"];

/** Counts the statements that change these tables, and breaks off at the one that the test has chosen. */
beforeAll(async () => {
  await db().$executeRaw`CREATE SEQUENCE statement_count`;
  await db().$executeRaw`CREATE TABLE fault (at bigint NOT NULL, code text NOT NULL)`;
  await db().$executeRaw`
    CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      code text := (SELECT fault.code FROM fault WHERE at = nextval('statement_count'));
    BEGIN
      IF code IS NOT NULL THEN
        RAISE EXCEPTION 'broken off' USING ERRCODE = code;
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
    CREATE CONSTRAINT TRIGGER break_off_commit AFTER INSERT ON block DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION break_off()`;
});
afterEach(() => db().$executeRaw`DELETE FROM fault`);

async function breakOffAt(statement: number, code: string): Promise<void> {
  await db().$executeRaw`DELETE FROM fault`;
  await db().$executeRaw`INSERT INTO fault VALUES (${statement}, ${code})`;
  await db().$queryRaw`SELECT setval('statement_count', 1, false)::text`;
}

/** A purchase, a visit up to its limit, and a return of a part. */
async function makeQueue() {
  const program = await makeProgram({ lanes: 1 }, clock);
  await putInForce(program.programId, [
    {
      name: "Base rate",
      trigger: { event: "purchase" },
      effects: [{ kind: "per_amount", points: 1, perMinor: 100, basis: "lines" }],
    },
    {
      name: "Visits",
      trigger: { event: "custom", name: "visit" },
      effects: [{ kind: "fixed", points: 5 }],
      limits: [{ per: "member", points: 12, window: "day" }],
    },
  ]);
  const { cardNumber, memberId } = await makeMember(program.ctx);
  const common = { member: { cardNumber }, occurredAt: "2026-11-20T10:00:00Z" };
  const lines = [{ amountMinor: 5_000, quantity: 2 }];
  await acceptEvents(program.ctx, [
    { type: "purchase", id: "p1", currency: "EUR", lines, ...common },
    { type: "custom", name: "visit", id: "v1", ...common },
    { type: "return", id: "r1", purchaseId: "p1", lines: [{ line: 0, quantity: 1 }], ...common },
  ]);
  return { program, memberId };
}

/** Everything that posting leaves behind, without ids. */
async function traceOf(programId: string) {
  const where = { programId };
  const [lines, lots, caps, totals, returned, queued, dead] = await Promise.all([
    db().decision.findMany({ where, orderBy: { entryNo: "asc" } }),
    db().lot.findMany({ where, orderBy: { lotNo: "asc" } }),
    db().capUse.findMany({ where }),
    db().dayTotal.findMany({ where }),
    db().returnedLine.findMany({ where }),
    db().queue.count({ where }),
    db().deadLetter.count({ where }),
  ]);
  return {
    lines: lines.map(({ kind, entryNo, delta, balanceAfter, transfers }) => [
      kind,
      entryNo,
      delta,
      balanceAfter,
      transfers,
    ]),
    lots: lots.map(({ lotNo, granted, remaining }) => [lotNo, granted, remaining]),
    caps: caps.map(({ used }) => used),
    totals: totals.map(({ events, issued, returned: back }) => [events, issued, back]),
    returned: returned.map(({ lineNo, quantityMilli, points }) => [lineNo, quantityMilli, points]),
    queued,
    dead,
  };
}

test("a posting that is broken off anywhere leaves nothing behind, sets nothing aside, and is done once", async () => {
  const clean = await makeQueue();
  await postSlice({ programId: clean.program.programId, clock });
  const expected = await traceOf(clean.program.programId);
  expect(expected).toMatchObject({ queued: 0, dead: 0, caps: [5n] });

  let breaks = 0;
  for (let statement = 1; ; statement += 1) {
    const { program } = await makeQueue();
    const { programId, ctx } = program;
    const before = await traceOf(programId);
    await breakOffAt(statement, FAULTS[statement % FAULTS.length] ?? "58000");
    const isBroken = await postSlice({ programId, clock }).then(
      () => false,
      () => true,
    );
    if (!isBroken) break;
    breaks += 1;
    expect(await traceOf(programId), `broken off at statement ${statement}`).toEqual(before);
    await postSlice({ programId, clock });
    expect(await traceOf(programId), `taken up again after statement ${statement}`).toEqual(expected);
    if (statement % 6 === 1) expect((await verifyLedger(ctx)).findings).toEqual([]);
  }
  expect(breaks).toBeGreaterThan(12);
}, 120_000);
