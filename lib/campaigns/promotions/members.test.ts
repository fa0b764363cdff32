import { describe } from "vitest";
import { buy, fixed, perEuro, promotion, times } from "./testing";

describe("points by who it is", () => {
  const base = { effects: [perEuro()] };
  const only = (attribute: string, test: { op: "is" | "is_not"; value: string }) => ({
    match: "all" as const,
    tests: [{ attribute, test }],
  });

  promotion("more for higher tiers", {
    campaigns: {
      Base: base,
      Silver: { effects: [times(1.25)], audience: only("tier", { op: "is", value: "silver" }) },
      Gold: { effects: [times(1.5)], audience: only("tier", { op: "is", value: "gold" }) },
    },
    steps: [
      { event: buy(4_000), gives: { Base: 40 } },
      // 40 × 0.25 and 40 × 0.5
      { event: buy(4_000), by: { memberId: "sil", tier: "silver" }, gives: { Base: 40, Silver: 10 } },
      { event: buy(4_000), by: { memberId: "gol", tier: "gold" }, gives: { Base: 40, Gold: 20 } },
    ],
  });

  promotion("a tier that comes as an attribute", {
    campaigns: { Gold: { effects: [fixed(5)], audience: only("tier", { op: "is", value: "gold" }) } },
    steps: [
      { event: buy(100), by: { memberId: "a", attributes: { tier: "Gold" } }, gives: { Gold: 5 } },
      // the program's own tier goes first
      { event: buy(100), by: { memberId: "b", attributes: { tier: "gold" }, tier: "silver" }, gives: {} },
    ],
  });

  promotion("a segment", {
    campaigns: {
      Students: { effects: [perEuro(2)], audience: only("segments", { op: "is", value: "students" }) },
    },
    steps: [
      { event: buy(600), by: { memberId: "a", segments: ["news", "students"] }, gives: { Students: 12 } },
      { event: buy(600), by: { memberId: "b", segments: ["news"] }, gives: {} },
    ],
  });

  promotion("everybody but the staff", {
    campaigns: { Guests: { effects: [fixed(8)], audience: only("tags", { op: "is_not", value: "staff" }) } },
    steps: [
      { event: buy(600), gives: { Guests: 8 } },
      { event: buy(600), by: { memberId: "b", tags: ["early", "Staff"] }, gives: {} },
    ],
  });

  promotion("neighbours from two towns who wear size 40 or more", {
    campaigns: {
      Neighbours: {
        audience: {
          match: "all",
          tests: [
            { attribute: "homeTown", test: { op: "in", value: ["Potsdam", "Berlin"] } },
            { attribute: "shoeSize", test: { op: "at_least", value: 40 } },
          ],
        },
      },
    },
    steps: [
      {
        event: buy(1),
        by: { memberId: "a", attributes: { homeTown: "berlin", shoeSize: 41 } },
        gives: { Neighbours: 10 },
      },
      { event: buy(1), by: { memberId: "b", attributes: { homeTown: "Berlin", shoeSize: 39 } }, gives: {} },
      { event: buy(1), by: { memberId: "c", attributes: { shoeSize: 44 } }, gives: {} },
    ],
  });

  promotion("double points in the first 30 days", {
    campaigns: {
      Base: base,
      Welcome: {
        effects: [times(2)],
        audience: {
          match: "all",
          tests: [{ attribute: "daysSinceJoining", test: { op: "at_most", value: 30 } }],
        },
      },
    },
    member: { joinedAt: new Date("2026-11-01T20:00:00+01:00") },
    steps: [
      // 1 December is the 30th day after
      { event: buy(1_500, { at: "2026-12-01T23:59" }), gives: { Base: 15, Welcome: 15 } },
      { event: buy(1_500, { at: "2026-12-02T00:00" }), gives: { Base: 15 } },
    ],
  });

  promotion("500 points on the birthday", {
    campaigns: { Birthday: { effects: [fixed(500)], condition: { kind: "anniversary", of: "birthday" } } },
    member: { birthday: "1990-11-24" },
    steps: [
      { event: buy(100, { at: "2026-11-23T23:59" }), gives: {} },
      { event: buy(100, { at: "2026-11-24T00:00" }), gives: { Birthday: 500 } },
      { event: buy(100), by: { memberId: "b", birthday: null }, gives: {} },
    ],
  });

  promotion("those born on 29 February celebrate on the 28th", {
    campaigns: { Birthday: { effects: [fixed(500)], condition: { kind: "anniversary", of: "birthday" } } },
    member: { birthday: "1996-02-29" },
    steps: [
      { event: buy(100, { at: "2027-02-28T12:00" }), gives: { Birthday: 500 } },
      { event: buy(100, { at: "2027-03-01T12:00" }), gives: {} },
      { event: buy(100, { at: "2028-02-28T12:00" }), gives: {} },
      { event: buy(100, { at: "2028-02-29T12:00" }), gives: { Birthday: 500 } },
    ],
  });

  promotion("a week around the birthday, over New Year", {
    campaigns: {
      Week: {
        effects: [perEuro(3)],
        condition: { kind: "anniversary", of: "birthday", daysBefore: 3, daysAfter: 3 },
      },
    },
    member: { birthday: "1988-01-02" },
    steps: [
      { event: buy(1_000, { at: "2026-12-29T12:00" }), gives: {} },
      { event: buy(1_000, { at: "2026-12-30T12:00" }), gives: { Week: 30 } },
      { event: buy(1_000, { at: "2027-01-05T12:00" }), gives: { Week: 30 } },
      { event: buy(1_000, { at: "2027-01-06T12:00" }), gives: {} },
    ],
  });

  promotion("double points in the month of the birthday", {
    campaigns: {
      Base: base,
      Month: { effects: [times(2)], condition: { kind: "anniversary_month", of: "birthday" } },
    },
    member: { birthday: "1975-11-02" },
    steps: [
      { event: buy(2_000, { at: "2026-11-30T12:00" }), gives: { Base: 20, Month: 20 } },
      { event: buy(2_000, { at: "2026-12-01T12:00" }), gives: { Base: 20 } },
    ],
  });

  promotion("250 points on the anniversary of joining, not on the day of joining itself", {
    campaigns: { Anniversary: { effects: [fixed(250)], condition: { kind: "anniversary", of: "joining" } } },
    member: { joinedAt: new Date("2025-11-24T18:00:00+01:00") },
    steps: [
      { event: buy(100, { at: "2025-11-24T19:00" }), gives: {} },
      { event: buy(100, { at: "2026-11-24T09:00" }), gives: { Anniversary: 250 } },
    ],
  });

  promotion("seniors on Wednesdays", {
    campaigns: {
      Seniors: {
        effects: [perEuro(2)],
        condition: {
          kind: "all",
          conditions: [
            { kind: "time", weekdays: [3] },
            { kind: "member", attribute: "age", test: { op: "at_least", value: 65 } },
          ],
        },
      },
    },
    steps: [
      {
        event: buy(800, { at: "2026-11-25T10:00" }),
        by: { memberId: "a", attributes: { age: 70 } },
        gives: { Seniors: 16 },
      },
      {
        event: buy(800, { at: "2026-11-26T10:00" }),
        by: { memberId: "a", attributes: { age: 70 } },
        gives: {},
      },
      {
        event: buy(800, { at: "2026-11-25T10:00" }),
        by: { memberId: "b", attributes: { age: 40 } },
        gives: {},
      },
    ],
  });
});
