import { expect, test } from "vitest";
import { requestAdjustment } from "@/lib/adjustments";
import { env } from "@/lib/config/env";
import { AppError, Conflict, Unavailable } from "@/lib/core/errors";
import { db, type Tx, withTx } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { comingAgain } from "@/lib/testing/coming-again";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { putInForce } from "@/lib/testing/rules";
import { sendPoints } from "@/lib/transfers";
import { captureHold, placeHold, readWallet, releaseHold, spendPoints, verifyLedger } from "@/lib/wallet";
import { postSlice } from "./post-slice";

const STORM = 50;
const VISIT_LIMIT = 12;

function visit(member: { cardNumber: string }, id: string) {
  return {
    type: "custom",
    name: "visit",
    id,
    member: { cardNumber: member.cardNumber },
    occurredAt: "2026-11-20T10:00:00Z",
  };
}

async function makeClub(lanes = 4): Promise<TestProgram> {
  const program = await makeProgram({ lanes });
  await putInForce(program.programId, [
    {
      name: "Visits",
      trigger: { event: "custom", name: "visit" },
      effects: [{ kind: "fixed", points: 5 }],
      limits: [{ per: "member", points: VISIT_LIMIT, window: "day" }],
    },
  ]);
  return program;
}

async function drain({ programId }: TestProgram, limit = 1_000): Promise<void> {
  while ((await postSlice({ programId, limit })) !== null);
}

/** What came of work that may be turned down: anything but a known refusal fails the test. */
async function outcome(work: Promise<unknown>): Promise<"done" | string> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

test("who finds every connection in use for too long is told to come again, and has changed nothing", async () => {
  const { ctx } = await makeClub();
  const { memberId } = await makeMember(ctx);
  await givePoints(ctx, memberId, 100);
  let letGo: (value?: unknown) => void = () => undefined;
  const later = new Promise((fulfil) => {
    letGo = fulfil;
  });
  const busy = Array.from({ length: env().DATABASE_POOL_SIZE }, () => {
    let isIn: (value?: unknown) => void = () => undefined;
    const inside = new Promise((fulfil) => {
      isIn = fulfil;
    });
    const done = withTx({}, async () => {
      isIn();
      await later;
    });
    return { inside, done };
  });
  await Promise.all(busy.map(({ inside }) => inside));
  const work = (tx: Tx) => spendPoints({ ...ctx, tx }, memberId, { points: 1, reason: "A mug" });
  await expect(withTx({}, work, { connectionTimeoutMs: 20 })).rejects.toThrow(Unavailable);
  letGo();
  await Promise.all(busy.map(({ done }) => done));
  expect((await readWallet(ctx, memberId)).available).toBe(100);
});

test("fifty identical requests at once spend once, and all get the same answer", async () => {
  const { ctx } = await makeClub();
  const { memberId } = await makeMember(ctx);
  await givePoints(ctx, memberId, 100);
  const spending = { points: 30, reason: "A mug" };
  const answers = await Promise.all(
    Array.from({ length: STORM }, () =>
      comingAgain(() => spendPoints({ ...ctx, idempotencyKey: "till-7" }, memberId, spending)),
    ),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(await readWallet(ctx, memberId)).toMatchObject({ available: 70, lifetimeSpent: 30 });
  await expect(
    spendPoints({ ...ctx, idempotencyKey: "till-7" }, memberId, { ...spending, points: 31 }),
  ).rejects.toThrow(Conflict);
  expect((await readWallet(ctx, memberId)).available).toBe(70);
  expect((await verifyLedger(ctx)).findings).toEqual([]);
});

test("fifty deliveries of one batch at once are one batch; the same id with other content is none of them", async () => {
  const program = await makeClub();
  const { ctx } = program;
  const member = await makeMember(ctx);
  const batch = Array.from({ length: 20 }, (_, index) => visit(member, `v${index}`));
  const answers = await Promise.all(
    Array.from({ length: STORM }, () => comingAgain(() => acceptEvents(ctx, batch))),
  );
  expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(batch.length);
  expect(answers.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe((STORM - 1) * batch.length);
  const other = { ...visit(member, "v0"), name: "other" };
  expect((await acceptEvents(ctx, [other])).results).toMatchObject([
    { status: "rejected", error: { code: "id_conflict" } },
  ]);
  await drain(program);
  expect(await db().decision.count({ where: { programId: program.programId } })).toBe(batch.length);
  expect((await readWallet(ctx, member.memberId)).available).toBe(VISIT_LIMIT);
  expect((await verifyLedger(ctx)).findings).toEqual([]);
});

test("workers and people at the same members at once: no limit is overshot, nothing is lost, nobody meets a deadlock", async () => {
  const program = await makeClub();
  const { ctx, programId } = program;
  await db().program.update({
    where: { programId },
    data: { ledgerPolicy: { transfers: { enabled: true, daily: null, monthly: null } } },
  });
  const members = await Promise.all(Array.from({ length: 6 }, () => makeMember(ctx)));
  for (const { memberId } of members) await givePoints(ctx, memberId, 200);
  const people = members.flatMap((member, seat) => {
    const { memberId } = member;
    const to = members[(seat + 1) % members.length]?.cardNumber ?? "";
    return Array.from({ length: 3 }, (_, round) => [
      () =>
        acceptEvents(
          ctx,
          [1, 2, 3].map((visited) => visit(member, `${seat}-${round}-${visited}`)),
        ),
      () => spendPoints(ctx, memberId, { points: 45, reason: "A mug" }),
      () => requestAdjustment(ctx, memberId, { points: -10, reason: "A mistake" }),
      () => requestAdjustment(ctx, memberId, { points: 7, reason: "Goodwill" }),
      () => sendPoints(ctx, memberId, { to: { cardNumber: to }, points: 20 }),
      async () => {
        const { holdId } = await comingAgain(() =>
          placeHold(ctx, memberId, { points: 25, reason: "A grinder" }),
        );
        await comingAgain<unknown>(() =>
          round === 0 ? releaseHold(ctx, holdId) : captureHold(ctx, holdId, { points: 10 }),
        );
      },
    ]).flat();
  });
  const results = await Promise.all([
    ...people.map((work) => outcome(comingAgain<unknown>(work))),
    ...Array.from({ length: 4 }, () => outcome(comingAgain(() => drain(program, 3)))),
  ]);
  await drain(program);
  // A deadlock would be a fault.
  for (const result of results) expect(["done", "insufficient_points"]).toContain(result);
  const caps = await db().capUse.findMany({ where: { programId } });
  expect(caps.map(({ used }) => Number(used))).toEqual(members.map(() => VISIT_LIMIT));
  const totals = await Promise.all(members.map(({ memberId }) => readWallet(ctx, memberId)));
  expect(totals.every(({ available, held }) => available >= 0 && held === 0)).toBe(true);
  expect((await verifyLedger(ctx)).findings).toEqual([]);
}, 120_000);

test("what one program does changes no byte of another", async () => {
  const quiet = await makeClub();
  const member = await makeMember(quiet.ctx);
  await acceptEvents(quiet.ctx, [visit(member, "v1")]);
  await drain(quiet);
  await placeHold(quiet.ctx, member.memberId, { points: 3, reason: "A mug" });
  await acceptEvents(quiet.ctx, [visit(member, "v2")]);
  const before = await bytesOf(quiet.programId);

  const loud = await makeClub();
  const own = await makeMember(loud.ctx);
  await acceptEvents(loud.ctx, [visit(own, "v1"), visit(own, "v2"), visit(own, "v3")]);
  await drain(loud);
  await spendPoints(loud.ctx, own.memberId, { points: 4, reason: "A mug" });
  const strangers = [
    spendPoints(loud.ctx, member.memberId, { points: 1, reason: "A mug" }),
    placeHold(loud.ctx, member.memberId, { points: 1, reason: "A mug" }),
    requestAdjustment(loud.ctx, member.memberId, { points: 1, reason: "Goodwill" }),
    readWallet(loud.ctx, member.memberId),
  ];
  for (const answer of await Promise.all(strangers.map(outcome))) expect(answer).toBe("not_found");
  expect((await acceptEvents(loud.ctx, [visit(member, "v9")])).rejected).toBe(1);
  expect(await bytesOf(quiet.programId)).toEqual(before);
});

/** A digest of everything that a program has, by table. */
async function bytesOf(programId: string): Promise<Record<string, string>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'program_id' ORDER BY table_name`;
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db().$queryRawUnsafe<{ digest: string }[]>(
      `SELECT md5(coalesce(string_agg(own::text, E'\\n' ORDER BY own::text), '')) AS digest
       FROM "${name}" AS own WHERE program_id = $1::uuid`,
      programId,
    );
    digests[name] = row?.digest ?? "";
  }
  return digests;
}
