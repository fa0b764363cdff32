import { systemCtx } from "@/lib/auth/context";
import { describeError } from "@/lib/config/describe-error";
import type { Clock } from "@/lib/core/clock";
import { toTypeId } from "@/lib/core/ids";
import { db, withTx } from "@/lib/db";
import { type PaymentProvider, providerNamed } from "@/lib/payments";
import {
  movePayment,
  noteRefundAttempt,
  readPayment,
  type TakenRefund,
  takeDueRefunds,
} from "@/lib/redemptions";
import { delayAfter } from "@/lib/webhooks";
import { atRedemption } from "./at-redemption";

const AT_ONCE = 20;
const LEASE_MS = 120_000;
/** Money that is owed is tried for as long as it takes, in the end once a day. */
const LONGEST_MS = 24 * 60 * 60_000;

/**
 * Gives back what is due, several at once. A refund that does not succeed is tried again, later and later; its
 * provider knows it by the payment and gives nothing back twice.
 * @param named how a provider is found by its name
 * @returns how many were tried
 */
export async function giveRefunds(
  clock: Clock,
  named: (name: string) => PaymentProvider = providerNamed,
): Promise<number> {
  const now = clock.now();
  const due = await takeDueRefunds(db(), now, new Date(now.getTime() + LEASE_MS), AT_ONCE);
  await Promise.all(due.map((refund) => giveBack(refund, clock, named)));
  return due.length;
}

async function giveBack(
  refund: TakenRefund,
  clock: Clock,
  named: (name: string) => PaymentProvider,
): Promise<void> {
  const { programId, paymentId, redemptionId, provider, providerReference: reference } = refund;
  try {
    if (reference !== null) {
      const amountMinor = Number(refund.amountMinor);
      await named(provider).refund({ payment: toTypeId("pay", paymentId), reference, amountMinor });
    }
  } catch (error) {
    const now = clock.now();
    const nextAttemptAt = new Date(now.getTime() + (delayAfter(refund.attempts) ?? LONGEST_MS));
    const { message } = describeError(error);
    await noteRefundAttempt(db(), refund, { error: message.slice(0, 300), nextAttemptAt, now });
    return;
  }
  const ctx = systemCtx(programId, "payments", clock);
  await withTx(ctx, (tx) =>
    atRedemption(tx, ctx, redemptionId, async ({ file, desk }) => {
      const payment = await readPayment(tx, programId, paymentId);
      const state = await movePayment(tx, programId, payment, "refund", desk.now);
      if (state !== null) file.note("refunded", { amountMinor: payment.amountMinor });
    }),
  );
}
