/**
 * The course of a payment: what is heard of it, and where that leads. What is paid after all was given up is paid
 * back. The database refuses whatever else is tried (trigger `payment_moves_on`).
 */

export const PAYMENT_STATES = ["pending", "paid", "refund_due", "refunded", "failed", "cancelled"] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/**
 * pay: the money is there, and wanted; payLate: it is there, and what it was for is over; fail: it will not come;
 * cancel: it is not wanted any more; giveBack: it has to go back; refund: it has gone back.
 */
export const PAYMENT_COMMANDS = ["pay", "payLate", "fail", "cancel", "giveBack", "refund"] as const;
export type PaymentCommand = (typeof PAYMENT_COMMANDS)[number];

const COURSE: Readonly<Record<PaymentState, Partial<Record<PaymentCommand, PaymentState>>>> = {
  pending: { pay: "paid", payLate: "refund_due", fail: "failed", cancel: "cancelled" },
  failed: { payLate: "refund_due" },
  cancelled: { payLate: "refund_due" },
  paid: { giveBack: "refund_due" },
  refund_due: { refund: "refunded" },
  refunded: {},
};

/** Where a command leads; null where it is not for this state: it has been done, or is too late. */
export function nextPaymentState(state: PaymentState, command: PaymentCommand): PaymentState | null {
  return COURSE[state][command] ?? null;
}
