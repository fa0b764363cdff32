import fc from "fast-check";
import { expect, test } from "vitest";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { acceptEvents, listDeadLetters, listEvents, readEvent, retryDeadLetters } from "@/lib/events";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { placeHold, readActivity, readWallet, verifyLedger } from "@/lib/wallet";
import { postNow } from "./post-now";
import { postSlice } from "./post-slice";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));
const purchaseTrigger = { event: "purchase" } as const;

/** One point a euro on each line, and a bonus of five points that a member gets twice a day. */
const RULES: CampaignDefinitionInput[] = [
  {
    name: "Base rate",
    trigger: purchaseTrigger,
    effects: [{ kind: "per_amount", points: 1, perMinor: 100, basis: "lines" }],
  },
  {
    name: "Daily bonus",
    trigger: purchaseTrigger,
    effects: [{ kind: "fixed", points: 5 }],
    limits: [{ per: "member", points: 10, window: "day" }],
  },
];

async function makeClub(rules = RULES, lanes = 2): Promise<TestProgram> {
  const program = await makeProgram({ pointsExpireAfterMonths: 12, lanes }, clock);
  await putInForce(program.programId, rules);
  return program;
}

type Line = { amountMinor: number; quantity?: number };

function purchase(
  member: { memberId: string; cardNumber: string },
  id: string,
  lines: Line[],
  store?: string,
) {
  const { cardNumber } = member;
  return {
    type: "purchase",
    id,
    member: { cardNumber },
    occurredAt: "2026-11-20T10:00:00Z",
    currency: "EUR",
    lines,
    ...(store && { store }),
  };
}

function returnOf(
  member: { cardNumber: string },
  id: string,
  purchaseId: string,
  lines?: { line: number; quantity: number }[],
) {
  const { cardNumber } = member;
  return {
    type: "return",
    id,
    member: { cardNumber },
    occurredAt: "2026-11-20T11:00:00Z",
    purchaseId,
    ...(lines && { lines }),
  };
}

/** Posts until nothing is left. @returns how many events were posted */
async function drain(program: TestProgram, limit = 1_000): Promise<number> {
  let posted = 0;
  for (;;) {
    const report = await postSlice({ programId: program.programId, limit, clock });
    if (report === null) return posted;
    posted += report.posted;
  }
}

async function expectSound(program: TestProgram): Promise<void> {
  expect((await verifyLedger(program.ctx)).findings).toEqual([]);
}

/** What members can see and what the ledger holds of it, without ids that differ from run to run. */
async function stateOf(program: TestProgram, members: { memberId: string }[]) {
  return Promise.all(
    members.map(async ({ memberId }) => {
      const { memberId: _own, ...wallet } = await readWallet(program.ctx, memberId);
      const { items } = await readActivity(program.ctx, memberId, { limit: 100 });
      const account = await db().account.findFirstOrThrow({
        where: { programId: program.programId, party: memberId, kind: "available" },
      });
      const lots = await db().$queryRaw<{ granted: bigint; remaining: bigint }[]>`
        SELECT granted, remaining FROM lot
        WHERE program_id = ${program.programId}::uuid AND account_id = ${account.accountId}::uuid
        ORDER BY expires_on, lot_no`;
      const caps = await db().capUse.findMany({ where: { memberId }, select: { used: true, limitNo: true } });
      return { wallet, activity: items.map(({ causeId: _id, ...entry }) => entry), lots, caps };
    }),
  );
}

test("a purchase becomes points in the wallet, with the reason in words", async () => {
  const program = await makeClub();
  const member = await makeMember(program.ctx);
  await acceptEvents(program.ctx, [purchase(member, "p1", [{ amountMinor: 1_250 }], "Kollwitzstr.")]);
  expect(await drain(program)).toBe(1);

  expect(await readWallet(program.ctx, member.memberId)).toMatchObject({ available: 17, lifetimeEarned: 17 });
  const { items } = await readActivity(program.ctx, member.memberId, { limit: 10 });
  expect(items).toMatchObject([{ points: 17, balanceAfter: 17, type: "purchase" }]);
  expect(items[0]?.reason).toMatch(/12\.50.* at Kollwitzstr\. · Base rate, Daily bonus$/);
  expect(items[0]?.explanation.map(({ title, points }) => [title, points])).toEqual([
    ["Base rate", 12],
    ["Daily bonus", 5],
  ]);
  await expectSound(program);
});

test("a limit holds across slices and within one", async () => {
  const program = await makeClub();
  const member = await makeMember(program.ctx);
  const items = ["a", "b", "c", "d"].map((id) => purchase(member, id, [{ amountMinor: 100 }]));
  await acceptEvents(program.ctx, items);
  await postSlice({ programId: program.programId, limit: 1, clock });
  await drain(program);
  expect((await readWallet(program.ctx, member.memberId)).available).toBe(4 + 10);
});

test("parts of a purchase come back in parts and take back exactly what it earned", async () => {
  const program = await makeClub();
  const member = await makeMember(program.ctx);
  await acceptEvents(program.ctx, [
    purchase(member, "p1", [{ amountMinor: 1_000, quantity: 3 }, { amountMinor: 500 }]),
    returnOf(member, "r1", "p1", [{ line: 0, quantity: 1 }]),
    returnOf(member, "r2", "p1", [{ line: 0, quantity: 1 }]),
  ]);
  await drain(program);
  await acceptEvents(program.ctx, [returnOf(member, "r3", "p1")]);
  await drain(program);
  const wallet = await readWallet(program.ctx, member.memberId);
  expect(wallet).toMatchObject({ available: 0, debt: 0, lifetimeEarned: 20, lifetimeReturned: 20 });
  const caps = await db().capUse.findMany({ where: { memberId: member.memberId } });
  expect(caps.map(({ used }) => used)).toEqual([0n]);
  await expectSound(program);
});

test("points that were spent become a debt that later earnings pay first", async () => {
  const program = await makeClub([
    {
      name: "Base rate",
      trigger: purchaseTrigger,
      effects: [{ kind: "per_amount", points: 1, perMinor: 100 }],
    },
  ]);
  const member = await makeMember(program.ctx);
  await acceptEvents(program.ctx, [
    purchase(member, "p1", [{ amountMinor: 5_000 }]),
    purchase(member, "p2", [{ amountMinor: 1_000 }]),
  ]);
  await drain(program);
  // 45 of the 60 points are set aside for a reward.
  await placeHold(program.ctx, member.memberId, { points: 45, reason: "A coffee grinder" });
  await acceptEvents(program.ctx, [returnOf(member, "r1", "p1")]);
  await drain(program);
  expect(await readWallet(program.ctx, member.memberId)).toMatchObject({ available: 0, held: 45, debt: 35 });

  await acceptEvents(program.ctx, [purchase(member, "p3", [{ amountMinor: 4_000 }])]);
  await drain(program);
  expect(await readWallet(program.ctx, member.memberId)).toMatchObject({ available: 5, held: 45, debt: 0 });
  const { items } = await readActivity(program.ctx, member.memberId, { limit: 2 });
  expect(items.map(({ reason }) => reason.split(" · ")[1])).toEqual([
    "Base rate, 35 points paid off what was owed",
    "Base rate taken back, 35 points owed",
  ]);
  await expectSound(program);
});

test("a return without its purchase is set aside, and posts when it is retried after the purchase", async () => {
  const program = await makeClub();
  const member = await makeMember(program.ctx);
  const other = await makeMember(program.ctx);
  await acceptEvents(program.ctx, [
    returnOf(member, "r1", "late"),
    purchase(member, "p1", [{ amountMinor: 100 }]),
    purchase(other, "p2", [{ amountMinor: 100 }]),
    returnOf(member, "r2", "p2"),
    returnOf(member, "r3", "p1", [{ line: 0, quantity: 2 }]),
    returnOf(member, "r4", "p1", [{ line: 3, quantity: 1 }]),
  ]);
  await drain(program);
  const letters = await listDeadLetters(program.ctx, { limit: 10 });
  expect(letters.items.map(({ code, event }) => [event.externalId, code])).toEqual([
    ["r4", "no_such_line"],
    ["r3", "returned_too_much"],
    ["r2", "purchase_not_found"],
    ["r1", "purchase_not_found"],
  ]);
  await expectSound(program);

  await acceptEvents(program.ctx, [purchase(member, "late", [{ amountMinor: 100 }])]);
  await drain(program);
  expect(await retryDeadLetters(program.ctx, { all: true })).toEqual({ requeued: 4 });
  await drain(program);
  const again = await listDeadLetters(program.ctx, { limit: 10 });
  expect(again.items.map(({ event, attempts }) => [event.externalId, attempts])).toEqual([
    ["r4", 2],
    ["r3", 2],
    ["r2", 2],
  ]);
  const r1 = await listEvents(program.ctx, { q: "r1", limit: 1 });
  expect(r1.items).toMatchObject([{ status: "posted", points: -6 }]);
  await expectSound(program);
});

test("an event that the database refuses is found and set aside, and its neighbours post", async () => {
  const program = await makeClub(RULES, 1);
  const member = await makeMember(program.ctx);
  const { results } = await acceptEvents(
    program.ctx,
    Array.from({ length: 9 }, (_, index) => purchase(member, `p${index}`, [{ amountMinor: 100 }])),
  );
  const bad = results[5];
  if (bad?.status !== "accepted") throw new Error("not accepted");
  await db().$executeRawUnsafe(
    `ALTER TABLE decision ADD CONSTRAINT poison CHECK (cause_id <> '${bad.eventId}')`,
  );
  expect(await drain(program)).toBe(8);
  await db().$executeRawUnsafe("ALTER TABLE decision DROP CONSTRAINT poison");
  const detail = await readEvent(program.ctx, bad.eventId);
  expect(detail).toMatchObject({ status: "dead", deadLetter: { code: "internal", attempts: 1 } });
  expect((await readWallet(program.ctx, member.memberId)).available).toBe(8 + 10);
  await expectSound(program);
});

test.each([
  "queue",
  "transfer",
  "lot",
  "account",
  "cap_use",
  "decision",
  "day_total",
  "block",
  "lane",
  "outbox",
])("a transaction cut short at %s leaves nothing behind and is made up for", async (table) => {
  const program = await makeClub();
  const member = await makeMember(program.ctx);
  await acceptEvents(program.ctx, [
    purchase(member, "p1", [{ amountMinor: 700 }]),
    returnOf(member, "r1", "p1"),
    purchase(member, "p2", [{ amountMinor: 300 }]),
  ]);
  await db().$executeRawUnsafe(`
      CREATE FUNCTION pull_the_plug() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'shutting down' USING ERRCODE = '57P01'; END $$`);
  await db().$executeRawUnsafe(`
      CREATE TRIGGER plug AFTER INSERT OR UPDATE OR DELETE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION pull_the_plug()`);
  try {
    await expect(postSlice({ programId: program.programId, clock })).rejects.toThrow();
  } finally {
    await db().$executeRawUnsafe(`DROP TRIGGER plug ON ${table}`);
    await db().$executeRawUnsafe("DROP FUNCTION pull_the_plug");
  }
  const queued = await db().queue.findMany({ where: { programId: program.programId } });
  expect(queued.flatMap(({ eventId, others }) => [eventId, ...others])).toHaveLength(3);
  expect(await db().transfer.count({ where: { programId: program.programId } })).toBe(0);
  await expectSound(program);
  expect(await drain(program)).toBe(3);
  expect((await readWallet(program.ctx, member.memberId)).available).toBe(8);
  await expectSound(program);
});

test("workers side by side post each event once", async () => {
  const program = await makeClub(RULES, 4);
  const members = await Promise.all(Array.from({ length: 12 }, () => makeMember(program.ctx)));
  const items = members.flatMap((member, seat) =>
    Array.from({ length: 10 }, (_, index) => purchase(member, `${seat}-${index}`, [{ amountMinor: 250 }])),
  );
  await acceptEvents(program.ctx, items);
  const posted = await Promise.all(Array.from({ length: 4 }, () => drain(program, 7)));
  expect(posted.reduce((sum, count) => sum + count, 0) + (await drain(program))).toBe(items.length);
  for (const { memberId } of members) {
    expect((await readWallet(program.ctx, memberId)).available).toBe(30);
  }
  await expectSound(program);
});

test("any way to cut the events into slices leads to the same state", async () => {
  const step = fc.record({
    seat: fc.integer({ min: 0, max: 2 }),
    amounts: fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 3 }),
    returns: fc.option(fc.integer({ min: 0, max: 5 })),
    size: fc.integer({ min: 1, max: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const states = [];
      for (const isSplit of [false, true]) {
        const program = await makeClub();
        const members = [];
        for (let seat = 0; seat < 3; seat += 1) members.push(await makeMember(program.ctx));
        for (const [index, { seat, amounts, returns, size }] of steps.entries()) {
          const member = members[seat];
          if (!member) throw new Error("no such seat");
          const lines = amounts.map((amountMinor) => ({ amountMinor, quantity: 2 }));
          const items: object[] = [purchase(member, `p${index}`, lines)];
          if (returns !== null) {
            items.push(returnOf(member, `r${index}`, `p${index - returns}`, [{ line: 0, quantity: 1 }]));
          }
          await acceptEvents(program.ctx, items);
          if (isSplit) await postSlice({ programId: program.programId, limit: size, clock });
        }
        await drain(program);
        await expectSound(program);
        states.push(await stateOf(program, members));
      }
      expect(states[1]).toEqual(states[0]);
    }),
    { numRuns: 8 },
  );
}, 120_000);

test("waiting for an event posts it at once and says what it led to", async () => {
  const program = await makeClub();
  const member = await makeMember(program.ctx);
  const { results } = await acceptEvents(program.ctx, [purchase(member, "p1", [{ amountMinor: 900 }])]);
  const [result] = results;
  if (result?.status !== "accepted") throw new Error("not accepted");
  const standing = await postNow(program.ctx, result.eventId);
  expect(standing).toMatchObject({ status: "posted", points: 14, balanceAfter: 14 });
  expect(await db().queue.count({ where: { programId: program.programId } })).toBe(0);
});

test("a campaign that is launched counts from the next slice on", async () => {
  const program = await makeClub([]);
  const member = await makeMember(program.ctx);
  await acceptEvents(program.ctx, [purchase(member, "p1", [{ amountMinor: 900 }])]);
  await drain(program);
  await putInForce(program.programId, RULES);
  await acceptEvents(program.ctx, [purchase(member, "p2", [{ amountMinor: 900 }])]);
  await drain(program);
  expect((await readWallet(program.ctx, member.memberId)).available).toBe(14);
});
