import { describe, expect, it } from "vitest";
import { ctxFor, makeMember, makeProgram } from "@/lib/testing/fixtures";
import { acceptEvents } from "./accept-events";
import { suggestValues } from "./suggestions";

describe("suggestValues", () => {
  it("finds what lately came with events and members, the most frequent first", async () => {
    const program = await makeProgram();
    const { ctx } = program;
    const occurredAt = new Date().toISOString();
    await makeMember(ctx, { externalId: "c-1", attributes: { shoeSize: 42 }, tags: ["press"] });
    const purchase = (id: string, category: string) => ({
      type: "purchase",
      id,
      member: { externalId: "c-1" },
      occurredAt,
      currency: "EUR",
      store: "Mitte",
      channel: "app",
      device: "ios",
      attributes: { basketKind: "gift" },
      lines: [
        {
          category,
          brand: "Oat & Co",
          sku: `sku-${id}`,
          name: "Flat white",
          amountMinor: 380,
          attributes: { organic: true },
        },
      ],
    });
    const { accepted } = await acceptEvents(ctx, [
      purchase("1", "Bakery"),
      purchase("2", "Coffee"),
      purchase("3", "Coffee"),
      { type: "custom", name: "store_visit", id: "4", member: { externalId: "c-1" }, occurredAt },
    ]);
    expect(accepted).toBe(4);
    const suggested = (field: Parameters<typeof suggestValues>[1], q = "") => suggestValues(ctx, field, q);
    expect(await suggested("category")).toEqual(["Coffee", "Bakery"]);
    expect(await suggested("category", "BAK")).toEqual(["Bakery"]);
    expect(await suggested("sku", "sku-")).toEqual(["sku-1", "sku-2", "sku-3"]);
    expect(await suggested("brand")).toEqual(["Oat & Co"]);
    expect(await suggested("name")).toEqual(["Flat white"]);
    expect(await suggested("store")).toEqual(["Mitte"]);
    expect(await suggested("channel")).toEqual(["app"]);
    expect(await suggested("device")).toEqual(["ios"]);
    expect(await suggested("attribute")).toEqual(["basketKind"]);
    expect(await suggested("lineAttribute")).toEqual(["organic"]);
    expect(await suggested("event")).toEqual(["store_visit"]);
    expect(await suggested("memberAttribute")).toEqual(["shoeSize"]);
    expect(await suggested("tag")).toEqual(["press"]);
  });

  it("is for those who may read campaigns, and knows no other program", async () => {
    const program = await makeProgram();
    expect(await suggestValues(program.ctx, "category", "")).toEqual([]);
    const cashier = ctxFor(program, { role: "cashier" });
    await expect(suggestValues(cashier, "category", "")).rejects.toMatchObject({ code: "forbidden" });
  });
});
