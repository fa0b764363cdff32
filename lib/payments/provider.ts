/** Takes money for a program, and gives it back. Amounts are in minor units of the currency (ISO 4217). */

/** What is to be paid. */
export type PaymentOrder = {
  /** TypeIDs: they come back with what the provider tells. */
  program: string;
  payment: string;
  /** Address of the club's own pages, without a slash at the end. */
  clubUrl: string;
  amountMinor: number;
  currency: string;
  /** What it is for; the payer reads it. */
  description: string;
  /** BCP 47, for the provider's page. */
  locale: string;
  /** Where the payer comes back to, whatever came of it. */
  returnUrl: string;
  /** From then on it is not wanted any more; at least half an hour after the first try to start it. */
  expiresAt: Date;
};

/** Where the payer goes, and by what the provider knows the payment. */
export type StartedPayment = { reference: string; url: string };

/** How a payment stands at its provider. */
export type PaymentAnswer = "pending" | "paid" | "failed" | "cancelled";

/** The same with the page on which it can still be paid, where there is one. */
export type PaymentStatus = { answer: PaymentAnswer; url: string | null };

/** What a provider tells by itself. */
export type PaymentNotice = { program: string; payment: string; reference: string; answer: PaymentAnswer };

export interface PaymentProvider {
  readonly name: "test" | "stripe";
  /** Starts a payment; the same order again is the same payment. @throws PaymentFault */
  create(order: PaymentOrder): Promise<StartedPayment>;
  /** @throws PaymentFault */
  status(reference: string): Promise<PaymentStatus>;
  /** Gives all of a payment back; a second time changes nothing. @throws PaymentFault */
  refund(paid: { payment: string; reference: string; amountMinor: number }): Promise<void>;
  /**
   * Reads what the provider sent, once its signature is verified.
   * @returns null where it is of no interest
   * @throws Unauthenticated where the signature is not the provider's
   */
  readNotice(body: string, signature: string | null): Promise<PaymentNotice | null>;
}
