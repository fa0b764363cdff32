import "server-only";
import { type Ctx, systemCtx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { readPayment, readRedemptionRow } from "@/lib/redemptions";
import { settlePayment } from "./settle-payment";

/** A payment at the provider without money, as its page shows it. */
export type TestPayment = { reward: string; amountMinor: number; currency: string; isPending: boolean };

/** @throws NotFound unless it is the member's, and only played */
export async function readTestPayment(ctx: Ctx, paymentId: string): Promise<TestPayment> {
  const { payment, row } = await find(ctx, paymentId);
  const { amountMinor, currency, state } = payment;
  return { reward: row.reward.name, amountMinor, currency, isPending: state === "pending" };
}

/** Ends such a payment as its page was told. @throws NotFound */
export async function endTestPayment(ctx: Ctx, paymentId: string, answer: "paid" | "failed"): Promise<void> {
  const { payment } = await find(ctx, paymentId);
  const reference = payment.providerReference;
  if (reference === null) throw new NotFound("payment");
  const asProvider = systemCtx(ctx.programId, "payments", ctx.clock);
  await settlePayment(asProvider, { paymentId, provider: "test", reference }, answer);
}

async function find({ programId, actor }: Ctx, paymentId: string) {
  const payment = await readPayment(db(), programId, paymentId);
  const row = await readRedemptionRow(db(), programId, payment.redemptionId);
  const isOwn = actor.kind === "member" && actor.memberId === row.memberId;
  if (payment.provider !== "test" || !isOwn) throw new NotFound("payment");
  return { payment, row };
}
