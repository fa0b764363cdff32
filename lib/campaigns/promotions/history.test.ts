import { describe, expect, it } from "vitest";
import { stateAfter } from "../evaluation/state";
import { historyChanges, historyChangesOfReturn, step } from "../evaluation/step";
import { buy, category, custom, did, fixed, goods, perEuro, promotion, rulesOf, times } from "./testing";

const lifetime = { kind: "lifetime" as const };
const lastDays = (days: number) => ({ kind: "days" as const, days });
const thisMonth = { kind: "current" as const, period: "month" as const };
const on = (day: string) => ({ at: `${day}T12:00` });

describe("points for what was done before", () => {
  promotion("the first purchase", {
    campaigns: {
      First: {
        effects: [fixed(60)],
        condition: { kind: "history", measure: "count", window: lifetime, op: "at_most", value: 0 },
      },
    },
    steps: [
      { event: buy(300), gives: { First: 60 } },
      { event: buy(300), gives: {} },
    ],
  });

  promotion("every third purchase", {
    campaigns: {
      Third: {
        effects: [fixed(50)],
        condition: { kind: "history", measure: "count", window: lifetime, op: "every", value: 3 },
      },
    },
    steps: [
      { event: buy(300), gives: {} },
      { event: buy(300), gives: {} },
      { event: buy(300), gives: { Third: 50 } },
      { event: buy(300), gives: {} },
      { event: buy(300), gives: {} },
      { event: buy(300), gives: { Third: 50 } },
    ],
  });

  promotion(
    "double on Mondays for members who bought coffee twice in the last 30 days, at most 200 a month",
    {
      campaigns: {
        Base: { effects: [perEuro()] },
        Monday: {
          effects: [times(2)],
          condition: {
            kind: "all",
            conditions: [
              { kind: "time", weekdays: [1] },
              {
                kind: "history",
                measure: "count",
                of: { filter: category("Coffee") },
                window: lastDays(30),
                op: "at_least",
                value: 2,
              },
            ],
          },
          limits: [{ per: "member", points: 200, window: "month" }],
        },
      },
      steps: [
        { event: buy([goods("Coffee", 300)], on("2026-11-02")), gives: { Base: 3 } },
        { event: buy([goods("Tea", 300)], on("2026-11-09")), gives: { Base: 3 } },
        { event: buy([goods("Coffee", 300)], on("2026-11-10")), gives: { Base: 3 } },
        // Monday, two coffees since 18 October: 120 again
        { event: buy(12_000, on("2026-11-16")), gives: { Base: 120, Monday: 120 } },
        // 150 again, of which 200 − 120 = 80 are left
        { event: buy(15_000, on("2026-11-23")), gives: { Base: 150, Monday: 80 }, desired: { Monday: 150 } },
        // 30 days from 8 November on: one coffee only
        { event: buy(10_000, on("2026-12-07")), gives: { Base: 100 } },
      ],
    },
  );

  promotion("welcome back after 90 days", {
    campaigns: {
      Back: {
        effects: [fixed(150)],
        condition: { kind: "history", measure: "days_since_last", op: "at_least", value: 90 },
      },
    },
    steps: [
      // nobody who never bought before comes back
      { event: buy(500, on("2026-01-10")), gives: {} },
      { event: buy(500, on("2026-04-09")), gives: {} },
      // 9 April + 90 days = 8 July
      { event: buy(500, on("2026-07-08")), gives: { Back: 150 } },
      { event: buy(500, on("2026-07-09")), gives: {} },
    ],
  });

  promotion("nothing bought in the last 30 days", {
    campaigns: {
      Again: {
        effects: [fixed(20)],
        condition: { kind: "history", measure: "count", window: lastDays(30), op: "at_most", value: 0 },
      },
    },
    steps: [
      { event: buy(500, on("2026-01-01")), gives: { Again: 20 } },
      // the 30 days to 30 January begin with the 1st
      { event: buy(500, on("2026-01-30")), gives: {} },
      { event: buy(500, on("2026-03-01")), gives: { Again: 20 } },
    ],
  });

  promotion("four weeks in a row", {
    campaigns: {
      Weeks: {
        effects: [fixed(80)],
        condition: { kind: "history", measure: "streak", unit: "week", op: "every", value: 4 },
      },
    },
    steps: [
      { event: buy(500, on("2026-11-01")), gives: {} },
      { event: buy(500, on("2026-11-04")), gives: {} },
      { event: buy(500, on("2026-11-09")), gives: {} },
      // the weeks of 26 October, 2, 9 and 16 November
      { event: buy(500, on("2026-11-20")), gives: { Weeks: 80 } },
      // the same week gives nothing more
      { event: buy(500, on("2026-11-21")), gives: {} },
      // a week left out begins anew
      { event: buy(500, on("2026-11-30")), gives: {} },
    ],
  });

  promotion("three days in a row of checking in", {
    campaigns: {
      Daily: {
        trigger: custom("checkin"),
        effects: [fixed(70)],
        condition: {
          kind: "history",
          measure: "streak",
          unit: "day",
          of: { event: "custom:checkin" },
          op: "every",
          value: 3,
        },
      },
    },
    steps: [
      { event: did("checkin", {}, "2026-11-23T08:00"), gives: {} },
      { event: did("checkin", {}, "2026-11-24T08:00"), gives: {} },
      { event: did("checkin", {}, "2026-11-25T08:00"), gives: { Daily: 70 } },
      { event: did("checkin", {}, "2026-11-26T08:00"), gives: {} },
      { event: did("checkin", {}, "2026-11-27T08:00"), gives: {} },
      { event: did("checkin", {}, "2026-11-28T08:00"), gives: { Daily: 70 } },
    ],
  });

  promotion("every 100 € spent in a month", {
    campaigns: {
      Hundred: {
        effects: [fixed(40)],
        condition: { kind: "history", measure: "amountMinor", window: thisMonth, op: "every", value: 10_000 },
      },
    },
    steps: [
      { event: buy(9_999, on("2026-11-03")), gives: {} },
      { event: buy(1, on("2026-11-04")), gives: { Hundred: 40 } },
      // 100 → 250 passes 200
      { event: buy(15_000, on("2026-11-05")), gives: { Hundred: 40 } },
      // a new month
      { event: buy(6_000, on("2026-12-01")), gives: {} },
      { event: buy(5_000, on("2026-12-02")), gives: { Hundred: 40 } },
    ],
  });

  promotion("double points once 50 are spent in the week, this purchase included", {
    campaigns: {
      Base: { effects: [perEuro()] },
      Week: {
        effects: [times(2)],
        condition: {
          kind: "history",
          measure: "amountMinor",
          window: { kind: "current", period: "week" },
          op: "at_least",
          value: 5_000,
          withThis: true,
        },
      },
    },
    steps: [
      { event: buy(3_000, on("2026-11-23")), gives: { Base: 30 } },
      // 30 + 20 = 50
      { event: buy(2_000, on("2026-11-29")), gives: { Base: 20, Week: 20 } },
      { event: buy(4_900, on("2026-11-30")), gives: { Base: 49 } },
    ],
  });

  promotion("regulars: half as much again after ten pieces in the year", {
    campaigns: {
      Regular: {
        effects: [times(1.5)],
        condition: {
          kind: "history",
          measure: "quantity",
          of: { filter: category("Coffee") },
          window: { kind: "current", period: "year" },
          op: "at_least",
          value: 10,
        },
      },
      Base: { effects: [perEuro()] },
    },
    steps: [
      { event: buy([goods("Coffee", 2_700, { quantity: 9 })], on("2026-11-01")), gives: { Base: 27 } },
      { event: buy([goods("Coffee", 300)], on("2026-11-02")), gives: { Base: 3 } },
      // ten before this one; 3 × 0.5 = 1.5
      { event: buy([goods("Coffee", 300)], on("2026-11-03")), gives: { Base: 3, Regular: 1 } },
      { event: buy([goods("Coffee", 300)], on("2027-01-01")), gives: { Base: 3 } },
    ],
  });

  promotion("a year after the first purchase, for good", {
    campaigns: {
      Loyal: {
        effects: [fixed(5)],
        condition: { kind: "history", measure: "days_since_first", op: "at_least", value: 365 },
      },
    },
    steps: [
      { event: buy(500, on("2025-03-01")), gives: {} },
      { event: buy(500, on("2026-02-28")), gives: {} },
      { event: buy(500, on("2026-03-01")), gives: { Loyal: 5 } },
      { event: buy(500, on("2029-03-01")), gives: { Loyal: 5 } },
    ],
  });
});

it("what comes back does not count as bought", () => {
  const ruleSet = rulesOf({
    campaigns: {
      Third: {
        effects: [fixed(50)],
        condition: { kind: "history", measure: "count", window: lifetime, op: "every", value: 3 },
      },
    },
  });
  const event = buy([goods("Coffee", 300)]);
  const nobody = {
    member: { memberId: "ada", attributes: {}, joinedAt: new Date(0) },
    capUse: () => 0,
    budgetUse: () => 0,
    history: () => [],
  };
  const bought = historyChanges(ruleSet, event);
  // the piece on line 0, in thousandths
  const back = historyChangesOfReturn(ruleSet, event, new Map(), new Map([[0, 1_000]]));
  const two = stateAfter(stateAfter(nobody, [], bought), [], bought);
  expect(step(ruleSet, two, event).awards[0]?.points).toBe(50);
  const one = stateAfter(two, [], back);
  expect(step(ruleSet, one, event).awards).toEqual([]);
  expect(step(ruleSet, stateAfter(one, [], bought), event).awards[0]?.points).toBe(50);
});
