import { env } from "@/lib/config/env";
import { NotFound } from "@/lib/core/errors";
import { PaymentsUnavailable } from "./payment-fault";
import type { PaymentProvider } from "./provider";
import { stripeProvider } from "./stripe-provider";
import { testProvider } from "./test-provider";

let stripe: PaymentProvider | null = null;

/**
 * The provider that takes money for a program: none but the one without money for a sandbox, otherwise Stripe where
 * it is configured.
 * @throws PaymentsUnavailable
 */
export function providerFor({ sandbox }: { sandbox: boolean }): PaymentProvider {
  if (sandbox) return testProvider(env().WORKER_SECRET);
  const configured = configuredStripe();
  if (configured !== null) return configured;
  if (env().PAYMENTS_TEST) return testProvider(env().WORKER_SECRET);
  throw new PaymentsUnavailable();
}

/** The provider that a payment was started with. @throws NotFound, PaymentsUnavailable */
export function providerNamed(name: string): PaymentProvider {
  if (name === "test") return testProvider(env().WORKER_SECRET);
  if (name !== "stripe") throw new NotFound("payment provider");
  const configured = configuredStripe();
  if (configured === null) throw new PaymentsUnavailable();
  return configured;
}

function configuredStripe(): PaymentProvider | null {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = env();
  if (secretKey === undefined || webhookSecret === undefined) return null;
  stripe ??= stripeProvider({ secretKey, webhookSecret });
  return stripe;
}
