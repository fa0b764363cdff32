import { describe, expect, it } from "vitest";
import type { ExampleBasket } from "@/components/merchant/campaigns/builder/example/example";
import { simulationInput } from "@/lib/simulations/schema";
import { basketOfEvent } from "./basket-event";
import { fileDraft, type OrderDraft, toOrder } from "./order";

const CAMPAIGN = "camp_01h455vb4pex5vsknk084sn02q";
const FILE = "sim_01h455vb4pex5vsknk084sn02q";
const FORMATS = { currency: "EUR", timeZone: "Europe/Berlin" };
const BASKET: ExampleBasket = {
  at: "2026-11-23T08:30",
  store: "Mitte",
  channel: "",
  device: "",
  codes: ["WINTER"],
  eventAttributes: [{ key: 0, name: "payment", value: "card" }],
  lines: [
    {
      key: 0,
      name: "Flat white",
      sku: "",
      category: "Coffee",
      brand: "",
      quantity: 2,
      amountMinor: 850,
      labels: [{ key: 0, name: "organic", value: "yes" }],
    },
  ],
};
const DRAFT: OrderDraft = {
  chosen: [CAMPAIGN],
  mode: "on_top",
  replaces: [],
  rules: "now",
  source: "history",
  from: "2026-09-01",
  to: "2026-11-30",
  file: null,
  basket: { as: "lines", lines: BASKET },
  member: null,
  attribute: "",
  value: "",
  uplift: "",
};

describe("an order for a simulation", () => {
  it.each<[string, Partial<OrderDraft>]>([
    ["over history", {}],
    ["over a basket", { source: "basket" }],
    [
      "over a file, for some members, with an uplift",
      {
        source: "file",
        file: fileDraft({
          id: FILE,
          columns: ["b", "m", "t", "a"],
          guess: { basketId: "b", memberId: "m", occurredAt: "t", amount: "a" },
        }),
        attribute: "visits",
        value: "12",
        uplift: "2,5",
      },
    ],
    ["instead of one campaign", { mode: "instead", replaces: [CAMPAIGN] }],
  ])("is one that the API takes: %s", (_, changes) => {
    const made = toOrder({ ...DRAFT, ...changes }, FORMATS);
    if ("problem" in made) throw new Error(made.problem);
    expect(simulationInput.safeParse(made.order).error).toBeUndefined();
  });

  it("reads percent with a comma, and values as what they mean", () => {
    expect(toOrder({ ...DRAFT, attribute: "vip", value: "true", uplift: "2,5" }, FORMATS)).toMatchObject({
      order: {
        upliftPercent: 2.5,
        population: { tests: [{ attribute: "vip", test: { op: "is", value: true } }] },
      },
    });
  });

  it("takes codes of segments as they are, also where they look like numbers", () => {
    expect(toOrder({ ...DRAFT, attribute: "segments", value: "2026" }, FORMATS)).toMatchObject({
      order: { population: { tests: [{ attribute: "segments", test: { op: "in", value: ["2026"] } }] } },
    });
  });

  it("carries a basket as the event door takes it", () => {
    const member = { id: "mem_01h455vb4pex5vsknk084sn02q", name: "Amira" };
    const made = toOrder({ ...DRAFT, source: "basket", member }, FORMATS);
    expect(made).toMatchObject({
      order: {
        source: {
          memberId: member.id,
          event: {
            type: "purchase",
            occurredAt: "2026-11-23T07:30:00.000Z",
            currency: "EUR",
            amountMinor: 850,
            store: "Mitte",
            codes: ["WINTER"],
            attributes: { payment: "card" },
            lines: [
              {
                name: "Flat white",
                category: "Coffee",
                quantity: 2,
                amountMinor: 850,
                attributes: { organic: true },
              },
            ],
          },
        },
      },
    });
    if ("problem" in made || made.order.source.kind !== "basket") throw new Error("no basket was ordered");
    expect(basketOfEvent(made.order.source.event, new Date(0), FORMATS)).toEqual(BASKET);
  });

  it.each([
    ["a return", { type: "return", purchaseId: "1" }],
    [
      "a total that the lines do not come to",
      { type: "purchase", currency: "EUR", amountMinor: 900, lines: [] },
    ],
    ["an id, which would be lost", { type: "purchase", currency: "EUR", id: "1" }],
    ["nothing at all", null],
  ])("does not show %s as lines", (_, event) => {
    expect(basketOfEvent(event, new Date(0), FORMATS)).toBeNull();
  });

  it.each<[string, Partial<OrderDraft>]>([
    ["Choose at least one campaign to try.", { chosen: [] }],
    ["Choose the first and the last day.", { from: "" }],
    ["The last day comes before the first.", { to: "2026-08-01" }],
    ["Upload a file first.", { source: "file" }],
    [
      "Say which column of the file holds the member, the time.",
      {
        source: "file",
        file: fileDraft({
          id: FILE,
          columns: ["receipt", "who", "when", "total"],
          guess: { basketId: "receipt", amount: "total" },
        }),
      },
    ],
    ["The basket is not readable JSON.", { source: "basket", basket: { as: "json", text: "{" } }],
    [
      "The basket is empty. Add a line.",
      { source: "basket", basket: { as: "lines", lines: { ...BASKET, lines: [] } } },
    ],
    ["The uplift is a number of percent.", { uplift: "much" }],
  ])("says what is missing: %s", (problem, changes) => {
    expect(toOrder({ ...DRAFT, ...changes }, FORMATS)).toEqual({ problem });
  });
});
