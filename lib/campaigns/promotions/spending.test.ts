import { describe } from "vitest";
import { brand, buy, category, fixed, goods, perEuro, promotion } from "./testing";

describe("points for what is spent", () => {
  promotion("a point for every euro", {
    campaigns: { Base: { effects: [perEuro()] } },
    steps: [
      // 12.99 × 1 = 12.99, rounded down
      { event: buy(1_299), gives: { Base: 12 } },
      { event: buy(99), gives: {} },
    ],
  });

  promotion("three points for every order, whatever it comes to", {
    campaigns: { Order: { effects: [fixed(3)] } },
    steps: [
      { event: buy(250), gives: { Order: 3 } },
      { event: buy(25_000), gives: { Order: 3 } },
    ],
  });

  promotion("a point for every ten", {
    campaigns: { Base: { effects: [{ kind: "per_amount", points: 1, perMinor: 1_000 }] } },
    // 105 ÷ 10 = 10.5
    steps: [{ event: buy(10_500), gives: { Base: 10 } }],
  });

  promotion("five points for every 3 €, in proportion", {
    campaigns: { Base: { effects: [{ kind: "per_amount", points: 5, perMinor: 300 }] } },
    // 10 × 5 ÷ 3 = 16.66
    steps: [{ event: buy(1_000), gives: { Base: 16 } }],
  });

  promotion("ten points for every full 10 €", {
    campaigns: { Base: { effects: [{ kind: "per_amount", points: 10, perMinor: 1_000, whole: true }] } },
    steps: [
      { event: buy(999), gives: {} },
      // 19.99 holds one full ten, 105 hold ten
      { event: buy(1_999), gives: { Base: 10 } },
      { event: buy(10_500), gives: { Base: 100 } },
    ],
  });

  promotion("a point per euro on accessories, rounded up", {
    campaigns: {
      Accessories: { effects: [{ ...perEuro(1, category("Accessories")), rounding: "ceil" }] },
    },
    steps: [
      // (19.90 + 2 × 4.15) × 1 = 28.20, up: 29; shoes earn nothing
      {
        event: buy([
          goods("Accessories", 1_990),
          goods("Accessories", 830, { quantity: 2 }),
          goods("Shoes", 8_900),
        ]),
        gives: { Accessories: 29 },
      },
      { event: buy([goods("Shoes", 8_900)]), gives: {} },
    ],
  });

  promotion("each line by itself, or the basket as one", {
    campaigns: {
      Lines: { effects: [{ ...perEuro(), basis: "lines" }] },
      Basket: { effects: [perEuro()] },
    },
    // by line 1.50 → 1 and 1.50 → 1; together 3.00 → 3
    steps: [{ event: buy([goods("Tea", 150), goods("Cake", 150)]), gives: { Lines: 2, Basket: 3 } }],
  });

  promotion("everything but tobacco and gift cards", {
    campaigns: {
      Base: {
        effects: [perEuro(1, [{ field: "category", op: "not_in", values: ["Tobacco", "Gift cards"] }])],
      },
    },
    // 20 for groceries; 30 for cigarettes and 50 for the card do not count
    steps: [
      {
        event: buy([goods("Groceries", 2_000), goods("tobacco", 3_000), goods("Gift cards", 5_000)]),
        gives: { Base: 20 },
      },
    ],
  });

  promotion("what was paid after a discount counts, not what the lines come to", {
    campaigns: { Base: { effects: [perEuro()] } },
    // 20 + 10 with 6 off: 24 × 1
    steps: [
      {
        event: buy([goods("Shirts", 2_000), goods("Socks", 1_000)], { amountMinor: 2_400 }),
        gives: { Base: 24 },
      },
    ],
  });

  promotion("only from 20 € on", {
    campaigns: {
      Base: {
        effects: [perEuro()],
        condition: { kind: "event", field: "amountMinor", test: { op: "at_least", value: 2_000 } },
      },
    },
    steps: [
      { event: buy(1_999), gives: {} },
      { event: buy(2_000), gives: { Base: 20 } },
    ],
  });

  promotion("a bonus that grows with the basket", {
    campaigns: {
      Steps: {
        effects: [
          {
            kind: "steps",
            measure: "amountMinor",
            steps: [
              { from: 5_000, points: 100 },
              { from: 10_000, points: 250 },
              { from: 20_000, points: 600 },
            ],
          },
        ],
      },
    },
    steps: [
      { event: buy(4_999), gives: {} },
      { event: buy(5_000), gives: { Steps: 100 } },
      { event: buy(19_999), gives: { Steps: 250 } },
      // the highest step that is reached, not their sum
      { event: buy(30_000), gives: { Steps: 600 } },
    ],
  });

  promotion("500 on top of a big checkout", {
    campaigns: {
      Base: { effects: [perEuro()] },
      Big: {
        effects: [fixed(500)],
        condition: { kind: "basket", measure: "amountMinor", op: "at_least", value: 10_000 },
      },
    },
    steps: [
      { event: buy(9_999), gives: { Base: 99 } },
      // 120 + 500 = 620
      { event: buy(12_000), gives: { Base: 120, Big: 500 } },
    ],
  });

  promotion("a share of the basket, up to 100 points an order", {
    campaigns: { Base: { effects: [{ ...perEuro(2), upTo: 100 }] } },
    steps: [
      // 45 × 2 = 90
      { event: buy(4_500), gives: { Base: 90 } },
      // 80 × 2 = 160, cut to 100
      { event: buy(8_000), gives: { Base: 100 } },
    ],
  });

  promotion("spend 30 on a brand and get 200", {
    campaigns: {
      Brand: {
        effects: [fixed(200)],
        condition: {
          kind: "basket",
          measure: "amountMinor",
          filter: brand("Plantly"),
          op: "at_least",
          value: 3_000,
        },
      },
    },
    steps: [
      // 18.00 + 11.99 = 29.99 of the brand
      {
        event: buy([
          goods("Milk", 1_800, { brand: "Plantly" }),
          goods("Milk", 1_199, { brand: "PLANTLY" }),
          goods("Milk", 2_000, { brand: "Oatly" }),
        ]),
        gives: {},
      },
      {
        event: buy([goods("Milk", 1_800, { brand: "Plantly" }), goods("Bars", 1_200, { brand: "Plantly" })]),
        gives: { Brand: 200 },
      },
    ],
  });

  promotion("different rates for different aisles", {
    campaigns: {
      Aisles: {
        effects: [
          perEuro(1, category("Groceries")),
          perEuro(3, category("Wine")),
          perEuro(5, category("Flowers")),
        ],
      },
    },
    // 40 × 1 + 12.50 × 3 (37.5 → 37) + 9 × 5 = 40 + 37 + 45
    steps: [
      {
        event: buy([goods("Groceries", 4_000), goods("Wine", 1_250), goods("Flowers", 900)]),
        gives: { Aisles: 122 },
      },
    ],
  });
});
