import { describe, expect, it } from "vitest";
import { stateAfter } from "./state";
import { step, windowStarts } from "./step";
import { decide, purchaseOf, ruleSetOf, stateOf } from "./testing";

const coffee = [{ field: "category" as const, op: "in" as const, values: ["Coffee"] }];
const perEuro = { kind: "per_amount" as const, points: 1, perMinor: 100 };
const breakfast = purchaseOf([
  { category: "Coffee", amountMinor: 840, quantity: 2 },
  { category: "Bakery", amountMinor: 360 },
]);

describe("effects", () => {
  it("gives points per amount of the basket, shared out by line", () => {
    const { granted, reason, award } = decide({ effects: [perEuro] }, breakfast);
    expect(granted).toBe(12);
    expect(reason).toBe("€12.00 × 1 point per €1.00");
    expect(award?.lines).toEqual([
      { line: 0, points: 8 },
      { line: 1, points: 4 },
    ]);
  });

  it.each([
    ["floor", 1, "rounded down"],
    ["nearest", 2, "rounded"],
    ["ceil", 2, "rounded up"],
  ] as const)("rounds the basket once, %s", (rounding, granted, words) => {
    const event = purchaseOf([{ amountMinor: 75 }, { amountMinor: 75 }]);
    const decision = decide({ effects: [{ ...perEuro, rounding }] }, event);
    expect(decision).toMatchObject({ granted, reason: `€1.50 × 1 point per €1.00, ${words}` });
  });

  it("rounds each line by itself where the campaign counts lines", () => {
    const event = purchaseOf([{ amountMinor: 199 }, { amountMinor: 199 }]);
    expect(decide({ effects: [{ ...perEuro, basis: "lines" }] }, event)).toMatchObject({
      granted: 2,
      reason: "€3.98 × 1 point per €1.00, rounded down a line",
    });
    expect(decide({ effects: [{ ...perEuro, basis: "basket" }] }, event).granted).toBe(3);
  });

  it("counts only the lines that a filter keeps, whatever their case", () => {
    const event = purchaseOf([{ category: "COFFEE", amountMinor: 840 }, { amountMinor: 360 }]);
    const { granted, reason, award } = decide({ effects: [{ ...perEuro, filter: coffee }] }, event);
    expect({ granted, reason }).toEqual({
      granted: 8,
      reason: "€8.40 of Coffee × 1 point per €1.00, rounded down",
    });
    expect(award?.lines).toEqual([{ line: 0, points: 8 }]);
  });

  it("goes by the total of a purchase that names no lines, and keeps the points on line 0", () => {
    const { award } = decide(
      { effects: [{ ...perEuro, basis: "lines" }] },
      purchaseOf([], { amountMinor: 999 }),
    );
    expect(award).toMatchObject({ points: 9, lines: [{ line: 0, points: 9 }] });
  });

  it("goes by the total where it is less than the lines: a voucher earns nothing", () => {
    const event = purchaseOf([{ amountMinor: 1_000 }, { amountMinor: 1_000 }], { amountMinor: 1_500 });
    expect(decide({ effects: [perEuro] }, event).award).toMatchObject({
      points: 15,
      lines: [
        { line: 0, points: 8 },
        { line: 1, points: 7 },
      ],
    });
  });

  it("multiplies the base points of every campaign, never bonuses nor other multipliers", () => {
    const ruleSet = ruleSetOf(
      { effects: [{ kind: "multiplier", factorPercent: 200 }] },
      { effects: [perEuro] },
      { effects: [{ kind: "fixed", points: 50 }] },
      { effects: [{ kind: "multiplier", factorPercent: 150 }] },
    );
    const { decision } = step(ruleSet, stateOf(), breakfast);
    expect(decision.campaigns.map(({ granted }) => granted)).toEqual([12, 12, 50, 6]);
  });

  it("multiplies only what the chosen products earned, and puts it on their lines", () => {
    const ruleSet = ruleSetOf(
      { effects: [perEuro] },
      { effects: [{ kind: "multiplier", factorPercent: 300, filter: coffee }] },
    );
    const { awards, decision } = step(ruleSet, stateOf(), breakfast);
    expect(awards[1]).toMatchObject({ points: 16, lines: [{ line: 0, points: 16 }] });
    expect(decision.campaigns[1]?.reason).toBe("3× the base of 8 points on Coffee");
  });

  it("adds up the effects of one campaign in one award", () => {
    const { award, reason } = decide({ effects: [perEuro, { kind: "fixed", points: 5 }] }, breakfast);
    expect(award?.points).toBe(17);
    expect(award?.lines.reduce((sum, { points }) => sum + points, 0)).toBe(17);
    expect(reason).toBe("€12.00 × 1 point per €1.00 + 5 points");
  });

  it("says so where the amount is too small for a point", () => {
    expect(decide({ effects: [perEuro] }, purchaseOf([{ amountMinor: 80 }]))).toMatchObject({
      fired: false,
      granted: 0,
      reason: "€0.80 × 1 point per €1.00, rounded down",
      award: undefined,
    });
  });
});

describe("limits", () => {
  const limits = [{ per: "member" as const, points: 200, window: "month" as const }];

  it("lets through what is left and reports what was wanted", () => {
    const event = purchaseOf([{ amountMinor: 1_200 }, { amountMinor: 800 }]);
    const { desired, granted, reason, award } = decide(
      { effects: [perEuro], limits },
      event,
      stateOf({}, () => 192),
    );
    expect({ desired, granted }).toEqual({ desired: 20, granted: 8 });
    expect(reason).toBe("€20.00 × 1 point per €1.00; 8 of 20 given: at most 200 points a month");
    expect(award).toMatchObject({
      lines: [
        { line: 0, points: 5 },
        { line: 1, points: 3 },
      ],
      caps: [{ limitNo: 13, windowStart: "2026-11-01", used: 8 }],
    });
  });

  it("gives nothing once a limit is used up, or even overdrawn by a limit that was lowered", () => {
    for (const used of [200, 250]) {
      const decision = decide(
        { limits },
        breakfast,
        stateOf({}, () => used),
      );
      expect(decision).toMatchObject({ fired: false, granted: 0, desired: 10, award: undefined });
    }
  });

  it("keeps the tightest of several limits", () => {
    const both = [{ per: "member" as const, points: 4, window: "event" as const }, ...limits];
    expect(decide({ limits: both }, breakfast).award).toMatchObject({
      points: 4,
      caps: [{ limitNo: 13, windowStart: "2026-11-01", used: 4 }],
    });
  });

  it.each([
    ["day", "2026-11-24"],
    ["week", "2026-11-23"],
    ["month", "2026-11-01"],
    ["year", "2026-01-01"],
    ["lifetime", "0001-01-01"],
  ] as const)("counts by the %s of the program's calendar", (window, windowStart) => {
    const ruleSet = ruleSetOf({ limits: [{ per: "member", points: 5, window }] });
    expect(windowStarts(ruleSet, breakfast)).toEqual([windowStart]);
  });

  it("puts an event just after midnight in Berlin into the new day and month", () => {
    const ruleSet = ruleSetOf({ limits });
    const at = (text: string) => windowStarts(ruleSet, purchaseOf([], { at: text }))[0];
    expect(at("2026-11-30T22:59:59Z")).toBe("2026-11-01");
    expect(at("2026-11-30T23:00:00Z")).toBe("2026-12-01");
  });

  it("passes what was used on to the member's next event", () => {
    const ruleSet = ruleSetOf({ limits: [{ per: "member", points: 15, window: "day" }] });
    const first = step(ruleSet, stateOf(), breakfast);
    const second = step(ruleSet, stateAfter(stateOf(), first.awards), breakfast);
    expect([first, second].map(({ awards }) => awards[0]?.points)).toEqual([10, 5]);
  });
});

describe("which campaigns are asked", () => {
  it("asks those that wait for the type of the event, and names all of them in order", () => {
    const ruleSet = ruleSetOf({}, { trigger: { event: "custom", name: "checkin" } }, { effects: [perEuro] });
    const names = (event: Parameters<typeof step>[2]) =>
      step(ruleSet, stateOf(), event).decision.campaigns.map(({ name }) => name);
    expect(names(breakfast)).toEqual(["C0", "C2"]);
    expect(names({ type: "custom:checkin", occurredAt: new Date(), payload: {} })).toEqual(["C1"]);
    expect(names({ type: "custom:other", occurredAt: new Date(), payload: {} })).toEqual([]);
  });

  it("goes by when the event happened: the first instant is in, the end is out", () => {
    const schedule = { startsAt: "2026-12-01T00:00:00+01:00", endsAt: "2027-01-01T00:00:00+01:00" };
    const at = (text: string) => decide({ schedule }, purchaseOf([], { at: text }));
    expect(at("2026-11-30T22:59:59.999Z")).toMatchObject({ fired: false, reason: "it had not begun yet" });
    expect(at("2026-11-30T23:00:00Z").fired).toBe(true);
    expect(at("2026-12-31T23:00:00Z")).toMatchObject({ fired: false, reason: "it was over" });
  });
});
