import { describe, expect, it } from "vitest";
import { env } from "@/lib/config/env";
import { publicAddress } from "@/lib/config/public-address";
import { newId, toTypeId } from "@/lib/core/ids";
import { db, sqlState } from "@/lib/db";
import type { PaymentProvider } from "@/lib/payments";
import { signTestNotice } from "@/lib/payments";
import { nextPaymentState, PAYMENT_COMMANDS, PAYMENT_STATES } from "@/lib/payments/schema";
import { readRedemption } from "@/lib/redemptions";
import {
  cancelRedemption,
  expireRedemptions,
  redeem,
  refreshPayment,
  reverseRedemption,
  settleNotice,
  startPayment,
} from ".";
import { giveRefunds } from "./give-refunds";
import {
  BERLIN,
  findingsOf,
  makeParcel,
  makePoolReward,
  makeReward,
  makeShopper,
  minutesLater,
  NOON,
  pointsOf,
  stockOf,
  wish,
} from "./testing";

type Shopper = Awaited<ReturnType<typeof makeShopper>>;
const BACK = "https://club.example/orders/1";

async function ask(shopper: Shopper, rewardId: string, more: object = {}) {
  const { asMember, memberId } = shopper;
  const { redemptionId, payment } = await redeem(asMember, memberId, wish(rewardId, more));
  const paymentId = payment?.paymentId ?? "";
  return { redemptionId, paymentId };
}

/** What the provider without money tells. */
async function tell(shopper: Shopper, paymentId: string, answer: string, minutes = 0): Promise<void> {
  const payment = toTypeId("pay", paymentId);
  const program = toTypeId("prog", shopper.program.programId);
  const body = JSON.stringify({ program, payment, reference: `test_${payment}`, answer });
  await settleNotice("test", body, signTestNotice(env().WORKER_SECRET, body), minutesLater(minutes));
}

async function stateOf({ ctx }: Shopper, redemptionId: string) {
  const { state, payment, steps } = await readRedemption(ctx, redemptionId);
  return { state, payment: payment?.state, last: steps.at(-1)?.what };
}

describe("points and money", () => {
  it("wait for the payment with the points set aside, and are fulfilled when it comes, once", async () => {
    const shopper = await makeShopper({ sandbox: true });
    const { program, memberId, asMember } = shopper;
    const rewardId = await makeReward(program, { amountMinor: 500, stock: 2 });
    const { redemptionId, paymentId } = await ask(shopper, rewardId);
    expect(await stateOf(shopper, redemptionId)).toMatchObject({ state: "requested", payment: "pending" });
    expect(await pointsOf(program, memberId)).toEqual({ available: 400, held: 100, spent: 0 });
    expect(await findingsOf(program)).toEqual([]);
    const { url } = await startPayment(asMember, redemptionId, BACK);
    expect(url).toBe(
      `${publicAddress()}/club/${program.slug}/pay/${toTypeId("pay", paymentId)}?return=${encodeURIComponent(BACK)}`,
    );
    expect(await startPayment(asMember, redemptionId, BACK)).toEqual({ url });
    await Promise.all([1, 2, 3, 4].map(() => tell(shopper, paymentId, "paid")));
    expect(await stateOf(shopper, redemptionId)).toEqual({
      state: "fulfilled",
      payment: "paid",
      last: "fulfilled",
    });
    expect(await pointsOf(program, memberId)).toEqual({ available: 400, held: 0, spent: 100 });
    expect(await db().voucher.count({ where: { programId: program.programId } })).toBe(1);
    expect(await refreshPayment(asMember, redemptionId)).toBe("paid");
    await expect(startPayment(asMember, redemptionId, BACK)).rejects.toMatchObject({
      code: "nothing_to_pay",
    });
    expect(await findingsOf(program)).toEqual([]);
  });

  it("give a parcel its own time once it is paid", async () => {
    const shopper = await makeShopper({ sandbox: true });
    const rewardId = await makeParcel(shopper.program, { amountMinor: 500, holdMinutes: 600 });
    const { redemptionId, paymentId } = await ask(shopper, rewardId, { delivery: BERLIN });
    await tell(shopper, paymentId, "paid");
    const dto = await readRedemption(shopper.ctx, redemptionId);
    expect(dto).toMatchObject({ state: "reserved", expiresAt: "2026-11-20T22:00:00.000Z" });
    expect(await findingsOf(shopper.program)).toEqual([]);
  });

  it.each([
    ["failed", "failed", "payment_failed"],
    ["cancelled", "cancelled", "cancelled"],
  ])("end where the payment is %s, and what is paid all the same goes back", async (answer, state, last) => {
    const shopper = await makeShopper({ sandbox: true });
    const { program, memberId } = shopper;
    const rewardId = await makeReward(program, { amountMinor: 500, stock: 2 });
    const { redemptionId, paymentId } = await ask(shopper, rewardId);
    await tell(shopper, paymentId, answer);
    expect(await stateOf(shopper, redemptionId)).toEqual({ state, payment: answer, last });
    expect(await pointsOf(program, memberId)).toEqual({ available: 500, held: 0, spent: 0 });
    expect(await stockOf(program, rewardId)).toBe(2);
    await tell(shopper, paymentId, "paid");
    expect(await stateOf(shopper, redemptionId)).toEqual({
      state,
      payment: "refund_due",
      last: "refund_due",
    });
    expect(await findingsOf(program)).toEqual([]);
  });

  it("that come after the time is up are paid back, and the refund is tried until it succeeds", async () => {
    const shopper = await makeShopper({ sandbox: true });
    const { program } = shopper;
    const rewardId = await makeReward(program, { amountMinor: 500 });
    const { redemptionId, paymentId } = await ask(shopper, rewardId);
    expect(await expireRedemptions(minutesLater(60), { programId: program.programId })).toBe(1);
    expect(await stateOf(shopper, redemptionId)).toMatchObject({ state: "failed", payment: "cancelled" });
    await tell(shopper, paymentId, "paid", 61);
    await tell(shopper, paymentId, "paid", 61);
    let calls = 0;
    const flaky = {
      refund: async ({ payment }: { payment: string }) => {
        if (payment !== toTypeId("pay", paymentId)) return;
        calls += 1;
        if (calls === 1) throw new Error("down");
      },
    } as unknown as PaymentProvider;
    await giveRefunds(minutesLater(61), () => flaky);
    expect(await stateOf(shopper, redemptionId)).toMatchObject({ payment: "refund_due" });
    const kept = await db().payment.findFirstOrThrow({ where: { programId: program.programId } });
    expect(kept).toMatchObject({ attempts: 1, error: "down" });
    // Not before it is due, and never twice.
    await giveRefunds(minutesLater(61), () => flaky);
    for (const minutes of [62, 63]) await giveRefunds(minutesLater(minutes), () => flaky);
    expect(calls).toBe(2);
    expect(await stateOf(shopper, redemptionId)).toEqual({
      state: "failed",
      payment: "refunded",
      last: "refunded",
    });
  });

  it("are paid back when the order is called off or taken back", async () => {
    const shopper = await makeShopper({ sandbox: true });
    const { program, asSupport } = shopper;
    const parcel = await makeParcel(program, { amountMinor: 500 });
    const off = await ask(shopper, parcel, { delivery: BERLIN });
    await tell(shopper, off.paymentId, "paid");
    await cancelRedemption(shopper.asMember, off.redemptionId);
    expect(await stateOf(shopper, off.redemptionId)).toMatchObject({
      state: "cancelled",
      payment: "refund_due",
    });
    const back = await ask(shopper, await makeReward(program, { amountMinor: 500 }));
    await tell(shopper, back.paymentId, "paid");
    await reverseRedemption(asSupport, back.redemptionId, { reason: "Wrong reward" });
    expect(await stateOf(shopper, back.redemptionId)).toMatchObject({
      state: "reversed",
      payment: "refund_due",
    });
    expect(await findingsOf(program)).toEqual([]);
  });

  it("are paid back where the last code went to somebody else meanwhile", async () => {
    const shopper = await makeShopper({ sandbox: true });
    const { program, memberId, asMember } = shopper;
    const { rewardId, poolId } = await makePoolReward(program, ["ONLY-ONE"], { amountMinor: 500 });
    const { redemptionId, paymentId } = await ask(shopper, rewardId);
    const free = await makeReward(program, { kind: "pool_voucher", poolId });
    await redeem(asMember, memberId, wish(free));
    await tell(shopper, paymentId, "paid");
    expect(await stateOf(shopper, redemptionId)).toMatchObject({ state: "failed", payment: "refund_due" });
    expect(await pointsOf(program, memberId)).toEqual({ available: 400, held: 0, spent: 100 });
    expect(await findingsOf(program)).toEqual([]);
  });

  it("take no word of strangers", async () => {
    const shopper = await makeShopper({ sandbox: true });
    const rewardId = await makeReward(shopper.program, { amountMinor: 500 });
    const { paymentId } = await ask(shopper, rewardId);
    const payment = toTypeId("pay", paymentId);
    const program = toTypeId("prog", shopper.program.programId);
    const body = JSON.stringify({ program, payment, reference: `test_${payment}`, answer: "paid" });
    for (const signature of [null, "00", signTestNotice("another secret", body)]) {
      await expect(settleNotice("test", body, signature)).rejects.toMatchObject({ code: "unauthenticated" });
    }
    await expect(settleNotice("stripe", body, "x")).rejects.toMatchObject({ code: "payments_unavailable" });
    await expect(settleNotice("other", body, "x")).rejects.toMatchObject({ code: "not_found" });
  });
});

it("the database lets a payment go on as the course says, and no other way", async () => {
  const { program, memberId } = await makeShopper({ points: 0 });
  const { programId } = program;
  const redemptionId = newId();
  const asked = {
    state: "requested",
    rewardId: newId(),
    fulfilment: "manual",
    points: 0n,
    channel: "api",
  } as const;
  await db().redemption.create({
    data: { programId, redemptionId, memberId, reward: {}, createdAt: NOON, ...asked },
  });
  const allowed = new Set(
    PAYMENT_STATES.flatMap((from) =>
      PAYMENT_COMMANDS.map((command) => `${from} ${nextPaymentState(from, command)}`),
    ),
  );
  for (const from of PAYMENT_STATES) {
    for (const to of PAYMENT_STATES.filter((state) => state !== from)) {
      const paymentId = newId();
      const money = {
        amountMinor: 500n,
        currency: "EUR",
        provider: "test",
        createdAt: NOON,
        updatedAt: NOON,
      };
      await db().payment.create({ data: { programId, paymentId, redemptionId, state: from, ...money } });
      const moved = db().payment.update({
        where: { programId_paymentId: { programId, paymentId } },
        data: { state: to },
      });
      const fault = await moved.then(
        () => null,
        (error: unknown) => sqlState(error) ?? String(error),
      );
      expect([`${from} ${to}`, fault === null]).toEqual([`${from} ${to}`, allowed.has(`${from} ${to}`)]);
    }
  }
});
