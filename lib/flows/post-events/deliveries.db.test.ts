import fc from "fast-check";
import { expect, test } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { acceptEvents, retryDeadLetters } from "@/lib/events";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { readWallet, verifyLedger } from "@/lib/wallet";
import { postSlice } from "./post-slice";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));

async function makeClub(): Promise<TestProgram> {
  const program = await makeProgram({ lanes: 2 }, clock);
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
  return program;
}

async function drain({ programId }: TestProgram, limit = 1_000): Promise<void> {
  while ((await postSlice({ programId, limit, clock })) !== null);
}

/** Purchases, visits and returns of two members; a return may well come before what it returns. */
const history = fc.array(
  fc.record({
    seat: fc.nat(1),
    amounts: fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 2 }),
    visits: fc.boolean(),
    returns: fc.boolean(),
    place: fc.integer(),
    deliveries: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 8 },
);

test("events that come in any order, and more than once, end in the same wallets", async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.integer({ min: 1, max: 5 }), async (steps, limit) => {
      const wallets = [];
      for (const isTidy of [true, false]) {
        const program = await makeClub();
        const members = [await makeMember(program.ctx), await makeMember(program.ctx)];
        const events = steps.flatMap(({ seat, amounts, visits, returns, place, deliveries }, index) => {
          const common = {
            member: { cardNumber: members[seat]?.cardNumber ?? "" },
            occurredAt: "2026-11-20T10:00:00Z",
          };
          const lines = amounts.map((amountMinor) => ({ amountMinor, quantity: 2 }));
          const own: object[] = [{ type: "purchase", id: `p${index}`, currency: "EUR", lines, ...common }];
          if (visits) own.push({ type: "custom", name: "visit", id: `v${index}`, ...common });
          if (returns) {
            const part = [{ line: 0, quantity: 1 }];
            own.push({ type: "return", id: `r${index}`, purchaseId: `p${index}`, lines: part, ...common });
          }
          return own.flatMap((event, offset) =>
            Array.from({ length: isTidy ? 1 : deliveries }, (_, copy) => ({
              event,
              place: isTidy ? index * 3 + offset : (place * (offset + 1) * (copy + 3)) % 97,
            })),
          );
        });
        for (const { event } of events.sort((one, other) => one.place - other.place)) {
          expect((await acceptEvents(program.ctx, [event])).rejected).toBe(0);
          if (!isTidy) await postSlice({ programId: program.programId, limit, clock });
        }
        await drain(program, limit);
        await retryDeadLetters(program.ctx, { all: true });
        await drain(program, limit);
        expect(await db().deadLetter.count({ where: { programId: program.programId } })).toBe(0);
        expect((await verifyLedger(program.ctx)).findings).toEqual([]);
        wallets.push(
          await Promise.all(
            members.map(async ({ memberId }) => {
              const { memberId: _own, ...wallet } = await readWallet(program.ctx, memberId);
              return wallet;
            }),
          ),
        );
      }
      expect(wallets[1]).toEqual(wallets[0]);
    }),
    { numRuns: 10 },
  );
}, 120_000);

test("a posting whose connection breaks at the commit is made up for, once", async () => {
  const program = await makeClub();
  const member = await makeMember(program.ctx);
  const event = {
    type: "purchase",
    id: "p1",
    member: { cardNumber: member.cardNumber },
    occurredAt: "2026-11-20T10:00:00Z",
    currency: "EUR",
    amountMinor: 5_000,
  };
  await acceptEvents(program.ctx, [event]);
  await db().$executeRaw`
    CREATE FUNCTION break_connection() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$`;
  await db().$executeRaw`
    CREATE CONSTRAINT TRIGGER break_at_commit AFTER INSERT ON block DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION break_connection()`;
  try {
    await expect(postSlice({ programId: program.programId, clock })).rejects.toThrow();
  } finally {
    await db().$executeRaw`DROP TRIGGER break_at_commit ON block`;
    await db().$executeRaw`DROP FUNCTION break_connection`;
  }
  await drain(program);
  // Whoever did not hear that it was taken sends it again.
  expect(await acceptEvents(program.ctx, [event])).toMatchObject({ accepted: 0, duplicates: 1 });
  await drain(program);
  expect(await readWallet(program.ctx, member.memberId)).toMatchObject({ available: 50, lifetimeEarned: 50 });
  expect((await verifyLedger(program.ctx)).findings).toEqual([]);
});
