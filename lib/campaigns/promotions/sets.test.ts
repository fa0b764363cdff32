import { describe } from "vitest";
import { buy, category, did, fixed, goods, label, perEuro, promotion, sku } from "./testing";

describe("points for sets, and for numbers that come with lines and members", () => {
  promotion("100 points for every coffee with a cake", {
    campaigns: {
      Break: {
        effects: [
          {
            kind: "per_quantity",
            points: 100,
            filter: category("Coffee"),
            together: [{ filter: category("Cake") }],
          },
        ],
      },
    },
    steps: [
      // 3 coffees, 2 cakes: two sets
      {
        event: buy([goods("Coffee", 960, { quantity: 3 }), goods("Cake", 800, { quantity: 2 })]),
        gives: { Break: 200 },
      },
      { event: buy([goods("Coffee", 960, { quantity: 3 })]), gives: {} },
      // Cakes of two kinds are cakes
      {
        event: buy([
          goods("Coffee", 320),
          goods("Coffee", 320),
          goods("Cake", 400, { sku: "a" }),
          goods("Cake", 400, { sku: "b" }),
          goods("Tea", 300),
        ]),
        gives: { Break: 200 },
      },
    ],
  });

  promotion("a starter kit: a machine, two packs of beans and a brush, once in a basket", {
    campaigns: {
      Kit: {
        effects: [
          {
            kind: "per_quantity",
            points: 500,
            filter: sku("ESP-9"),
            together: [{ filter: category("Beans"), pieces: 2 }, { filter: sku("BRUSH") }],
            upTo: 500,
          },
        ],
      },
    },
    steps: [
      {
        // machines 2, beans 5 / 2 = 2, brushes 2: two kits, cut at one
        event: buy([
          goods("Machines", 50_000, { sku: "esp-9", quantity: 2 }),
          goods("Beans", 4_500, { quantity: 5 }),
          goods("Care", 1_000, { sku: "brush", quantity: 2 }),
        ]),
        gives: { Kit: 500 },
      },
      {
        event: buy([
          goods("Machines", 25_000, { sku: "esp-9" }),
          goods("Beans", 900),
          goods("Care", 500, { sku: "brush" }),
        ]),
        gives: {},
      },
    ],
  });

  promotion("bonus points as the shelf says", {
    campaigns: { Shelf: { effects: [{ kind: "per_value", field: "lines.bonus", points: 1, per: 1 }] } },
    steps: [
      {
        // 20 + 5; what is no number, and what is below zero, is nothing
        event: buy([
          goods("Food", 500, { attributes: { bonus: 20 } }),
          goods("Food", 300, { quantity: 3, attributes: { bonus: 5 } }),
          goods("Food", 100, { attributes: { bonus: "9" } }),
          goods("Food", 100, { attributes: { bonus: -4 } }),
          goods("Food", 100),
        ]),
        gives: { Shelf: 25 },
      },
      { event: buy([goods("Food", 500)]), gives: {} },
    ],
  });

  promotion("a point for every euro before the discount, by the price that is struck through", {
    campaigns: {
      Listed: { effects: [{ kind: "per_value", field: "lines.listMinor", points: 1, per: 100 }] },
    },
    steps: [
      {
        // 19.90 + 5.00 = 24.90 were on the tickets, 20.00 were paid
        event: buy([
          goods("Wear", 1_500, { attributes: { listMinor: 1_990 } }),
          goods("Wear", 500, { attributes: { listMinor: 500 } }),
        ]),
        gives: { Listed: 24 },
      },
    ],
  });

  promotion("10 points for every seat of the member’s, whatever they buy, up to 100", {
    campaigns: {
      Seats: { effects: [{ kind: "per_value", field: "member.seats", points: 10, per: 1, upTo: 100 }] },
    },
    member: { attributes: { seats: 4 } },
    steps: [
      { event: buy(500), gives: { Seats: 40 } },
      { event: buy(500), by: { memberId: "ben", attributes: { seats: 12 } }, gives: { Seats: 100 } },
      { event: buy(500), by: { memberId: "cleo", attributes: {} }, gives: {} },
    ],
  });

  promotion("at most five pieces of a product earn", {
    campaigns: {
      Piece: { effects: [{ kind: "per_quantity", points: 10, filter: category("Water"), upTo: 50 }] },
    },
    steps: [
      { event: buy([goods("Water", 300, { quantity: 4 })]), gives: { Piece: 40 } },
      { event: buy([goods("Water", 900, { quantity: 12 })]), gives: { Piece: 50 } },
    ],
  });

  promotion("one rate below 50 €, another from there on", {
    campaigns: {
      Small: {
        effects: [perEuro(1)],
        condition: { kind: "event", field: "amountMinor", test: { op: "at_most", value: 4_999 } },
      },
      Large: {
        effects: [perEuro(2)],
        condition: { kind: "event", field: "amountMinor", test: { op: "at_least", value: 5_000 } },
      },
    },
    steps: [
      { event: buy(4_999), gives: { Small: 49 } },
      { event: buy(5_000), gives: { Large: 100 } },
    ],
  });

  promotion("inside a square around the shop", {
    campaigns: {
      Near: {
        trigger: { event: "custom", name: "position" },
        effects: [fixed(5)],
        condition: {
          kind: "all",
          conditions: [
            { kind: "event", field: "attributes.latitude", test: { op: "at_least", value: 52.52 } },
            { kind: "event", field: "attributes.latitude", test: { op: "at_most", value: 52.53 } },
            { kind: "event", field: "attributes.longitude", test: { op: "at_least", value: 13.4 } },
            { kind: "event", field: "attributes.longitude", test: { op: "at_most", value: 13.42 } },
          ],
        },
        limits: [{ per: "member", times: 1, window: "day" }],
      },
    },
    steps: [
      { event: did("position", { latitude: 52.525, longitude: 13.41 }), gives: { Near: 5 } },
      { event: did("position", { latitude: 52.531, longitude: 13.41 }), gives: {} },
      { event: did("position", { latitude: 52.521, longitude: 13.401 }), gives: {}, desired: { Near: 5 } },
    ],
  });

  promotion("a finished challenge, and more for the third time", {
    campaigns: {
      Done: {
        trigger: { event: "custom", name: "challenge.completed" },
        effects: [fixed(200)],
        condition: {
          kind: "event",
          field: "attributes.challenge",
          test: { op: "is", value: "Ten breakfasts" },
        },
      },
      Third: {
        trigger: { event: "custom", name: "challenge.completed" },
        effects: [fixed(300)],
        condition: { kind: "event", field: "attributes.times", test: { op: "is", value: 3 } },
      },
    },
    steps: [
      { event: did("challenge.completed", { challenge: "Ten breakfasts", times: 1 }), gives: { Done: 200 } },
      {
        event: did("challenge.completed", { challenge: "Ten breakfasts", times: 3 }),
        gives: { Done: 200, Third: 300 },
      },
      { event: did("challenge.completed", { challenge: "Other", times: 1 }), gives: {} },
    ],
  });

  promotion("labelled goods earn double, delivery and what is excluded nothing at all", {
    campaigns: {
      Base: {
        effects: [
          perEuro(1, [
            { field: "category", op: "not_in", values: ["Delivery"] },
            ...label("excluded", { op: "is_not", value: true }),
          ]),
        ],
      },
      Double: {
        effects: [
          { kind: "multiplier", factorPercent: 200, filter: label("promo", { op: "is", value: "autumn" }) },
        ],
      },
    },
    steps: [
      {
        // 10 + 6 base points; on the 6 of the autumn as many again
        event: buy([
          goods("Food", 1_000),
          goods("Food", 600, { attributes: { promo: "Autumn" } }),
          goods("Food", 700, { attributes: { excluded: true } }),
          goods("Delivery", 490),
        ]),
        gives: { Base: 16, Double: 6 },
      },
    ],
  });
});
