import "server-only";
import { type Ctx, systemCtx } from "@/lib/auth/context";
import { type Clock, systemClock } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { withTx } from "@/lib/db";
import { type PaymentAnswer, providerNamed } from "@/lib/payments";
import { movePayment, type PaymentRow, type PaymentState, readPayment } from "@/lib/redemptions";
import { postponeForRedemption } from "@/lib/wallet";
import { atRedemption, type Handling } from "./at-redemption";
import { complete } from "./complete";
import { reservedUntil } from "./deadlines";
import { endUnderWay } from "./end-under-way";
import { placeOrder } from "./place-order";
import { isAtOnce } from "./redeem";
import { RedemptionRefused } from "./refusals";
import { tellMember } from "./tell-member";

/**
 * Takes what a payment provider tells by itself.
 * @param body as it came, which its signature is over
 * @throws Unauthenticated, NotFound, PaymentsUnavailable
 */
export async function settleNotice(
  provider: string,
  body: string,
  signature: string | null,
  clock: Clock = systemClock,
): Promise<void> {
  const notice = await providerNamed(provider).readNotice(body, signature);
  if (notice === null) return;
  const programId = fromTypeId("prog", notice.program);
  const paymentId = fromTypeId("pay", notice.payment);
  if (programId === null || paymentId === null) throw new NotFound("payment");
  const ctx = systemCtx(programId, "payments", clock);
  await settlePayment(ctx, { paymentId, provider, reference: notice.reference }, notice.answer);
}

type Settling = Pick<PaymentRow, "paymentId"> & { provider: string; reference: string };

/**
 * Acts on how a payment stands, each answer once however often it comes: what is paid goes on to be fulfilled, what
 * will not be paid ends the redemption. What is paid after that is over is paid back.
 * @returns how the payment stands afterwards
 * @throws NotFound
 */
export async function settlePayment(
  ctx: Ctx,
  { paymentId, provider, reference }: Settling,
  answer: PaymentAnswer,
): Promise<PaymentState> {
  return withTx(ctx, async (tx) => {
    const { redemptionId } = await readPayment(tx, ctx.programId, paymentId);
    return atRedemption(tx, ctx, redemptionId, async (handling) => {
      const payment = await readPayment(tx, ctx.programId, paymentId);
      if (payment.provider !== provider) throw new NotFound("payment");
      if (payment.providerReference === null) {
        await tx.payment.update({
          where: { programId_paymentId: { programId: ctx.programId, paymentId } },
          data: { providerReference: reference },
        });
      } else if (payment.providerReference !== reference) throw new NotFound("payment");
      return answer === "pending" ? payment.state : settle(handling, payment, answer);
    });
  });
}

async function settle(
  handling: Handling,
  payment: PaymentRow,
  answer: Exclude<PaymentAnswer, "pending">,
): Promise<PaymentState> {
  const { tx, ctx, desk, file } = handling;
  const { row } = file;
  const isWanted = row.state === "requested" && row.expiresAt !== null && row.expiresAt > desk.now;
  const move = (command: Parameters<typeof movePayment>[3], error?: string) =>
    movePayment(tx, ctx.programId, payment, command, desk.now, error);
  if (answer === "paid") {
    const state = await move(isWanted ? "pay" : "payLate");
    if (state === "paid") {
      file.note("paid", { amountMinor: payment.amountMinor });
      return goOn(handling, { ...payment, state });
    }
    if (state === "refund_due") file.note("refund_due", { amountMinor: payment.amountMinor });
    return state ?? payment.state;
  }
  const state = await move(answer === "failed" ? "fail" : "cancel");
  if (state !== null && row.state === "requested") {
    if (answer === "failed") file.move("fail", "payment_failed");
    else file.move("cancel", "cancelled");
    await endUnderWay(handling);
    await tellMember(handling);
  }
  return state ?? payment.state;
}

/** What is paid is reserved, and fulfilled where nobody has to do anything for it. */
async function goOn(handling: Handling, payment: PaymentRow): Promise<PaymentState> {
  const { tx, ctx, desk, file, program } = handling;
  const { row } = file;
  file.move("reserve", "reserved");
  if (!isAtOnce(row)) {
    row.expiresAt = reservedUntil(row, program, desk.now);
    if (row.holdId !== null) await postponeForRedemption(tx, ctx.programId, row.holdId, row.expiresAt);
    await placeOrder(handling);
    return payment.state;
  }
  try {
    await complete(handling);
    return payment.state;
  } catch (error) {
    // Its last code went to somebody else while the member paid: nothing has been done for this one yet.
    if (!(error instanceof RedemptionRefused)) throw error;
  }
  file.move("fail", "failed");
  await endUnderWay(handling);
  await tellMember(handling);
  return "refund_due";
}
