import { describe } from "vitest";
import { brand, buy, category, dearerThan, fixed, goods, perEuro, promotion, sku, times } from "./testing";

describe("points for what is bought", () => {
  promotion("200 points with a certain product", {
    campaigns: {
      Machine: {
        effects: [fixed(200)],
        condition: { kind: "lines", quantifier: "any", filter: sku("ESP-9") },
      },
    },
    steps: [
      {
        event: buy([goods("Machines", 29_900, { sku: "esp-9" }), goods("Coffee", 900)]),
        gives: { Machine: 200 },
      },
      { event: buy([goods("Machines", 9_900, { sku: "ESP-1" })]), gives: {} },
    ],
  });

  promotion("5 points for each coffee", {
    campaigns: { Cups: { effects: [{ kind: "per_quantity", points: 5, filter: category("Coffee") }] } },
    // 3 × 5; cake does not count
    steps: [{ event: buy([goods("Coffee", 960, { quantity: 3 }), goods("Cake", 400)]), gives: { Cups: 15 } }],
  });

  promotion("50 points for every three bottles", {
    campaigns: {
      Bottles: { effects: [{ kind: "per_quantity", points: 50, pieces: 3, filter: category("Wine") }] },
    },
    // 4 + 3 = 7 bottles: two times three
    steps: [
      {
        event: buy([goods("Wine", 2_800, { quantity: 4 }), goods("Wine", 3_300, { quantity: 3 })]),
        gives: { Bottles: 100 },
      },
    ],
  });

  promotion("whole pieces only, of goods by weight", {
    campaigns: { Kilos: { effects: [{ kind: "per_quantity", points: 10, filter: category("Cheese") }] } },
    // 0.75 + 0.75 = 1.5 kg: one whole one
    steps: [
      {
        event: buy([goods("Cheese", 1_500, { quantity: 0.75 }), goods("Cheese", 1_500, { quantity: 0.75 })]),
        gives: { Kilos: 10 },
      },
    ],
  });

  promotion("triple points on one product", {
    campaigns: {
      Base: { effects: [perEuro()] },
      Triple: { effects: [times(3, sku("BEANS-1"))] },
    },
    // base 10 + 20 = 30; on the beans' 10 twice as many again: 20
    steps: [
      {
        event: buy([goods("Coffee", 1_000, { sku: "BEANS-1" }), goods("Coffee", 2_000, { sku: "BEANS-2" })]),
        gives: { Base: 30, Triple: 20 },
      },
    ],
  });

  promotion("a brand doubled and a category tripled do not multiply each other", {
    campaigns: {
      Base: { effects: [perEuro()] },
      Brand: { effects: [times(2, brand("Plantly"))] },
      Category: { effects: [times(3, category("Drinks"))] },
    },
    // base 10; × 2 adds 10, × 3 adds 20: 40 in all, not 60
    steps: [
      {
        event: buy([goods("Drinks", 1_000, { brand: "Plantly" })]),
        gives: { Base: 10, Brand: 10, Category: 20 },
      },
    ],
  });

  promotion("coffee and cake together", {
    campaigns: {
      Together: {
        effects: [fixed(30)],
        condition: {
          kind: "all",
          conditions: [
            { kind: "lines", quantifier: "any", filter: category("Coffee") },
            { kind: "lines", quantifier: "any", filter: category("Cake") },
          ],
        },
      },
    },
    steps: [
      { event: buy([goods("Coffee", 300)]), gives: {} },
      { event: buy([goods("Coffee", 300), goods("Cake", 400)]), gives: { Together: 30 } },
    ],
  });

  promotion("two main dishes or one menu", {
    campaigns: {
      Lunch: {
        effects: [fixed(25)],
        condition: {
          kind: "any",
          conditions: [
            { kind: "basket", measure: "quantity", filter: category("Mains"), op: "at_least", value: 2 },
            { kind: "lines", quantifier: "any", filter: category("Menus") },
          ],
        },
      },
    },
    steps: [
      { event: buy([goods("Mains", 1_100)]), gives: {} },
      { event: buy([goods("Mains", 2_200, { quantity: 2 })]), gives: { Lunch: 25 } },
      { event: buy([goods("Menus", 1_500)]), gives: { Lunch: 25 } },
    ],
  });

  promotion("three different things from the bakery", {
    campaigns: {
      Variety: {
        effects: [fixed(15)],
        condition: { kind: "basket", measure: "lines", filter: category("Bakery"), op: "at_least", value: 3 },
      },
    },
    steps: [
      { event: buy([goods("Bakery", 300, { quantity: 6 }), goods("Bakery", 200)]), gives: {} },
      {
        event: buy([goods("Bakery", 300), goods("Bakery", 200), goods("Bakery", 250)]),
        gives: { Variety: 15 },
      },
    ],
  });

  promotion("a basket of nothing but organic goods", {
    campaigns: {
      Organic: {
        effects: [times(1.5)],
        condition: { kind: "lines", quantifier: "all", filter: brand("Naturhof") },
      },
      Base: { effects: [perEuro()] },
    },
    steps: [
      // base 21; half as many again: 10.5, rounded down
      {
        event: buy([goods("Milk", 900, { brand: "Naturhof" }), goods("Eggs", 1_200, { brand: "Naturhof" })]),
        gives: { Base: 21, Organic: 10 },
      },
      { event: buy([goods("Milk", 900, { brand: "Naturhof" }), goods("Eggs", 1_200)]), gives: { Base: 21 } },
    ],
  });

  promotion("nothing while there is something from the sale in the basket", {
    campaigns: {
      Double: {
        effects: [perEuro(2)],
        condition: { kind: "lines", quantifier: "none", filter: category("Sale") },
      },
    },
    steps: [
      { event: buy([goods("Shirts", 3_000)]), gives: { Double: 60 } },
      { event: buy([goods("Shirts", 3_000), goods("Sale", 100)]), gives: {} },
    ],
  });

  promotion("20 points for each piece that costs 10 or more", {
    campaigns: { Dear: { effects: [{ kind: "per_quantity", points: 20, filter: dearerThan(1_000) }] } },
    // 36.00 ÷ 3 = 12.00 a piece: 3 × 20; 18.00 ÷ 2 = 9.00 a piece does not
    steps: [
      {
        event: buy([goods("Plants", 3_600, { quantity: 3 }), goods("Pots", 1_800, { quantity: 2 })]),
        gives: { Dear: 60 },
      },
    ],
  });

  promotion("everything with oat in its name", {
    campaigns: {
      Oat: { effects: [perEuro(4, [{ field: "name", op: "contains", values: ["oat"] }])] },
    },
    // (2.50 + 3.00) × 4 = 22
    steps: [
      {
        event: buy([
          goods("Milk", 250, { name: "Oat drink" }),
          goods("Snacks", 300, { name: "Roasted OATS" }),
          goods("Milk", 200, { name: "Soy drink" }),
        ]),
        gives: { Oat: 22 },
      },
    ],
  });

  promotion("more for more bottles", {
    campaigns: {
      Case: {
        effects: [
          {
            kind: "steps",
            measure: "quantity",
            filter: category("Wine"),
            steps: [
              { from: 6, points: 60 },
              { from: 12, points: 150 },
            ],
          },
        ],
      },
    },
    steps: [
      {
        event: buy([goods("Wine", 4_000, { quantity: 5 }), goods("Beer", 1_000, { quantity: 6 })]),
        gives: {},
      },
      { event: buy([goods("Wine", 4_000, { quantity: 5 }), goods("Wine", 900)]), gives: { Case: 60 } },
      { event: buy([goods("Wine", 9_000, { quantity: 12 })]), gives: { Case: 150 } },
    ],
  });
});
