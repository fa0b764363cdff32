import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { Unauthenticated } from "@/lib/core/errors";
import type { PaymentNotice, PaymentProvider } from "./provider";

const notice = z.object({
  program: z.string(),
  payment: z.string(),
  reference: z.string(),
  answer: z.enum(["paid", "failed", "cancelled"]),
});

/**
 * A provider without money: its page says pay or decline. For tests, sandboxes and demos.
 * @param secret signs what its page tells
 */
export function testProvider(secret: string): PaymentProvider {
  return {
    name: "test",
    create: async ({ payment, clubUrl, returnUrl }) => ({
      reference: `test_${payment}`,
      url: `${clubUrl}/pay/${payment}?return=${encodeURIComponent(returnUrl)}`,
    }),
    // Its page tells at once what was chosen there; nothing is kept that could be asked for.
    status: async () => ({ answer: "pending", url: null }),
    refund: async () => undefined,
    readNotice: async (body, signature) => {
      if (signature === null || !isSignatureOf(secret, body, signature)) throw new Unauthenticated();
      return notice.parse(JSON.parse(body)) satisfies PaymentNotice;
    },
  };
}

/** As the provider's page signs what it tells. */
export function signTestNotice(secret: string, body: string): string {
  return createHmac("sha256", secret).update(`test payment.${body}`).digest("hex");
}

function isSignatureOf(secret: string, body: string, signature: string): boolean {
  const expected = Buffer.from(signTestNotice(secret, body));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
