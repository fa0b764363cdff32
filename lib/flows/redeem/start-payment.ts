import "server-only";
import { type Ctx, systemCtx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { publicAddress } from "@/lib/config/public-address";
import { present } from "@/lib/core/assert";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { db, withTx } from "@/lib/db";
import { readMember } from "@/lib/members";
import { providerNamed } from "@/lib/payments";
import { readProgram } from "@/lib/programs";
import {
  keepReference,
  type PaymentState,
  readPaymentOf,
  readRedemptionRow,
  requireReader,
} from "@/lib/redemptions";
import { nameFor } from "@/lib/redemptions/schema";
import { settlePayment } from "./settle-payment";

/**
 * Starts the payment of a redemption that waits for it, or finds the page again where it was started before.
 * @param returnUrl where the payer comes back to, whatever came of it
 * @returns the page on which it is paid
 * @throws Forbidden, NotFound; Conflict `nothing_to_pay`; PaymentFault, PaymentsUnavailable
 */
export async function startPayment(
  ctx: Ctx,
  redemptionId: string,
  returnUrl: string,
): Promise<{ url: string }> {
  const { programId } = ctx;
  const row = await readRedemptionRow(db(), programId, redemptionId);
  requireReader(ctx, row);
  requireSelfOr(ctx, row.memberId, "redemptions:write");
  const payment = await readPaymentOf(db(), programId, redemptionId);
  if (payment === null || payment.state !== "pending" || row.state !== "requested") {
    throw new Conflict("nothing_to_pay", "There is nothing to pay for this redemption.");
  }
  const provider = providerNamed(payment.provider);
  if (payment.providerReference !== null) {
    const { url } = await provider.status(payment.providerReference);
    if (url !== null) return { url };
  }
  const { locale: own } = await readMember(
    { ...ctx, actor: { kind: "member", memberId: row.memberId } },
    row.memberId,
  );
  const program = await readProgram(programId);
  const locale = own ?? program.locale;
  const started = await provider.create({
    program: toTypeId("prog", programId),
    payment: toTypeId("pay", payment.paymentId),
    clubUrl: `${publicAddress()}/club/${program.slug}`,
    amountMinor: payment.amountMinor,
    currency: payment.currency,
    description: nameFor(row.reward, locale),
    locale,
    returnUrl,
    expiresAt: present(row.expiresAt, "what waits for its payment has a deadline"),
  });
  await withTx(ctx, (tx) => keepReference(tx, programId, payment.paymentId, started.reference));
  return { url: started.url };
}

/**
 * Asks the provider how the payment of a redemption stands, and acts on it: for those who come back from its page
 * before it has told by itself.
 * @returns how the payment stands; null where there is none
 * @throws Forbidden, NotFound; PaymentFault, PaymentsUnavailable
 */
export async function refreshPayment(ctx: Ctx, redemptionId: string): Promise<PaymentState | null> {
  const { programId, clock } = ctx;
  const row = await readRedemptionRow(db(), programId, redemptionId);
  requireReader(ctx, row);
  if (ctx.actor.kind === "partner") throw new NotFound("payment");
  const payment = await readPaymentOf(db(), programId, redemptionId);
  if (payment === null || payment.state !== "pending" || payment.providerReference === null) {
    return payment?.state ?? null;
  }
  const { paymentId, provider, providerReference: reference } = payment;
  const { answer } = await providerNamed(provider).status(reference);
  return settlePayment(systemCtx(programId, "payments", clock), { paymentId, provider, reference }, answer);
}
