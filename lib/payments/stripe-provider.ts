import type Stripe from "stripe";
import { Unauthenticated } from "@/lib/core/errors";
import { PaymentFault } from "./payment-fault";
import type { PaymentAnswer, PaymentNotice, PaymentOrder, PaymentProvider } from "./provider";

export type StripeSettings = {
  secretKey: string;
  webhookSecret: string;
  /** Another address than Stripe's own, for trying things out. */
  api?: { protocol: "http" | "https"; host: string; port: number };
};

const TIMEOUT_MS = 15_000;
const RETRIES = 2;

/** Payments on Stripe's own page (Checkout). The library is loaded when it is first needed. */
export function stripeProvider({ secretKey, webhookSecret, api }: StripeSettings): PaymentProvider {
  let loading: Promise<Stripe> | undefined;
  const client = () => {
    loading ??= import("stripe").then(
      ({ default: Client }) =>
        new Client(secretKey, { timeout: TIMEOUT_MS, maxNetworkRetries: RETRIES, telemetry: false, ...api }),
    );
    return loading;
  };
  return {
    name: "stripe",
    async create(order) {
      const session = await asked("a payment cannot be started", async () =>
        (await client()).checkout.sessions.create(sessionOf(order), {
          idempotencyKey: `create-${order.payment}`,
        }),
      );
      if (session.url === null) throw new PaymentFault("Stripe gave no page for the payment");
      return { reference: session.id, url: session.url };
    },
    async status(reference) {
      const session = await asked("a payment cannot be read", async () =>
        (await client()).checkout.sessions.retrieve(reference),
      );
      return { answer: answerOf(session), url: session.url };
    },
    async refund({ payment, reference }) {
      await asked("a payment cannot be given back", async () => {
        const stripe = await client();
        const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(reference);
        if (intent === null) throw new PaymentFault("the payment has no intent at Stripe");
        const refund = await stripe.refunds.create(
          { payment_intent: typeof intent === "string" ? intent : intent.id },
          { idempotencyKey: `refund-${payment}` },
        );
        if (refund.status === "failed" || refund.status === "canceled") {
          throw new PaymentFault(
            `the refund is ${refund.status}: ${refund.failure_reason ?? "no reason given"}`,
          );
        }
      });
    },
    async readNotice(body, signature) {
      const stripe = await client();
      let event: Stripe.Event;
      try {
        event = await stripe.webhooks.constructEventAsync(body, signature ?? "", webhookSecret);
      } catch (error) {
        if (error instanceof SyntaxError) throw error;
        throw new Unauthenticated("This does not bear Stripe’s signature.");
      }
      return noticeOf(event);
    },
  };
}

function sessionOf({
  program,
  payment,
  clubUrl: _,
  ...order
}: PaymentOrder): Stripe.Checkout.SessionCreateParams {
  const metadata = { program, payment };
  return {
    mode: "payment",
    client_reference_id: payment,
    metadata,
    payment_intent_data: { metadata },
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: order.currency.toLowerCase(),
          unit_amount: order.amountMinor,
          product_data: { name: order.description },
        },
      },
    ],
    expires_at: Math.floor(order.expiresAt.getTime() / 1_000),
    success_url: order.returnUrl,
    cancel_url: order.returnUrl,
  };
}

function noticeOf(event: Stripe.Event): PaymentNotice | null {
  switch (event.type) {
    case "checkout.session.completed":
    case "checkout.session.async_payment_succeeded":
    case "checkout.session.async_payment_failed":
    case "checkout.session.expired": {
      const session = event.data.object;
      const { program, payment } = session.metadata ?? {};
      // Another product may share the account.
      if (program === undefined || payment === undefined) return null;
      const answer = event.type === "checkout.session.async_payment_failed" ? "failed" : answerOf(session);
      return { program, payment, reference: session.id, answer };
    }
    default:
      return null;
  }
}

function answerOf({ status, payment_status: paid }: Stripe.Checkout.Session): PaymentAnswer {
  if (paid === "paid" || paid === "no_payment_required") return "paid";
  return status === "expired" ? "cancelled" : "pending";
}

async function asked<T>(what: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof PaymentFault) throw error;
    const kind = error instanceof Error ? error.name : "unknown";
    throw new PaymentFault(`${what}: ${kind}`, error);
  }
}
