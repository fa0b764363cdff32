import { NotFound } from "@/lib/core/errors";
import type { Prisma, Tx } from "@/lib/db";
import { nextPaymentState, type PaymentCommand, type PaymentState } from "@/lib/payments/schema";

/** The money part of a redemption as it is kept. */
export type PaymentRow = {
  paymentId: string;
  redemptionId: string;
  provider: string;
  providerReference: string | null;
  amountMinor: number;
  currency: string;
  state: PaymentState;
  error: string | null;
  attempts: number;
  createdAt: Date;
  updatedAt: Date;
};

type Stored = Prisma.PaymentGetPayload<Record<string, never>>;

export function toPaymentRow({ programId: _, nextAttemptAt: __, ...stored }: Stored): PaymentRow {
  return { ...stored, amountMinor: Number(stored.amountMinor) };
}

/** The payment of a redemption; null where it costs points alone. */
export async function readPaymentOf(
  tx: Tx,
  programId: string,
  redemptionId: string,
): Promise<PaymentRow | null> {
  const stored = await tx.payment.findFirst({
    where: { programId, redemptionId },
    orderBy: { paymentId: "desc" },
  });
  return stored === null ? null : toPaymentRow(stored);
}

/** @throws NotFound */
export async function readPayment(tx: Tx, programId: string, paymentId: string): Promise<PaymentRow> {
  const stored = await tx.payment.findUnique({
    where: { programId_paymentId: { programId, paymentId } },
  });
  if (stored === null) throw new NotFound("payment");
  return toPaymentRow(stored);
}

export async function insertPayment(
  tx: Tx,
  programId: string,
  payment: Pick<
    PaymentRow,
    "paymentId" | "redemptionId" | "provider" | "amountMinor" | "currency" | "createdAt"
  >,
): Promise<void> {
  await tx.payment.create({ data: { programId, ...payment, updatedAt: payment.createdAt } });
}

/**
 * Moves a payment on, where its state allows that; the lane of its member is held. One that has to go back is due
 * for its refund at once.
 * @returns the state that it came to; null where it stays as it is
 */
export async function movePayment(
  tx: Tx,
  programId: string,
  { paymentId, state }: Pick<PaymentRow, "paymentId" | "state">,
  command: PaymentCommand,
  now: Date,
  error: string | null = null,
): Promise<PaymentState | null> {
  const next = nextPaymentState(state, command);
  if (next === null) return null;
  await tx.payment.update({
    where: { programId_paymentId: { programId, paymentId } },
    data: { state: next, error, updatedAt: now, nextAttemptAt: next === "refund_due" ? now : null },
  });
  return next;
}

/** Keeps by what the provider knows a payment. */
export async function keepReference(
  tx: Tx,
  programId: string,
  paymentId: string,
  providerReference: string,
): Promise<void> {
  await tx.payment.update({
    where: { programId_paymentId: { programId, paymentId } },
    data: { providerReference },
  });
}
