import { describe } from "vitest";
import { buy, fixed, perEuro, promotion, times } from "./testing";

describe("points by where and how it is bought", () => {
  const base = { effects: [perEuro()] };

  promotion("triple points at the new shop", {
    campaigns: {
      Base: base,
      Shop: {
        effects: [times(3)],
        condition: { kind: "event", field: "store", test: { op: "is", value: "Mitte" } },
      },
    },
    steps: [
      { event: buy(1_000, { store: "mitte" }), gives: { Base: 10, Shop: 20 } },
      { event: buy(1_000, { store: "West" }), gives: { Base: 10 } },
      { event: buy(1_000), gives: { Base: 10 } },
    ],
  });

  promotion("the first purchase in the app", {
    campaigns: {
      App: {
        effects: [fixed(200)],
        condition: {
          kind: "all",
          conditions: [
            { kind: "event", field: "channel", test: { op: "is", value: "app" } },
            {
              kind: "history",
              measure: "count",
              of: { channels: ["app"] },
              window: { kind: "lifetime" },
              op: "at_most",
              value: 0,
            },
          ],
        },
      },
    },
    steps: [
      { event: buy(1_000, { channel: "store" }), gives: {} },
      { event: buy(1_000, { channel: "app" }), gives: { App: 200 } },
      { event: buy(1_000, { channel: "app" }), gives: {} },
    ],
  });

  promotion("ordered ahead on a phone", {
    campaigns: {
      Phone: {
        effects: [fixed(7)],
        condition: { kind: "event", field: "device", test: { op: "in", value: ["ios", "android"] } },
      },
    },
    steps: [
      { event: buy(400, { device: "iOS" }), gives: { Phone: 7 } },
      { event: buy(400, { device: "till-4" }), gives: {} },
    ],
  });

  promotion("paid with the club's own card", {
    campaigns: {
      Card: {
        effects: [perEuro(1)],
        condition: { kind: "event", field: "attributes.payment", test: { op: "contains", value: "club" } },
      },
    },
    steps: [
      { event: buy(400, { attributes: { payment: "Clubcard" } }), gives: { Card: 4 } },
      { event: buy(400, { attributes: { payment: "cash" } }), gives: {} },
    ],
  });

  promotion("100 points with a code, once", {
    campaigns: {
      Spring: {
        effects: [fixed(100)],
        condition: { kind: "code", codes: ["SPRING", "FRÜHLING"] },
        limits: [{ per: "member", times: 1, window: "lifetime" }],
      },
    },
    steps: [
      { event: buy(900, { codes: ["WINTER"] }), gives: {} },
      { event: buy(900, { codes: ["winter", "spring"] }), gives: { Spring: 100 } },
      { event: buy(900, { codes: ["FRÜHLING"] }), gives: {}, desired: { Spring: 100 } },
    ],
  });
});
