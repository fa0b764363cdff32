import { type APIRequestContext, expect } from "@playwright/test";
import { z } from "zod";

const page = z.object({ items: z.array(z.object({ id: z.string() })) });

/** What a shop's system does with its API key. */
export function shop(request: APIRequestContext, key: string) {
  const headers = { authorization: `Bearer ${key}` };
  return {
    async findMember(email: string): Promise<string> {
      const response = await request.get("/api/v1/members", { headers, params: { q: email } });
      expect(response.status()).toBe(200);
      const [member] = page.parse(await response.json()).items;
      expect(member, `a member with the address ${email}`).toBeDefined();
      return member?.id ?? "";
    },
    send(event: Record<string, unknown>) {
      return request.post("/api/v1/events", { headers, data: event });
    },
  };
}

/** A purchase of twelve euros, coffee and a croissant. */
export function purchase(memberId: string, id: string) {
  return {
    type: "purchase",
    id,
    member: { id: memberId },
    occurredAt: new Date().toISOString(),
    currency: "EUR",
    store: "Kollwitzstr.",
    lines: [
      { name: "Flat white", category: "Coffee", quantity: 2, amountMinor: 840 },
      { name: "Almond croissant", category: "Bakery", quantity: 1, amountMinor: 360 },
    ],
  };
}
