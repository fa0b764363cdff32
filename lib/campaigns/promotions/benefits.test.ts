import { describe } from "vitest";
import { buy, category, custom, did, fixed, goods, perEuro, promotion } from "./testing";

const lifetime = { kind: "lifetime" as const };

describe("more than points", () => {
  promotion("a stamp card: every fifth coffee earns a free one", {
    campaigns: {
      Card: {
        effects: [{ kind: "voucher", name: "Free coffee", validDays: 60, costMinor: 120 }],
        condition: {
          kind: "history",
          measure: "quantity",
          of: { filter: category("Coffee") },
          window: lifetime,
          op: "every",
          value: 5,
        },
      },
    },
    steps: [
      { event: buy([goods("Coffee", 900, { quantity: 3 })]), gives: {} },
      { event: buy([goods("Cake", 900, { quantity: 3 })]), gives: {} },
      // 3 + 2 = 5
      { event: buy([goods("Coffee", 600, { quantity: 2 })]), gives: { Card: [0, "Free coffee"] } },
      // 5 + 11 = 16 passes 10 and 15 at once: once
      { event: buy([goods("Coffee", 3_300, { quantity: 11 })]), gives: { Card: [0, "Free coffee"] } },
    ],
  });

  promotion("a voucher and points for a big basket, once a month", {
    campaigns: {
      Big: {
        effects: [fixed(25), { kind: "voucher", name: "5 € off", costMinor: 500 }],
        condition: { kind: "event", field: "amountMinor", test: { op: "at_least", value: 8_000 } },
        limits: [{ per: "member", times: 1, window: "month" }],
      },
    },
    steps: [
      { event: buy(8_000), gives: { Big: [25, "5 € off"] } },
      { event: buy(9_000), gives: {}, desired: { Big: 25 } },
      { event: buy(9_000, { at: "2026-12-01T10:00" }), gives: { Big: [25, "5 € off"] } },
    ],
  });

  promotion("a badge for three shops", {
    campaigns: {
      Explorer: {
        effects: [{ kind: "badge", badge: "Explorer" }],
        condition: {
          kind: "history",
          measure: "distinct",
          what: "store",
          window: lifetime,
          op: "at_least",
          value: 2,
          withThis: true,
        },
        limits: [{ per: "member", times: 1, window: "lifetime" }],
      },
    },
    steps: [
      { event: buy(100, { store: "Mitte" }), gives: {} },
      { event: buy(100, { store: "West" }), gives: { Explorer: [0, "Explorer"] } },
      { event: buy(100, { store: "Ost" }), gives: {} },
    ],
  });

  promotion("steps in a challenge, and a reward when it is done", {
    campaigns: {
      Breakfast: {
        effects: [{ kind: "progress", challenge: "Ten breakfasts", goal: 10 }],
        condition: { kind: "time", from: "06:00", to: "10:00" },
        limits: [{ per: "member", times: 1, window: "day" }],
      },
      Done: {
        trigger: custom("challenge.completed"),
        effects: [fixed(200)],
        condition: {
          kind: "event",
          field: "attributes.challenge",
          test: { op: "is", value: "Ten breakfasts" },
        },
      },
    },
    steps: [
      { event: buy(100, { at: "2026-11-24T08:00" }), gives: { Breakfast: [0, "Ten breakfasts"] } },
      { event: buy(100, { at: "2026-11-24T09:00" }), gives: {} },
      { event: did("challenge.completed", { challenge: "Ten breakfasts", times: 1 }), gives: { Done: 200 } },
    ],
  });

  promotion("gold for whoever has spent 500 in the year", {
    campaigns: {
      Gold: {
        effects: [{ kind: "tier", tier: "gold" }],
        condition: {
          kind: "all",
          conditions: [
            {
              kind: "not",
              condition: { kind: "member", attribute: "tier", test: { op: "is", value: "gold" } },
            },
            {
              kind: "history",
              measure: "amountMinor",
              window: { kind: "current", period: "year" },
              op: "at_least",
              value: 50_000,
              withThis: true,
            },
          ],
        },
      },
    },
    steps: [
      { event: buy(30_000), gives: {} },
      { event: buy(20_000), gives: { Gold: [0, "gold"] } },
      { event: buy(100), by: { memberId: "ada", tier: "gold" }, gives: { Gold: [0, "gold"] } },
    ],
  });

  promotion("young parents get a tag and a segment with their first nappies", {
    campaigns: {
      Baby: {
        effects: [
          { kind: "tag", tag: "parent" },
          { kind: "segment", segment: "families" },
        ],
        condition: {
          kind: "all",
          conditions: [
            { kind: "lines", quantifier: "any", filter: category("Nappies") },
            { kind: "member", attribute: "tags", test: { op: "is_not", value: "parent" } },
          ],
        },
      },
    },
    steps: [
      { event: buy([goods("Bread", 300)]), gives: {} },
      { event: buy([goods("Nappies", 1_200)]), gives: { Baby: [0, "parent", "families"] } },
      { event: buy([goods("Nappies", 1_200)]), by: { memberId: "bo", tags: ["parent"] }, gives: {} },
    ],
  });

  promotion("a word of thanks and a call to the florist", {
    campaigns: {
      Base: { effects: [perEuro()] },
      Thanks: {
        effects: [
          { kind: "notify", title: "Thank you", body: "There are flowers waiting for you." },
          { kind: "webhook", url: "https://florist.example/orders", topic: "flowers" },
        ],
        condition: { kind: "event", field: "amountMinor", test: { op: "at_least", value: 20_000 } },
      },
    },
    steps: [
      { event: buy(19_999), gives: { Base: 199 } },
      { event: buy(20_000), gives: { Base: 200, Thanks: [0, "Thank you", "flowers"] } },
    ],
  });

  promotion("won back: no longer at risk, with points", {
    campaigns: {
      Back: {
        audience: { match: "all", tests: [{ attribute: "segments", test: { op: "is", value: "at-risk" } }] },
        effects: [fixed(80), { kind: "segment", segment: "at-risk", action: "remove" }],
      },
    },
    steps: [
      { event: buy(100), gives: {} },
      { event: buy(100), by: { memberId: "bo", segments: ["at-risk"] }, gives: { Back: [80, "at-risk"] } },
    ],
  });
});
