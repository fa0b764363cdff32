import { describe } from "vitest";
import { buy, category, goods, label, perEuro, promotion, times } from "./testing";

const organic = label("organic", { op: "is", value: true });
const bought = (amountMinor: number, attributes?: Record<string, string | number | boolean>) =>
  goods("Food", amountMinor, { attributes });

describe("points by the labels of what is bought", () => {
  promotion("double points on what is organic", {
    campaigns: { Base: { effects: [perEuro()] }, Organic: { effects: [times(2, organic)] } },
    steps: [
      {
        // 12 + 8 + 5 = 25 base points, of which 12 lie on what is organic
        event: buy([bought(1_200, { organic: true }), bought(800, { organic: false }), bought(500)]),
        gives: { Base: 25, Organic: 12 },
      },
      { event: buy([bought(800, { organic: "true" })]), gives: { Base: 8 } },
    ],
  });

  promotion("3 points per euro on what a supplier pays for, written as the till likes", {
    campaigns: {
      Supplier: { effects: [perEuro(3, label("supplier", { op: "in", value: ["Nordic Oats", "Alpine"] }))] },
    },
    steps: [
      {
        // 4 € + 6 € = 10 €
        event: buy([
          bought(400, { supplier: "NORDIC OATS" }),
          bought(600, { supplier: "alpine" }),
          bought(900, { supplier: "Other" }),
        ]),
        gives: { Supplier: 30 },
      },
    ],
  });

  promotion("more on what earns more: a margin of 30 and up", {
    campaigns: { Margin: { effects: [perEuro(2, label("margin", { op: "at_least", value: 30 }))] } },
    steps: [
      {
        // 10 €: 29.5 is too little, and what has no margin has none
        event: buy([bought(1_000, { margin: 30 }), bought(700, { margin: 29.5 }), bought(300)]),
        gives: { Margin: 20 },
      },
    ],
  });

  promotion("nothing with anything of the clearance in the basket", {
    campaigns: {
      Full: {
        condition: { kind: "lines", quantifier: "none", filter: label("clearance", { op: "exists" }) },
      },
    },
    steps: [
      { event: buy([bought(500)]), gives: { Full: 10 } },
      { event: buy([bought(500), bought(500, { clearance: "autumn" })]), gives: {} },
    ],
  });

  promotion("only organic goods in the basket, or for 20 € of them", {
    campaigns: {
      All: { condition: { kind: "lines", quantifier: "all", filter: organic } },
      Enough: {
        condition: { kind: "basket", measure: "amountMinor", filter: organic, op: "at_least", value: 2_000 },
      },
      Pieces: {
        condition: { kind: "basket", measure: "quantity", filter: organic, op: "at_least", value: 3 },
      },
    },
    steps: [
      { event: buy([bought(900, { organic: true })]), gives: { All: 10 } },
      { event: buy([bought(2_100, { organic: true }), bought(100)]), gives: { Enough: 10 } },
      {
        event: buy([goods("Food", 300, { quantity: 3, attributes: { organic: true } }), bought(100)]),
        gives: { Pieces: 10 },
      },
    ],
  });

  promotion("10 points for every second organic coffee that is not from the region", {
    campaigns: {
      Coffee: {
        effects: [
          {
            kind: "per_quantity",
            points: 10,
            pieces: 2,
            filter: [...category("Coffee"), ...organic, ...label("region", { op: "is_not", value: "local" })],
          },
        ],
      },
    },
    steps: [
      {
        // 2 + 1 = 3 pieces count: once two
        event: buy([
          goods("Coffee", 900, { quantity: 2, attributes: { organic: true } }),
          goods("Coffee", 900, { quantity: 1, attributes: { organic: true, region: "Peru" } }),
          goods("Coffee", 900, { quantity: 5, attributes: { organic: true, region: "Local" } }),
          goods("Coffee", 900, { quantity: 4 }),
        ]),
        gives: { Coffee: 10 },
      },
    ],
  });

  promotion("a bonus for the third organic purchase", {
    campaigns: {
      Third: {
        condition: {
          kind: "history",
          measure: "count",
          of: { filter: organic },
          window: { kind: "lifetime" },
          op: "every",
          value: 3,
        },
      },
    },
    steps: [
      { event: buy([bought(100, { organic: true })]), gives: {} },
      { event: buy([bought(100)]), gives: {} },
      { event: buy([bought(100, { organic: true })]), gives: {} },
      { event: buy([bought(100, { organic: true })]), gives: { Third: 10 } },
    ],
  });
});
