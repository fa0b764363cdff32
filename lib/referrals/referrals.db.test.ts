import { beforeEach, describe, expect, it } from "vitest";
import type { MemberCtx } from "@/lib/auth/context";
import { db, withTx } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events/post-slice";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { readWallet } from "@/lib/wallet";
import { acceptInvitation } from "./accept-invitation";
import { listReferrals } from "./queries";
import { readOwnReferrals } from "./read-own-referrals";
import { rewardReferrals } from "./reward-referrals";
import { NO_REFERRALS, type ReferralPolicy } from "./schema";
import { setReferralPolicy } from "./set-referral-policy";

const START = Date.parse("2026-11-10T09:00:00Z");
const DAY = 24 * 60 * 60_000;
let now = START;
const clock = { now: () => new Date(now) };
let program: TestProgram;
let referrerId: string;
let code: string;

const policy = (change: Partial<ReferralPolicy> = {}): ReferralPolicy => ({
  ...NO_REFERRALS,
  enabled: true,
  referrerPoints: 200,
  refereePoints: 100,
  minimumMinor: 1_000,
  waitDays: 0,
  ...change,
});

const memberCtx = (memberId: string): MemberCtx => ({ ...program.ctx, actor: { kind: "member", memberId } });

beforeEach(async () => {
  now = START;
  await db().referral.deleteMany({ where: { state: "qualified" } });
  program = await makeProgram({ lanes: 4 }, clock);
  await setReferralPolicy(program.ctx, policy());
  ({ memberId: referrerId } = await makeMember(program.ctx));
  code = (await readOwnReferrals(memberCtx(referrerId)))?.code ?? "";
});

/** Somebody who comes by the link. */
async function bringAlong(by = code): Promise<string> {
  const { memberId } = await makeMember(program.ctx);
  await withTx(program.ctx, (tx) => acceptInvitation(tx, program.ctx, { code: by, memberId }));
  return memberId;
}

let sent = 0;
async function send(memberId: string, event: object): Promise<string> {
  sent += 1;
  const id = `e-${sent}`;
  const { cardNumber } = await db().member.findFirstOrThrow({
    where: { memberId },
    select: { cardNumber: true },
  });
  const common = { id, member: { cardNumber }, occurredAt: clock.now().toISOString() };
  const { rejected } = await acceptEvents(program.ctx, [{ ...common, ...event }]);
  expect(rejected).toBe(0);
  await post();
  return id;
}

const buy = (memberId: string, amountMinor: number, more: object = {}) =>
  send(memberId, { type: "purchase", currency: "EUR", amountMinor, ...more });

async function post(): Promise<void> {
  while ((await postSlice({ programId: program.programId, clock })) !== null);
}

async function reward(): Promise<void> {
  await rewardReferrals(clock);
  await post();
}

const balance = async (memberId: string) => (await readWallet(program.ctx, memberId)).available;
const balances = async (...ids: string[]) => Promise.all(ids.map(balance));
const stateOf = async (refereeId: string) =>
  db().referral.findFirstOrThrow({ where: { programId: program.programId, refereeId } });

describe("referrals", () => {
  it("reward both sides once, for the first purchase that is large enough", async () => {
    const refereeId = await bringAlong();
    await buy(refereeId, 999);
    await reward();
    expect(await balances(referrerId, refereeId)).toEqual([0, 0]);
    await buy(refereeId, 1_000);
    expect((await stateOf(refereeId)).state).toBe("qualified");
    await reward();
    expect(await balances(referrerId, refereeId)).toEqual([200, 100]);
    await buy(refereeId, 5_000);
    await reward();
    await reward();
    expect(await balances(referrerId, refereeId)).toEqual([200, 100]);
    expect(await readOwnReferrals(memberCtx(referrerId))).toMatchObject({
      code,
      joined: 1,
      rewarded: 1,
      pointsEarned: 200,
    });
    const { items } = await listReferrals(ctxFor(program, { role: "support" }), { limit: 5 });
    expect(items).toMatchObject([{ state: "rewarded", referrerPoints: 200, refereePoints: 100 }]);
  });

  it("are rewarded once by any number of workers at the same time", async () => {
    const referees = await Promise.all(Array.from({ length: 6 }, () => bringAlong()));
    for (const refereeId of referees) await buy(refereeId, 2_000);
    const decided = await Promise.all(Array.from({ length: 5 }, () => rewardReferrals(clock)));
    expect(decided.reduce((sum, count) => sum + count, 0)).toBe(6);
    await post();
    expect(await balance(referrerId)).toBe(1_200);
    expect(await balances(...referees)).toEqual(referees.map(() => 100));
  });

  it("are rewarded to one member at most so often in a month, under any concurrency", async () => {
    await setReferralPolicy(program.ctx, policy({ monthlyLimit: 2 }));
    const referees = await Promise.all(Array.from({ length: 5 }, () => bringAlong()));
    for (const refereeId of referees) await buy(refereeId, 2_000);
    await Promise.all(Array.from({ length: 5 }, () => rewardReferrals(clock)));
    await post();
    expect(await balance(referrerId)).toBe(400);
    expect(await balances(...referees)).toEqual(referees.map(() => 100));
    // Another month, another two.
    now = Date.parse("2026-12-01T00:00:00+01:00");
    const next = await bringAlong();
    await buy(next, 2_000);
    await reward();
    expect(await balance(referrerId)).toBe(600);
  });

  it("wait for returns where the program wants it, and start anew when the purchase comes back", async () => {
    await setReferralPolicy(program.ctx, policy({ waitDays: 14 }));
    const refereeId = await bringAlong();
    const lines = [
      { sku: "a", quantity: 2, amountMinor: 900 },
      { sku: "b", amountMinor: 400 },
    ];
    const purchaseId = await buy(refereeId, 1_300, { lines });
    await reward();
    expect(await balance(referrerId)).toBe(0);
    // 850 of 1300 are left: less than it takes.
    await send(refereeId, { type: "return", purchaseId, lines: [{ line: 0, quantity: 1 }] });
    now += 14 * DAY;
    await reward();
    expect(await stateOf(refereeId)).toMatchObject({ state: "joined", purchaseEventId: null });
    expect(await balances(referrerId, refereeId)).toEqual([0, 0]);

    await buy(refereeId, 1_000);
    now += 14 * DAY - 1;
    await reward();
    expect(await balance(referrerId)).toBe(0);
    now += 1;
    await reward();
    expect(await balances(referrerId, refereeId)).toEqual([200, 100]);
  });

  it("do not count after the days to buy", async () => {
    await setReferralPolicy(program.ctx, policy({ qualifyDays: 30 }));
    const refereeId = await bringAlong();
    now += 30 * DAY + 1;
    await buy(refereeId, 2_000);
    expect((await stateOf(refereeId)).state).toBe("joined");
  });

  it("refuse one's own code, a second one, an unknown one, and those of members who are blocked", async () => {
    const refereeId = await bringAlong();
    const second = await makeMember(program.ctx);
    const theirs = (await readOwnReferrals(memberCtx(second.memberId)))?.code ?? "";
    const accept = (memberId: string, by: string) =>
      withTx(program.ctx, (tx) => acceptInvitation(tx, program.ctx, { code: by, memberId }));
    await accept(refereeId, theirs);
    await accept(referrerId, code);
    await accept(second.memberId, "NOSUCHCD");
    await db().member.updateMany({ where: { memberId: referrerId }, data: { status: "blocked" } });
    await accept(second.memberId, code);
    const rows = await db().referral.findMany({ where: { programId: program.programId } });
    expect(rows).toMatchObject([{ referrerId, refereeId }]);
  });

  it("note one of two codes that a new member brings at the same time", async () => {
    const other = await makeMember(program.ctx);
    const theirs = (await readOwnReferrals(memberCtx(other.memberId)))?.code ?? "";
    const { memberId } = await makeMember(program.ctx);
    await Promise.all(
      [code, theirs, code].map((by) =>
        withTx(program.ctx, (tx) => acceptInvitation(tx, program.ctx, { code: by, memberId })),
      ),
    );
    expect(await db().referral.count({ where: { programId: program.programId, refereeId: memberId } })).toBe(
      1,
    );
  });

  it("give the other side its part when one of them has left", async () => {
    const refereeId = await bringAlong();
    await buy(refereeId, 2_000);
    await db().member.updateMany({ where: { memberId: referrerId }, data: { status: "blocked" } });
    await reward();
    expect(await balances(referrerId, refereeId)).toEqual([0, 100]);
  });

  it("are off until the program says otherwise", async () => {
    const elsewhere = await makeProgram({}, clock);
    const { memberId } = await makeMember(elsewhere.ctx);
    expect(await readOwnReferrals({ ...elsewhere.ctx, actor: { kind: "member", memberId } })).toBeNull();
    await setReferralPolicy(program.ctx, policy({ enabled: false }));
    await bringAlong();
    expect(await db().referral.count({ where: { programId: program.programId } })).toBe(0);
  });

  it("are set by those who may", async () => {
    await expect(setReferralPolicy(ctxFor(program, { role: "marketer" }), policy())).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("keep a member's code as it is, however often and at once it is asked for", async () => {
    const { memberId } = await makeMember(program.ctx);
    const asked = await Promise.all(Array.from({ length: 4 }, () => readOwnReferrals(memberCtx(memberId))));
    expect(new Set(asked.map((own) => own?.code)).size).toBe(1);
  });
});
