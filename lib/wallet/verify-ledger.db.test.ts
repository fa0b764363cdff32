import { expect, test } from "vitest";
import { systemCtx } from "@/lib/auth/context";
import { fixedClock } from "@/lib/core/clock";
import { Forbidden } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { atDesk } from "./desk";
import { NEVER } from "./posting";
import { verifyLedger } from "./verify-ledger";

const postedAt = new Date("2026-11-20T12:00:00Z");

/** Two earnings of one member, posted through the ledger's own statements. */
async function makeLedger(): Promise<TestProgram> {
  const program = await makeProgram({ lanes: 1 });
  const { memberId } = await makeMember(program.ctx);
  const { programId } = program;
  const events = [newId(), newId()];
  await db().event.createMany({
    data: events.map((eventId) => ({
      programId,
      eventId,
      source: "api",
      externalId: eventId,
      type: "custom:visit",
      memberId,
      occurredAt: postedAt,
      receivedAt: postedAt,
      payload: {},
      payloadHash: Buffer.alloc(32),
    })),
  });
  const terms = { state: "active", expiresOn: NEVER, sliding: false } as const;
  await db().$transaction((tx) =>
    atDesk(tx, { programId, clock: fixedClock(postedAt) }, { memberId }, (desk) => {
      for (const causeId of events) {
        desk.enter({
          causeId,
          memberId,
          subject: { type: "custom", name: "visit" },
          movements: [{ kind: "earn", campaignId: null, amount: 10, terms }],
        });
      }
    }),
  );
  return program;
}

/** Runs a statement as an administrator would who gets round the guards. */
async function tamper(statement: string): Promise<void> {
  await db().$transaction([
    db().$executeRawUnsafe("SET LOCAL session_replication_role = replica"),
    db().$executeRawUnsafe(statement),
  ]);
}

test("a ledger as it was posted is sound", async () => {
  const program = await makeLedger();
  const report = await verifyLedger(program.ctx);
  expect(report).toMatchObject({ isSound: true, findings: [], counts: { transfers: 2, blocks: 1 } });
});

test.each([
  ["a changed amount", "UPDATE transfer SET amount = 11 WHERE transfer_no = 2", ["balance", "lot", "chain"]],
  ["a changed instant", "UPDATE transfer SET occurred_at = now() WHERE transfer_no = 1", ["chain"]],
  ["a changed posting time", "UPDATE transfer SET posted_at = now() WHERE transfer_no = 1", ["chain"]],
  ["a deleted transfer", "DELETE FROM transfer WHERE transfer_no = 2", ["balance", "numbers", "chain"]],
  [
    "a changed balance",
    "UPDATE account SET balance = balance + 1 WHERE kind = 'available'",
    ["balance", "lots"],
  ],
  ["a changed lot", "UPDATE lot SET remaining = remaining - 1 WHERE lot_no = 1", ["lots", "lot"]],
  ["a deleted block", "DELETE FROM block", ["chain"]],
  ["a lost event", "DELETE FROM decision", ["events"]],
  ["a changed decision", "UPDATE decision SET points = points + 1", ["decisions"]],
  ["a changed total", "UPDATE day_total SET issued = issued + 1", ["totals"]],
])("%s is found", async (_case, statement, checks) => {
  const program = await makeLedger();
  await tamper(
    `${statement}${statement.includes("WHERE") ? " AND" : " WHERE"} program_id = '${program.programId}'`,
  );
  const { isSound, findings } = await verifyLedger(systemCtx(program.programId, "test"));
  expect(isSound).toBe(false);
  expect(findings.map(({ check }) => check)).toEqual(expect.arrayContaining(checks));
});

test("verifying needs the permission", async () => {
  const program = await makeProgram();
  await expect(verifyLedger(ctxFor(program, { role: "cashier" }))).rejects.toThrow(Forbidden);
});
