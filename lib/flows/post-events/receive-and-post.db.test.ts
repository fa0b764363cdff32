import { beforeEach, expect, test } from "vitest";
import { present } from "@/lib/core/assert";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import type { MemberDto } from "@/lib/members";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { readWallet, verifyLedger } from "@/lib/wallet";
import { receiveEvents } from "./receive-events";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));
let program: TestProgram;
let member: MemberDto;

beforeEach(async () => {
  program = await makeProgram({ lanes: 2 }, clock);
  member = await makeMember(program.ctx);
  await putInForce(program.programId, [
    {
      name: "Base rate",
      trigger: { event: "purchase" },
      effects: [{ kind: "per_amount", points: 1, perMinor: 100 }],
    },
    {
      name: "First hundred",
      trigger: { event: "purchase" },
      effects: [{ kind: "fixed", points: 7 }],
      limits: [{ per: "campaign", points: 70, window: "lifetime" }],
    },
  ]);
});

const purchase = (id: string, amountMinor = 1_000, owner = member) => ({
  type: "purchase",
  id,
  member: { cardNumber: owner.cardNumber },
  occurredAt: "2026-11-20T10:00:00Z",
  currency: "EUR",
  amountMinor,
});

async function receive(event: object) {
  const received = await receiveEvents(program.ctx, event, true);
  if (received.kind !== "single") throw new Error("one event is no batch");
  return received;
}

const where = () => ({ programId: program.programId });

async function expectSound() {
  expect(await db().queue.count({ where: where() })).toBe(0);
  expect((await verifyLedger(program.ctx)).findings).toEqual([]);
}

test("an event is stored and posted, and tells what it led to, again and again", async () => {
  const first = await receive(purchase("one"));
  expect(first).toMatchObject({
    isDuplicate: false,
    standing: {
      status: "posted",
      points: 17,
      balanceAfter: 17,
      campaigns: [{ granted: 10 }, { granted: 7 }],
    },
  });
  const together = await db().$queryRaw`
    SELECT event.xmin = decision.xmin AS together FROM event, decision WHERE cause_id = ${first.eventId}::uuid
      AND event_id = cause_id`;
  expect(together).toEqual([{ together: true }]);
  const { isDuplicate: _, ...told } = first;
  expect(await receive(purchase("one"))).toEqual({ ...told, isDuplicate: true });
  await expect(receive(purchase("one", 2_000))).rejects.toMatchObject({ code: "id_conflict", status: 409 });
  await expectSound();
});

test("what has waited longer is posted first", async () => {
  await acceptEvents(program.ctx, [purchase("bought", 5_000)]);
  const back = { ...purchase("back"), type: "return", purchaseId: "bought" };
  const { currency: _, amountMinor: __, ...event } = back;
  expect((await receive(event)).standing).toMatchObject({ status: "posted", points: -57, balanceAfter: 0 });
  const decisions = await db().decision.findMany({ where: where(), orderBy: { entryNo: "asc" } });
  expect(decisions.map(({ kind }) => kind)).toEqual(["purchase", "return"]);
  await expectSound();
});

test("what is too long a queue to be posted before goes by the queue, in its order", async () => {
  await acceptEvents(
    program.ctx,
    Array.from({ length: 250 }, (_, index) => purchase(`q${index}`, 100)),
  );
  const { standing } = await receive(purchase("last", 100));
  expect(standing).toMatchObject({ status: "posted" });
  expect(await db().decision.count({ where: where() })).toBe(251);
  await expectSound();
});

test("the same event many times at once is one, and all are told the same", async () => {
  const all = await Promise.all(Array.from({ length: 12 }, () => receive(purchase("storm"))));
  expect(all.filter(({ isDuplicate }) => !isDuplicate)).toHaveLength(1);
  expect(new Set(all.map(({ eventId, standing }) => JSON.stringify([eventId, standing]))).size).toBe(1);
  expect(await readWallet(program.ctx, member.memberId)).toMatchObject({ available: 17 });
  await expectSound();
});

test("many at once are posted each once, and a budget that all share is not overdrawn", async () => {
  const members = await Promise.all(Array.from({ length: 6 }, () => makeMember(program.ctx)));
  const all = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      receive(purchase(`p${index}`, 1_000, present(members[index % 6], "there are six"))),
    ),
  );
  expect(all.every(({ standing }) => standing?.status === "posted")).toBe(true);
  const given = await db().account.aggregate({
    where: { ...where(), kind: "available" },
    _sum: { balance: true },
  });
  expect(Number(given._sum.balance)).toBe(60 * 10 + 70);
  await expectSound();
});

test("an event that the database refuses is set aside, and those that came with it are posted", async () => {
  await db().$executeRaw`
    CREATE FUNCTION refuse_thirteen() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = 'check_violation'; END $$`;
  await db().$executeRaw`
    CREATE TRIGGER refuse_thirteen BEFORE INSERT ON decision FOR EACH ROW WHEN (NEW.points = 1307)
    EXECUTE FUNCTION refuse_thirteen()`;
  try {
    const all = await Promise.all([
      receive(purchase("good")),
      receive(purchase("bad", 130_000)),
      receive(purchase("better", 2_000)),
    ]);
    expect(all.map(({ standing }) => standing?.status)).toEqual(["posted", "dead", "posted"]);
  } finally {
    await db().$executeRaw`DROP TRIGGER refuse_thirteen ON decision`;
    await db().$executeRaw`DROP FUNCTION refuse_thirteen`;
  }
  await expectSound();
});

test("an event that leads to nothing is told as set aside", async () => {
  const { currency: _, amountMinor: __, ...back } = purchase("back");
  const event = { ...back, type: "return", purchaseId: "never" };
  expect((await receive(event)).standing).toMatchObject({ status: "dead", code: "purchase_not_found" });
  await expectSound();
});

test("a connection that breaks at the commit leaves nothing, and sent again the event counts once", async () => {
  await db().$executeRaw`
    CREATE FUNCTION break_connection() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$`;
  await db().$executeRaw`
    CREATE CONSTRAINT TRIGGER break_at_commit AFTER INSERT ON block DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION break_connection()`;
  try {
    await expect(receive(purchase("lost"))).rejects.toThrow();
  } finally {
    await db().$executeRaw`DROP TRIGGER break_at_commit ON block`;
    await db().$executeRaw`DROP FUNCTION break_connection`;
  }
  expect((await receive(purchase("lost"))).standing).toMatchObject({ status: "posted", balanceAfter: 17 });
  await expectSound();
});
