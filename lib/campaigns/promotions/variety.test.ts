import { describe } from "vitest";
import { buy, category, fixed, goods, promotion } from "./testing";

const lifetime = { kind: "lifetime" as const };
const thisMonth = { kind: "current" as const, period: "month" as const };

describe("points for going around and trying things", () => {
  promotion("three shops in a month", {
    campaigns: {
      Shops: {
        effects: [fixed(90)],
        condition: {
          kind: "history",
          measure: "distinct",
          what: "store",
          window: thisMonth,
          op: "at_least",
          value: 3,
          withThis: true,
        },
        limits: [{ per: "member", times: 1, window: "month" }],
      },
    },
    steps: [
      { event: buy(500, { store: "Mitte" }), gives: {} },
      { event: buy(500, { store: "West" }), gives: {} },
      { event: buy(500, { store: "mitte" }), gives: {} },
      { event: buy(500, { store: "Ost" }), gives: { Shops: 90 } },
      { event: buy(500, { store: "Nord" }), gives: {}, desired: { Shops: 90 } },
    ],
  });

  promotion("three different coffees tried", {
    campaigns: {
      Taster: {
        effects: [fixed(35)],
        condition: {
          kind: "all",
          conditions: [
            { kind: "lines", quantifier: "any", filter: category("Coffee") },
            {
              kind: "history",
              measure: "distinct",
              what: "sku",
              of: { filter: category("Coffee") },
              window: lifetime,
              op: "at_least",
              value: 3,
              withThis: true,
            },
          ],
        },
        limits: [{ per: "member", times: 1, window: "lifetime" }],
      },
    },
    steps: [
      { event: buy([goods("Coffee", 300, { sku: "A" }), goods("Tea", 300, { sku: "T" })]), gives: {} },
      { event: buy([goods("Coffee", 300, { sku: "B" })]), gives: {} },
      {
        event: buy([goods("Coffee", 300, { sku: "a" }), goods("Coffee", 300, { sku: "C" })]),
        gives: { Taster: 35 },
      },
    ],
  });

  promotion("coffee drinkers who take cake for the first time", {
    campaigns: {
      Cake: {
        effects: [fixed(40)],
        condition: {
          kind: "all",
          conditions: [
            { kind: "lines", quantifier: "any", filter: category("Cake") },
            {
              kind: "history",
              measure: "count",
              of: { filter: category("Coffee") },
              window: lifetime,
              op: "at_least",
              value: 1,
            },
            {
              kind: "history",
              measure: "count",
              of: { filter: category("Cake") },
              window: lifetime,
              op: "at_most",
              value: 0,
            },
          ],
        },
      },
    },
    steps: [
      { event: buy([goods("Coffee", 300)]), gives: {} },
      { event: buy([goods("Coffee", 300), goods("Cake", 400)]), gives: { Cake: 40 } },
      { event: buy([goods("Cake", 400)]), gives: {} },
      { event: buy([goods("Cake", 400)]), by: { memberId: "bo" }, gives: {} },
    ],
  });
});
