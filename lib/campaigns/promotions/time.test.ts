import { describe } from "vitest";
import { buy, fixed, perEuro, promotion, times } from "./testing";

describe("points by the clock and the calendar", () => {
  const base = { effects: [perEuro()] };

  promotion("double points on Mondays", {
    campaigns: { Base: base, Monday: { effects: [times(2)], condition: { kind: "time", weekdays: [1] } } },
    steps: [
      { event: buy(2_000, { at: "2026-11-22T23:59" }), gives: { Base: 20 } },
      // base 20, as many again
      { event: buy(2_000, { at: "2026-11-23T00:00" }), gives: { Base: 20, Monday: 20 } },
    ],
  });

  promotion("happy hour on weekday afternoons", {
    campaigns: {
      Base: base,
      Happy: {
        effects: [times(1.5)],
        condition: { kind: "time", weekdays: [1, 2, 3, 4, 5], from: "14:00", to: "17:00" },
      },
    },
    steps: [
      { event: buy(1_000, { at: "2026-11-25T13:59" }), gives: { Base: 10 } },
      { event: buy(1_000, { at: "2026-11-25T14:00" }), gives: { Base: 10, Happy: 5 } },
      { event: buy(1_000, { at: "2026-11-25T17:00" }), gives: { Base: 10 } },
      { event: buy(1_000, { at: "2026-11-28T15:00" }), gives: { Base: 10 } },
    ],
  });

  promotion("the night of Friday goes on into Saturday", {
    campaigns: {
      Night: { effects: [fixed(25)], condition: { kind: "time", weekdays: [5], from: "22:00", to: "02:00" } },
    },
    steps: [
      { event: buy(1_000, { at: "2026-11-27T01:00" }), gives: {} },
      { event: buy(1_000, { at: "2026-11-27T22:30" }), gives: { Night: 25 } },
      { event: buy(1_000, { at: "2026-11-28T01:59" }), gives: { Night: 25 } },
      { event: buy(1_000, { at: "2026-11-28T02:00" }), gives: {} },
    ],
  });

  promotion("payday: the last day of the month", {
    campaigns: { Payday: { effects: [fixed(40)], condition: { kind: "time", monthDays: [31] } } },
    steps: [
      { event: buy(500, { at: "2026-11-30T10:00" }), gives: { Payday: 40 } },
      { event: buy(500, { at: "2026-12-30T10:00" }), gives: {} },
      { event: buy(500, { at: "2026-12-31T10:00" }), gives: { Payday: 40 } },
      { event: buy(500, { at: "2027-02-28T10:00" }), gives: { Payday: 40 } },
    ],
  });

  promotion("Friday the 13th", {
    campaigns: {
      Thirteen: { effects: [fixed(13)], condition: { kind: "time", weekdays: [5], monthDays: [13] } },
    },
    steps: [
      { event: buy(500, { at: "2026-11-13T10:00" }), gives: { Thirteen: 13 } },
      { event: buy(500, { at: "2026-11-20T10:00" }), gives: {} },
      { event: buy(500, { at: "2026-12-13T10:00" }), gives: {} },
    ],
  });

  promotion("a long weekend in November", {
    campaigns: {
      Base: base,
      Weekend: {
        effects: [times(3)],
        condition: { kind: "dates", from: "2026-11-27", to: "2026-11-30" },
      },
    },
    steps: [
      { event: buy(5_000, { at: "2026-11-26T23:59" }), gives: { Base: 50 } },
      // base 50, twice as many again
      { event: buy(5_000, { at: "2026-11-27T00:00" }), gives: { Base: 50, Weekend: 100 } },
      { event: buy(5_000, { at: "2026-11-30T23:59" }), gives: { Base: 50, Weekend: 100 } },
      { event: buy(5_000, { at: "2026-12-01T00:00" }), gives: { Base: 50 } },
    ],
  });

  promotion("around New Year, every year", {
    campaigns: {
      Holidays: {
        effects: [fixed(10)],
        condition: { kind: "dates", from: "2026-12-20", to: "2027-01-06", yearly: true },
      },
    },
    steps: [
      { event: buy(500, { at: "2026-12-19T10:00" }), gives: {} },
      { event: buy(500, { at: "2026-12-31T10:00" }), gives: { Holidays: 10 } },
      { event: buy(500, { at: "2028-01-06T10:00" }), gives: { Holidays: 10 } },
      { event: buy(500, { at: "2028-01-07T10:00" }), gives: {} },
    ],
  });

  promotion("the opening week, by its very hours", {
    campaigns: {
      Opening: {
        effects: [perEuro(5)],
        schedule: { startsAt: "2026-12-01T09:00:00+01:00", endsAt: "2026-12-06T00:00:00+01:00" },
      },
    },
    steps: [
      { event: buy(1_000, { at: "2026-12-01T08:59" }), gives: {} },
      { event: buy(1_000, { at: "2026-12-01T09:00" }), gives: { Opening: 50 } },
      { event: buy(1_000, { at: "2026-12-05T23:59" }), gives: { Opening: 50 } },
      { event: buy(1_000, { at: "2026-12-06T00:00" }), gives: {} },
    ],
  });

  promotion("summer in the app", {
    campaigns: {
      Summer: {
        effects: [perEuro(2)],
        condition: {
          kind: "all",
          conditions: [
            { kind: "dates", from: "2026-06-21", to: "2026-09-22", yearly: true },
            { kind: "event", field: "channel", test: { op: "is", value: "app" } },
          ],
        },
      },
    },
    steps: [
      { event: buy(700, { at: "2026-07-01T10:00:00+02:00", channel: "app" }), gives: { Summer: 14 } },
      { event: buy(700, { at: "2026-07-01T10:00:00+02:00", channel: "store" }), gives: {} },
      // half past eleven in the evening of 20 June in Berlin
      { event: buy(700, { at: "2026-06-20T23:30:00+02:00", channel: "app" }), gives: {} },
    ],
  });

  promotion("never on Sundays", {
    campaigns: {
      Weekdays: {
        effects: [perEuro()],
        condition: { kind: "not", condition: { kind: "time", weekdays: [7] } },
      },
    },
    steps: [
      { event: buy(900, { at: "2026-11-28T12:00" }), gives: { Weekdays: 9 } },
      { event: buy(900, { at: "2026-11-29T12:00" }), gives: {} },
    ],
  });
});
