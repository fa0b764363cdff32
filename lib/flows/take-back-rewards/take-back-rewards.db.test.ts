import { beforeEach, expect, it } from "vitest";
import { db, withTx } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import { reverseEntry } from "@/lib/flows/reverse-entry";
import { updatePointType } from "@/lib/programs";
import {
  acceptInvitation,
  listReferrals,
  readOwnReferrals,
  rewardReferrals,
  setReferralPolicy,
} from "@/lib/referrals";
import { NO_REFERRALS } from "@/lib/referrals/schema";
import { comingAgain } from "@/lib/testing/coming-again";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { readActivity, readWallet, spendPoints, verifyLedger } from "@/lib/wallet";
import { takeBackRewards } from ".";

const clock = { now: () => new Date("2026-11-20T12:00:00Z") };
let program: TestProgram;
let referrerId: string;
let refereeId: string;
let card: string;
let sent = 0;

async function post(): Promise<void> {
  while ((await postSlice({ programId: program.programId, clock })) !== null);
}

async function send(event: object): Promise<string> {
  sent += 1;
  const id = `e-${sent}`;
  const common = { id, member: { cardNumber: card }, occurredAt: clock.now().toISOString() };
  expect((await acceptEvents(program.ctx, [{ ...common, ...event }])).rejected).toBe(0);
  await post();
  return id;
}

const lines = [
  { sku: "a", amountMinor: 900 },
  { sku: "b", amountMinor: 400 },
];
const buy = () => send({ type: "purchase", currency: "EUR", amountMinor: 1_300, lines });
const takeBack = () => takeBackRewards(clock, program.programId);
const wallets = async () => {
  const read = (memberId: string) => readWallet(program.ctx, memberId);
  const [referrer, referee] = await Promise.all([read(referrerId), read(refereeId)]);
  return [referrer.available - referrer.debt, referee.available - referee.debt];
};
const standing = async () => (await listReferrals(program.ctx, { limit: 1 })).items[0];

beforeEach(async () => {
  program = await makeProgram({ lanes: 2 }, clock);
  const policy = { ...NO_REFERRALS, enabled: true, minimumMinor: 1_000, waitDays: 0 };
  await setReferralPolicy(program.ctx, policy);
  ({ memberId: referrerId } = await makeMember(program.ctx));
  ({ memberId: refereeId, cardNumber: card } = await makeMember(program.ctx));
  const own = await readOwnReferrals({ ...program.ctx, actor: { kind: "member", memberId: referrerId } });
  await withTx(program.ctx, (tx) =>
    acceptInvitation(tx, program.ctx, { code: own?.code ?? "", memberId: refereeId }),
  );
});

/** A purchase for which both sides have been rewarded. */
async function rewarded(): Promise<string> {
  const purchaseId = await buy();
  await rewardReferrals(clock);
  await post();
  expect(await wallets()).toEqual([200, 100]);
  return purchaseId;
}

it("takes both rewards back when the purchase comes back, once, and says why", async () => {
  const purchaseId = await rewarded();
  await send({ type: "return", purchaseId });
  const settled = await Promise.all([1, 2, 3].map(() => comingAgain(takeBack)));
  expect(settled.some((count) => count === 1)).toBe(true);
  expect(await takeBack()).toBe(0);
  expect(await wallets()).toEqual([0, 0]);
  expect(await standing()).toMatchObject({ state: "taken_back", referrerTaken: 200, refereeTaken: 100 });
  const { items } = await readActivity(program.ctx, referrerId, { limit: 5 });
  expect(items).toHaveLength(2);
  expect(items[0]).toMatchObject({ type: "reversal", points: -200 });
  expect(items[0]?.headline.what).toBe("Reversed: a reward for an invitation");
  expect(JSON.stringify(items[0])).toContain("The purchase that this was given for came back");
  const own = await readOwnReferrals({ ...program.ctx, actor: { kind: "member", memberId: referrerId } });
  expect(own).toMatchObject({ rewarded: 0, pointsEarned: 0 });
  // Another purchase is no first one any more.
  await buy();
  await rewardReferrals(clock);
  await post();
  expect(await wallets()).toEqual([0, 0]);
  expect((await verifyLedger(program.ctx)).findings).toEqual([]);
});

it("keeps them while enough of the purchase is left, and looks again when more comes back", async () => {
  const purchaseId = await rewarded();
  // 1 300 of which 900 would be too little.
  await setReferralPolicy(program.ctx, { ...NO_REFERRALS, enabled: true, minimumMinor: 900, waitDays: 0 });
  await send({ type: "return", purchaseId, lines: [{ line: 1, quantity: 1 }] });
  expect(await takeBack()).toBe(1);
  expect([await wallets(), (await standing())?.state]).toEqual([[200, 100], "rewarded"]);
  await send({ type: "return", purchaseId, lines: [{ line: 0, quantity: 1 }] });
  await takeBack();
  expect([await wallets(), (await standing())?.state]).toEqual([[0, 0], "taken_back"]);
});

it.each([
  { returnPolicy: "debt" as const, left: [-150, 0], taken: 200 },
  { returnPolicy: "within_balance" as const, left: [0, 0], taken: 50 },
  { returnPolicy: "only_pending" as const, left: [50, 100], taken: 0 },
])(
  "goes by the policy on returns where points are spent: $returnPolicy",
  async ({ returnPolicy, left, taken }) => {
    await updatePointType(program.ctx, "points", { returnPolicy });
    const purchaseId = await rewarded();
    await spendPoints(program.ctx, referrerId, { points: 150, reason: "A mug" });
    await send({ type: "return", purchaseId });
    await takeBack();
    expect(await wallets()).toEqual(left);
    expect(await standing()).toMatchObject({ state: "taken_back", referrerTaken: taken });
    expect((await verifyLedger(program.ctx)).findings).toEqual([]);
  },
);

it("follows the reversal of the purchase, and takes nothing twice that somebody reversed by hand", async () => {
  const purchaseId = await rewarded();
  const { programId } = program;
  const event = await db().event.findFirstOrThrow({ where: { programId, externalId: purchaseId } });
  const credit = await db().event.findFirstOrThrow({
    where: { programId, source: "credit:referral", memberId: referrerId },
  });
  await reverseEntry(program.ctx, credit.eventId, { reason: "A mistake" });
  await reverseEntry(program.ctx, event.eventId, { reason: "Never paid" });
  expect(await takeBack()).toBe(1);
  expect(await wallets()).toEqual([0, 0]);
  expect(await standing()).toMatchObject({ state: "taken_back", referrerTaken: 200, refereeTaken: 100 });
});
