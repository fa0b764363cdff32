import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { PaymentOrder, PaymentProvider } from "./provider";
import { stripeProvider } from "./stripe-provider";

type Call = { method: string; path: string; form: URLSearchParams; key: string | undefined };

let calls: Call[] = [];
let session: Record<string, unknown>;
let refund: { status: number; body: object };
let server: Server;
let provider: PaymentProvider;
const WEBHOOK_SECRET = "whsec_test";

/** As much of Stripe's HTTP API as the provider speaks. */
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      const key = request.headers["idempotency-key"];
      const call = { method: request.method ?? "", path: request.url ?? "", form: new URLSearchParams(body) };
      calls.push({ ...call, key: key?.toString() });
      const isRefund = call.path === "/v1/refunds";
      response.writeHead(isRefund ? refund.status : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(isRefund ? refund.body : session));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const api = { protocol: "http", host: "127.0.0.1", port } as const;
  provider = stripeProvider({ secretKey: "sk_test_x", webhookSecret: WEBHOOK_SECRET, api });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  calls = [];
  session = {
    id: "cs_1",
    object: "checkout.session",
    url: "https://pay.example/cs_1",
    status: "open",
    payment_status: "unpaid",
  };
  refund = { status: 200, body: { id: "re_1", object: "refund", status: "succeeded" } };
});

const ORDER: PaymentOrder = {
  program: "prog_1",
  payment: "pay_1",
  clubUrl: "https://club.example/club/bean",
  amountMinor: 990,
  currency: "EUR",
  description: "Coffee beans 1 kg",
  locale: "de-DE",
  returnUrl: "https://club.example/orders/1",
  expiresAt: new Date("2026-11-22T12:00:00Z"),
};

it("starts a payment on Stripe's page, by a key that makes a second start the same one", async () => {
  expect(await provider.create(ORDER)).toEqual({ reference: "cs_1", url: "https://pay.example/cs_1" });
  const [call] = calls;
  expect(call).toMatchObject({ method: "POST", path: "/v1/checkout/sessions", key: "create-pay_1" });
  expect(Object.fromEntries(call?.form ?? [])).toMatchObject({
    mode: "payment",
    client_reference_id: "pay_1",
    "metadata[program]": "prog_1",
    "metadata[payment]": "pay_1",
    "line_items[0][price_data][currency]": "eur",
    "line_items[0][price_data][unit_amount]": "990",
    "line_items[0][price_data][product_data][name]": "Coffee beans 1 kg",
    expires_at: (ORDER.expiresAt.getTime() / 1_000).toString(),
    success_url: ORDER.returnUrl,
  });
});

it.each([
  [{ payment_status: "paid", status: "complete" }, "paid"],
  [{ payment_status: "unpaid", status: "open" }, "pending"],
  [{ payment_status: "unpaid", status: "complete" }, "pending"],
  [{ payment_status: "unpaid", status: "expired" }, "cancelled"],
])("reads %o as %s", async (state, answer) => {
  session = { ...session, ...state };
  expect(await provider.status("cs_1")).toEqual({ answer, url: "https://pay.example/cs_1" });
});

it("gives a payment back by its intent, and says where Stripe does not", async () => {
  session = { ...session, payment_intent: "pi_1" };
  const paid = { payment: "pay_1", reference: "cs_1", amountMinor: 990 };
  await provider.refund(paid);
  expect(calls.at(-1)).toMatchObject({ method: "POST", path: "/v1/refunds", key: "refund-pay_1" });
  expect(calls.at(-1)?.form.get("payment_intent")).toBe("pi_1");
  refund = { status: 200, body: { id: "re_1", object: "refund", status: "failed" } };
  await expect(provider.refund(paid)).rejects.toMatchObject({ code: "payment_provider" });
  refund = { status: 402, body: { error: { type: "card_error", message: "no" } } };
  await expect(provider.refund(paid)).rejects.toMatchObject({ code: "payment_provider", transient: true });
});

/** As Stripe sends an event, signed. */
async function signed(type: string, object: object, secret = WEBHOOK_SECRET) {
  const body = JSON.stringify({ id: "evt_1", object: "event", type, data: { object } });
  const signature = await new Stripe("sk_test_x").webhooks.generateTestHeaderStringAsync({
    payload: body,
    secret,
  });
  return [body, signature] as const;
}

it.each([
  ["checkout.session.completed", { payment_status: "paid" }, "paid"],
  ["checkout.session.completed", { payment_status: "unpaid", status: "complete" }, "pending"],
  ["checkout.session.async_payment_succeeded", { payment_status: "paid" }, "paid"],
  ["checkout.session.async_payment_failed", { payment_status: "unpaid" }, "failed"],
  ["checkout.session.expired", { payment_status: "unpaid", status: "expired" }, "cancelled"],
])("takes %s %o for %s", async (type, state, answer) => {
  const metadata = { program: "prog_1", payment: "pay_1" };
  const notice = await provider.readNotice(...(await signed(type, { id: "cs_1", metadata, ...state })));
  expect(notice).toEqual({ program: "prog_1", payment: "pay_1", reference: "cs_1", answer });
});

it("passes over what is not its own, and believes nobody else", async () => {
  expect(await provider.readNotice(...(await signed("customer.created", { id: "cus_1" })))).toBeNull();
  const foreign = await signed("checkout.session.completed", {
    id: "cs_9",
    metadata: {},
    payment_status: "paid",
  });
  expect(await provider.readNotice(...foreign)).toBeNull();
  const [body] = foreign;
  for (const signature of [null, "t=1,v1=00", (await signed("customer.created", {}, "whsec_other"))[1]]) {
    await expect(provider.readNotice(body, signature)).rejects.toMatchObject({ code: "unauthenticated" });
  }
});
