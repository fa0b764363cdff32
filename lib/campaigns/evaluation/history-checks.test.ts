import { describe, expect, it } from "vitest";
import type { EngineEvent } from "./facts";
import { live, purchaseOf, type Rules, ruleSetOf } from "./testing";

type Condition = NonNullable<Rules["condition"]>;

const coffee = [{ field: "category" as const, op: "in" as const, values: ["Coffee"] }];

/** A purchase at noon in Berlin, of coffee at 3 euros unless told. */
function bought(day: string, line: object = {}, rest: object = {}): EngineEvent {
  return purchaseOf([{ category: "Coffee", amountMinor: 300, ...line }], { at: `${day}T12:00:00Z`, ...rest });
}

/** What was decided of each event by a campaign that asks for this. */
function decided(asked: object, ...events: EngineEvent[]) {
  const condition = { kind: "history", ...asked } as Condition;
  const { results } = live(ruleSetOf({ condition }), events);
  return results.map(({ decision }) => (decision.campaigns[0]?.fired ? true : decision.campaigns[0]?.reason));
}

/** Only whether the last event got something, or why not. */
const last = (asked: object, ...events: EngineEvent[]) => decided(asked, ...events).at(-1);

const twice = { measure: "count", window: { kind: "days", days: 30 }, op: "at_least", value: 2 };

describe("how often", () => {
  it("counts what was posted before, and says how far it has come", () => {
    const days = ["2026-11-02", "2026-11-10", "2026-11-20"].map((day) => bought(day));
    expect(decided({ ...twice, of: { filter: coffee } }, ...days)).toEqual([
      "never bought Coffee in the last 30 days, at least 2 needed",
      "bought Coffee once in the last 30 days, at least 2 needed",
      true,
    ]);
  });

  it("counts the event itself where it is told to", () => {
    expect(decided({ ...twice, withThis: true }, bought("2026-11-02"), bought("2026-11-03"))).toEqual([
      "bought once in the last 30 days, at least 2 needed",
      true,
    ]);
  });

  it.each([
    ["the first day of the window", "2026-10-22", true],
    ["the day before it", "2026-10-21", "bought once in the last 30 days, at least 2 needed"],
  ])("looks back to %s", (_, day, expected) => {
    expect(last(twice, bought(day), bought("2026-11-19"), bought("2026-11-20"))).toBe(expected);
  });

  it("keeps to the program's days, not those of UTC", () => {
    const today = { measure: "count", window: { kind: "days", days: 1 }, op: "at_most", value: 0 };
    const late = purchaseOf([{}], { at: "2026-11-19T22:59:00Z" });
    const justAfterMidnight = purchaseOf([{}], { at: "2026-11-19T23:00:00Z" });
    expect(last(today, late, justAfterMidnight)).toBe(true);
    expect(last(today, justAfterMidnight, bought("2026-11-20"))).toBe(
      "bought once on the same day, at most 0 allowed",
    );
  });

  it("leaves out what happened later than the event, but for all time", () => {
    expect(last(twice, bought("2026-11-20"), bought("2026-11-21"), bought("2026-11-10"))).toBe(
      "never bought in the last 30 days, at least 2 needed",
    );
    const ever = { ...twice, window: { kind: "lifetime" } };
    expect(last(ever, bought("2026-11-20"), bought("2026-11-21"), bought("2026-11-10"))).toBe(true);
  });

  it.each([
    ["week", "2026-11-16", "2026-11-15"],
    ["month", "2026-11-01", "2026-10-31"],
    ["year", "2026-01-01", "2025-12-31"],
  ])("begins anew with the %s", (period, inside, outside) => {
    const first = { ...twice, window: { kind: "current", period }, value: 1 };
    expect(last(first, bought(inside), bought("2026-11-20"))).toBe(true);
    expect(last(first, bought(outside), bought("2026-11-20"))).toBe(
      `never bought in the same ${period}, at least 1 needed`,
    );
  });

  it("tells stores, channels and products apart", () => {
    const here = { ...twice, value: 1, of: { stores: ["Mitte"], channels: ["App"], filter: coffee } };
    const event = bought("2026-11-20");
    const seen = (line: object, rest: object) => last(here, bought("2026-11-19", line, rest), event);
    expect(seen({}, { store: "MITTE", channel: "app" })).toBe(true);
    for (const [line, rest] of [
      [{}, { store: "West", channel: "app" }],
      [{}, { store: "Mitte" }],
      [{ category: "Tea" }, { store: "Mitte", channel: "app" }],
    ] as const) {
      expect(seen(line, rest)).toBe(
        "never bought Coffee at Mitte through App in the last 30 days, at least 1 needed",
      );
    }
  });

  it("counts other events than the one that it is about", () => {
    const asked = { ...twice, value: 1, of: { event: "custom:app-open" } };
    const opened = { type: "custom:app-open", occurredAt: new Date("2026-11-19T12:00:00Z"), payload: {} };
    expect(last(asked, opened, bought("2026-11-20"))).toBe(true);
    expect(last(asked, bought("2026-11-20"))).toBe(
      "never had “app open” in the last 30 days, at least 1 needed",
    );
  });
});

describe("every so many", () => {
  const every = (value: number, rest: object = {}) => ({
    measure: "count",
    window: { kind: "lifetime" },
    op: "every",
    value,
    ...rest,
  });
  const days = (count: number) =>
    Array.from({ length: count }, (_, index) => bought(`2026-11-${String(index + 1).padStart(2, "0")}`));

  it("takes the third, the sixth and so on", () => {
    expect(decided(every(3), ...days(7)).map((result) => result === true)).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
      false,
    ]);
    expect(decided(every(3), ...days(2)).at(-1)).toBe("purchase number 2 so far, every 3rd counts");
  });

  it("is about events that count themselves", () => {
    const third = every(2, { of: { filter: coffee } });
    const tea = { category: "Tea" };
    expect(decided(third, bought("2026-11-01"), bought("2026-11-02", tea), bought("2026-11-03"))).toEqual([
      "purchase of Coffee number 1 so far, every 2nd counts",
      "this was no purchase of Coffee",
      true,
    ]);
  });

  it("takes whatever passes a multiple of an amount, once", () => {
    const spent = every(10_000, { measure: "amountMinor" });
    const amounts = [6_000, 5_000, 8_000, 30_000].map((amountMinor, index) =>
      bought(`2026-11-0${index + 1}`, { amountMinor }),
    );
    expect(decided(spent, ...amounts)).toEqual([
      "spent €60.00 so far, every €100.00 counts",
      true,
      "spent €190.00 so far, every €100.00 counts",
      true,
    ]);
  });

  it("counts pieces in thousandths", () => {
    const kilo = every(1, { measure: "quantity" });
    const weighed = [0.4, 0.5, 0.1].map((quantity, index) => bought(`2026-11-0${index + 1}`, { quantity }));
    expect(decided(kilo, ...weighed).at(-1)).toBe(true);
  });
});

describe("how much", () => {
  it("adds up what was paid, for all or for some products", () => {
    const spent = { measure: "amountMinor", window: { kind: "days", days: 7 }, op: "at_least", value: 1_000 };
    const mixed = purchaseOf([{ category: "Coffee", amountMinor: 600 }, { amountMinor: 500 }], {
      at: "2026-11-19T12:00:00Z",
      amountMinor: 1_000,
    });
    expect(last(spent, mixed, bought("2026-11-20"))).toBe(true);
    expect(last({ ...spent, of: { filter: coffee } }, mixed, bought("2026-11-20"))).toBe(
      "spent €6.00 on Coffee in the last 7 days, at least €10.00 needed",
    );
  });

  it("adds up pieces", () => {
    const pieces = { measure: "quantity", window: { kind: "lifetime" }, op: "at_most", value: 2 };
    expect(last(pieces, bought("2026-11-19", { quantity: 2 }), bought("2026-11-20"))).toBe(true);
    expect(last(pieces, bought("2026-11-19", { quantity: 2.5 }), bought("2026-11-20"))).toBe(
      "bought 2.5 pieces so far, at most 2 pieces allowed",
    );
  });
});

describe("how many different", () => {
  const distinct = (what: string, value: number, rest: object = {}) => ({
    measure: "distinct",
    what,
    window: { kind: "days", days: 30 },
    op: "at_least",
    value,
    ...rest,
  });

  it("tells stores apart, in any case of letters, and what has none is none", () => {
    const at = (day: string, store?: string) => bought(day, {}, store === undefined ? {} : { store });
    const visits = [at("2026-11-01", "Mitte"), at("2026-11-02", "MITTE"), at("2026-11-03")];
    expect(last(distinct("store", 2), ...visits, at("2026-11-04", "West"))).toBe(
      "bought: 1 different store in the last 30 days, at least 2 needed",
    );
    expect(last(distinct("store", 2, { withThis: true }), ...visits, at("2026-11-04", "West"))).toBe(true);
  });

  it.each([
    ["day", [bought("2026-11-01"), bought("2026-11-01"), bought("2026-11-02")]],
    ["sku", [bought("2026-11-01", { sku: "A" }), bought("2026-11-01", { sku: "b" })]],
    ["brand", [bought("2026-11-01", { brand: "Hofmilch" }), bought("2026-11-01", { brand: "Plantly" })]],
    ["category", [bought("2026-11-01"), bought("2026-11-01", { category: "Tea" })]],
    [
      "channel",
      [bought("2026-11-01", {}, { channel: "app" }), bought("2026-11-01", {}, { channel: "till" })],
    ],
  ])("tells one %s from another", (what, events) => {
    expect(last(distinct(what, 2), ...events, bought("2026-11-05"))).toBe(true);
    expect(last(distinct(what, 3), ...events, bought("2026-11-05"))).not.toBe(true);
  });

  it("counts each line of a basket", () => {
    const basket = purchaseOf([{ sku: "a" }, { sku: "b" }, { sku: "A" }], { at: "2026-11-01T12:00:00Z" });
    expect(last(distinct("sku", 2, { window: { kind: "lifetime" } }), basket, bought("2026-11-02"))).toBe(
      true,
    );
  });
});

describe("streaks", () => {
  const streak = (unit: string, value: number, op = "at_least", withThis = true) => ({
    measure: "streak",
    unit,
    op,
    value,
    withThis,
  });

  it("count days in a row, and begin again after a gap", () => {
    const days = ["2026-11-01", "2026-11-02", "2026-11-04", "2026-11-05", "2026-11-06"].map((day) =>
      bought(day),
    );
    expect(decided(streak("day", 3), ...days)).toEqual([
      "bought: 1 day in a row, at least 3 needed",
      "bought: 2 days in a row, at least 3 needed",
      "bought: 1 day in a row, at least 3 needed",
      "bought: 2 days in a row, at least 3 needed",
      true,
    ]);
  });

  it("count weeks from Monday to Sunday, over the new year", () => {
    const weeks = [bought("2026-12-27"), bought("2026-12-28"), bought("2027-01-04")];
    expect(last(streak("week", 3), ...weeks)).toBe(true);
    expect(
      last(streak("week", 3), bought("2026-12-20"), bought("2026-12-28"), bought("2027-01-04")),
    ).not.toBe(true);
  });

  it("count months", () => {
    expect(last(streak("month", 3), bought("2026-11-30"), bought("2026-12-01"), bought("2027-01-31"))).toBe(
      true,
    );
  });

  it("are not broken by a period in which nothing has happened yet", () => {
    const before = streak("week", 2, "at_least", false);
    expect(last(before, bought("2026-11-02"), bought("2026-11-09"), bought("2026-11-16"))).toBe(true);
    expect(last(before, bought("2026-11-02"), bought("2026-11-09"), bought("2026-11-23"))).toBe(
      "bought: 0 weeks in a row, at least 2 needed",
    );
  });

  it("reward every second week once", () => {
    const days = ["2026-11-02", "2026-11-03", "2026-11-09", "2026-11-10", "2026-11-16", "2026-11-23"];
    expect(decided(streak("week", 2, "every"), ...days.map((day) => bought(day)))).toEqual([
      "bought: 1 week in a row, every 2nd counts",
      "the week has counted already",
      true,
      "the week has counted already",
      "bought: 3 weeks in a row, every 2nd counts",
      true,
    ]);
  });
});

describe("how long ago", () => {
  const since = (which: "first" | "last", op: string, value: number, rest: object = {}) => ({
    measure: `days_since_${which}`,
    op,
    value,
    ...rest,
  });

  it("knows the last time", () => {
    const before = bought("2026-10-01");
    expect(last(since("last", "at_least", 30), before, bought("2026-10-31"))).toBe(true);
    expect(last(since("last", "at_least", 30), before, bought("2026-10-30"))).toBe(
      "the last purchase was 29 days ago, at least 30 days needed",
    );
    expect(last(since("last", "at_most", 30), before, bought("2026-12-31"))).toBe(
      "the last purchase was more than 31 days ago, at most 30 days allowed",
    );
  });

  it("knows the first time, however long ago", () => {
    const events = [bought("2024-01-01"), bought("2026-11-19")];
    expect(last(since("first", "at_least", 365), ...events, bought("2026-11-20"))).toBe(true);
    expect(last(since("first", "at_most", 365), ...events, bought("2026-11-20"))).toBe(
      "the first purchase was more than 366 days ago, at most 365 days allowed",
    );
    expect(last(since("first", "at_most", 1), bought("2026-11-19"), bought("2026-11-20"))).toBe(true);
  });

  it("holds for nobody who has not been there before", () => {
    expect(last(since("last", "at_least", 1), bought("2026-11-20"))).toBe("never bought before");
    expect(last(since("first", "at_most", 0, { withThis: true }), bought("2026-11-20"))).toBe(true);
  });
});
