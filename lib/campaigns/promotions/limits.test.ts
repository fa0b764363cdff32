import { describe, expect, it } from "vitest";
import { step } from "../evaluation/step";
import { brand, buy, fixed, goods, perEuro, promotion, rulesOf, times } from "./testing";

describe("points within limits", () => {
  promotion("at most 300 a week for a member", {
    campaigns: { Base: { effects: [perEuro(3)], limits: [{ per: "member", points: 300, window: "week" }] } },
    steps: [
      // Sunday: 3 × 60; 3 × 60, of which 300 − 180 = 120 are left
      { event: buy(6_000, { at: "2026-11-29T10:00" }), gives: { Base: 180 } },
      { event: buy(6_000, { at: "2026-11-29T11:00" }), gives: { Base: 120 }, desired: { Base: 180 } },
      { event: buy(100, { at: "2026-11-29T12:00" }), gives: {}, desired: { Base: 3 } },
      // Monday
      { event: buy(6_000, { at: "2026-11-30T00:00" }), gives: { Base: 180 } },
    ],
  });

  promotion("at most 100 each time", {
    campaigns: { Base: { effects: [perEuro(2)], limits: [{ per: "member", points: 100, window: "event" }] } },
    steps: [
      { event: buy(9_000), gives: { Base: 100 }, desired: { Base: 180 } },
      { event: buy(9_000), gives: { Base: 100 }, desired: { Base: 180 } },
    ],
  });

  promotion("a day and a month at once", {
    campaigns: {
      Both: {
        effects: [fixed(20)],
        limits: [
          { per: "member", points: 30, window: "day" },
          { per: "member", points: 45, window: "month" },
        ],
      },
    },
    steps: [
      { event: buy(100, { at: "2026-11-02T10:00" }), gives: { Both: 20 } },
      // 30 − 20 of the day
      { event: buy(100, { at: "2026-11-02T11:00" }), gives: { Both: 10 }, desired: { Both: 20 } },
      // 45 − 30 of the month
      { event: buy(100, { at: "2026-11-03T10:00" }), gives: { Both: 15 }, desired: { Both: 20 } },
      { event: buy(100, { at: "2026-12-01T10:00" }), gives: { Both: 20 } },
    ],
  });

  promotion("twice a day, however much", {
    campaigns: { Twice: { effects: [perEuro()], limits: [{ per: "member", times: 2, window: "day" }] } },
    steps: [
      { event: buy(50_000), gives: { Twice: 500 } },
      // nothing given does not count as once
      { event: buy(50), gives: {} },
      { event: buy(100), gives: { Twice: 1 } },
      { event: buy(100), gives: {}, desired: { Twice: 1 } },
    ],
  });

  promotion("the first three members to come", {
    campaigns: {
      First: {
        effects: [fixed(100)],
        limits: [
          { per: "campaign", times: 3, window: "lifetime" },
          { per: "member", times: 1, window: "lifetime" },
        ],
      },
    },
    steps: [
      { event: buy(100), by: { memberId: "ada" }, gives: { First: 100 } },
      { event: buy(100), by: { memberId: "bo" }, gives: { First: 100 } },
      { event: buy(100), by: { memberId: "ada" }, gives: {}, desired: { First: 100 } },
      { event: buy(100), by: { memberId: "cy" }, gives: { First: 100 } },
      { event: buy(100), by: { memberId: "dee" }, gives: {}, desired: { First: 100 } },
    ],
  });

  promotion("250 points a day for all together", {
    campaigns: { Pot: { effects: [fixed(100)], limits: [{ per: "campaign", points: 250, window: "day" }] } },
    steps: [
      { event: buy(100), by: { memberId: "ada" }, gives: { Pot: 100 } },
      { event: buy(100), by: { memberId: "bo" }, gives: { Pot: 100 } },
      { event: buy(100), by: { memberId: "cy" }, gives: { Pot: 50 }, desired: { Pot: 100 } },
      { event: buy(100), by: { memberId: "cy" }, gives: {}, desired: { Pot: 100 } },
      { event: buy(100, { at: "2026-11-25T00:00" }), by: { memberId: "cy" }, gives: { Pot: 100 } },
    ],
  });

  promotion("a budget in money", {
    campaigns: {
      Budget: { effects: [fixed(200)], limits: [{ per: "campaign", costMinor: 500, window: "month" }] },
    },
    steps: [
      // a point costs a cent: 2.00, 2.00, and 1.00 is left
      { event: buy(100), gives: { Budget: 200 } },
      { event: buy(100), by: { memberId: "bo" }, gives: { Budget: 200 } },
      { event: buy(100), gives: { Budget: 100 }, desired: { Budget: 200 } },
      { event: buy(100), by: { memberId: "bo" }, gives: {}, desired: { Budget: 200 } },
    ],
  });

  promotion("vouchers for the money that is there, whole ones only", {
    campaigns: {
      Voucher: {
        effects: [{ kind: "voucher", name: "Free coffee", costMinor: 120 }],
        limits: [{ per: "campaign", costMinor: 300, window: "lifetime" }],
      },
    },
    steps: [
      { event: buy(100), gives: { Voucher: [0, "Free coffee"] } },
      { event: buy(100), by: { memberId: "bo" }, gives: { Voucher: [0, "Free coffee"] } },
      // 300 − 240 = 60 pay for none
      { event: buy(100), by: { memberId: "cy" }, gives: {} },
    ],
  });

  promotion("a limit shared out over the lines", {
    campaigns: { Cap: { effects: [perEuro()], limits: [{ per: "member", points: 10, window: "day" }] } },
    steps: [
      { event: buy([goods("Tea", 3_000), goods("Cake", 1_000)]), gives: { Cap: 10 }, desired: { Cap: 40 } },
    ],
  });
});

describe("who pays", () => {
  it("says what a campaign costs, for the sponsor to pay", () => {
    const ruleSet = rulesOf({
      campaigns: {
        Plantly: { effects: [perEuro(5, brand("Plantly"))], funding: { sponsor: "plantly", percent: 60 } },
      },
    });
    const nobody = {
      member: { memberId: "ada", attributes: {}, joinedAt: new Date(0) },
      capUse: () => 0,
      budgetUse: () => 0,
      history: () => [],
    };
    const event = buy([goods("Milk", 1_250, { brand: "Plantly" }), goods("Eggs", 400)]);
    // 12.50 × 5 = 62.5 → 62 points at a cent each
    const [award] = step(ruleSet, nobody, event).awards;
    expect(award).toMatchObject({ points: 62, costMinor: 62, lines: [{ line: 0, points: 62 }] });
  });

  promotion("double what the base rate really gave, not what its limit cut", {
    campaigns: {
      Base: { effects: [perEuro()], limits: [{ per: "member", points: 100, window: "day" }] },
      Double: { effects: [times(2)] },
    },
    steps: [
      { event: buy(6_000), gives: { Base: 60, Double: 60 } },
      // 40 are left of 100
      { event: buy(9_000), gives: { Base: 40, Double: 40 }, desired: { Base: 90 } },
      { event: buy(9_000), gives: {}, desired: { Base: 90 } },
    ],
  });

  promotion("of base points and bonuses a limit leaves the base points first", {
    campaigns: {
      Shop: { effects: [perEuro(), fixed(100)], limits: [{ per: "member", points: 120, window: "event" }] },
      Base: { effects: [times(2)] },
      Everything: { effects: [{ ...times(2), on: "all" }] },
    },
    // 60 + 100, of which 60 and 60 are given
    steps: [
      { event: buy(6_000), gives: { Shop: 120, Base: 60, Everything: 120 }, desired: { Shop: 160 } },
      // 150 + 100: 120 of the base alone
      { event: buy(15_000), gives: { Shop: 120, Base: 120, Everything: 120 }, desired: { Shop: 250 } },
    ],
  });

  promotion("a campaign that doubles its own base is cut once, at the end", {
    campaigns: {
      Own: { effects: [perEuro(), times(2)], limits: [{ per: "member", points: 100, window: "day" }] },
      Other: { effects: [times(2)] },
    },
    // 80 + 80 cut to 100; of the base 80 stay, and are doubled by the other
    steps: [{ event: buy(8_000), gives: { Own: 100, Other: 80 }, desired: { Own: 160 } }],
  });

  promotion("nothing to double once the budget that all share is used up", {
    campaigns: {
      Base: { effects: [perEuro()], limits: [{ per: "campaign", points: 100, window: "lifetime" }] },
      Double: { effects: [times(2)] },
    },
    steps: [
      { event: buy(7_000), gives: { Base: 70, Double: 70 } },
      {
        event: buy(7_000),
        by: { memberId: "bo" },
        gives: { Base: 30, Double: 30 },
        desired: { Base: 70 },
      },
      { event: buy(7_000), gives: {}, desired: { Base: 70 } },
    ],
  });

  promotion("the best offer is measured by what limits of earlier groups left", {
    groups: [
      { code: "base", name: "Base", policy: "all" },
      { code: "offers", name: "Offers", policy: "best_for_member" },
    ],
    campaigns: {
      Base: {
        effects: [perEuro()],
        limits: [{ per: "member", points: 100, window: "day" }],
        stacking: { group: "base" },
      },
      Double: { effects: [times(2)], stacking: { group: "offers" } },
      Bonus: { effects: [fixed(50)], stacking: { group: "offers" } },
    },
    steps: [
      { event: buy(7_000), gives: { Base: 70, Double: 70 }, suppressed: ["Bonus"] },
      // 30 are left, so that 50 is the better offer
      {
        event: buy(7_000),
        gives: { Base: 30, Bonus: 50 },
        desired: { Base: 70 },
        suppressed: ["Double"],
      },
    ],
  });
});
