import { describe, expect, it } from "vitest";
import { step } from "./step";
import { live, purchaseOf, type Rules, ruleSetIn, ruleSetOf, stateOf } from "./testing";

const fixed = (points: number) => ({ kind: "fixed" as const, points });
const voucher = (costMinor: number) => ({ kind: "voucher" as const, name: "Free coffee", costMinor });
const event = purchaseOf([{ amountMinor: 1_000 }]);
/** A thousand points cost five euros: a point half a cent. */
const pointTypes = [{ pointTypeNo: 1, code: "points", valuePerThousandMinor: 500 }];

/** What a campaign gives with so much of each of its limits used. */
function decided(rules: Rules, used = 0) {
  const state = { ...stateOf({}, () => used), budgetUse: () => used };
  const { decision, awards, shortages } = step(ruleSetIn({ pointTypes }, rules), state, event);
  return { own: decision.campaigns[0], award: awards[0], shortages };
}

describe("limits by times", () => {
  const limits = [{ per: "member" as const, times: 2, window: "month" as const }];

  it("count each time once, whatever it gives", () => {
    expect(decided({ limits }).award?.caps).toEqual([
      { per: "member", limitNo: 23, windowStart: "2026-11-01", used: 1 },
    ]);
    const { own, award } = decided({ limits }, 2);
    expect(award).toBeUndefined();
    expect(own).toMatchObject({ fired: false, desired: 10, granted: 0 });
    expect(own?.reason).toBe("10 points; 0 of 10 given: at most 2 times a month");
  });

  it("let the first ones through", () => {
    const { results } = live(ruleSetOf({ limits }), [event, event, event]);
    expect(results.map(({ awards }) => awards.length)).toEqual([1, 1, 0]);
  });

  it("hold back benefits too", () => {
    const rules = { effects: [voucher(0)], limits };
    expect(decided(rules, 1).award).toMatchObject({ points: 0, benefits: [{ kind: "voucher" }] });
    expect(decided(rules, 2).own).toMatchObject({ fired: false, status: "not", benefits: [] });
    expect(decided(rules, 2).own?.reason).toContain(
      "a voucher “Free coffee”; not given: at most 2 times a month",
    );
  });
});

describe("limits by cost", () => {
  const limits = [{ per: "member" as const, costMinor: 100, window: "year" as const }];

  it("count what points cost, rounded up, and give what the money buys", () => {
    const { award } = decided({ effects: [fixed(101)], limits });
    expect(award).toMatchObject({ points: 101, costMinor: 51 });
    expect(award?.caps).toEqual([{ per: "member", limitNo: 34, windowStart: "2026-01-01", used: 51 }]);
    // 49 cents buy 98 points, which cost 49.
    const cut = decided({ effects: [fixed(500)], limits }, 51);
    expect(cut.award).toMatchObject({ points: 98, costMinor: 49 });
    expect(cut.own?.reason).toBe("500 points; 98 of 500 given: at most €1.00 in cost a year");
  });

  it("pay for benefits first, whole or not at all", () => {
    const rules = { effects: [fixed(100), voucher(60)], limits };
    expect(decided(rules).award).toMatchObject({
      points: 80,
      costMinor: 100,
      benefits: [{ name: "Free coffee" }],
    });
    const poor = decided(rules, 50);
    expect(poor.award).toMatchObject({ points: 100, costMinor: 50, benefits: [] });
    expect(poor.own?.reason).toContain("only the points given: at most €1.00 in cost a year");
  });

  it("bound nothing where points cost nothing", () => {
    const { awards } = step(ruleSetOf({ effects: [fixed(500)], limits }), stateOf(), event);
    expect(awards[0]).toMatchObject({ points: 500, costMinor: 0, caps: [] });
  });
});

describe("limits by points", () => {
  it("leave benefits alone", () => {
    const limits = [{ per: "member" as const, points: 5, window: "day" as const }];
    expect(decided({ effects: [fixed(10), voucher(0)], limits }, 5).award).toMatchObject({
      points: 0,
      benefits: [{ kind: "voucher" }],
      caps: [],
    });
  });
});

describe("the numbers that limits are counted by", () => {
  const day = { per: "member" as const, points: 50, window: "day" as const };
  const month = { per: "member" as const, points: 200, window: "month" as const };
  const times = { per: "member" as const, times: 3, window: "day" as const };
  const numbersOf = (...limits: Rules["limits"] & object) =>
    ruleSetOf({ limits })
      .byType.get("purchase")?.[0]
      ?.limits.map(({ limitNo }) => limitNo);

  it("say what is counted and for how long, wherever a limit stands and however large it is", () => {
    expect(numbersOf(day, month, times)).toEqual([11, 13, 21]);
    expect(numbersOf(times, { ...month, points: 500 })).toEqual([21, 13]);
    expect(numbersOf({ per: "campaign", points: 900, window: "day" }, day)).toEqual([101, 11]);
  });

  it("let what is used of a limit stay with it when another before it is taken away", () => {
    const used = live(ruleSetOf({ limits: [day, month] }), [event, event]).state;
    const { awards } = step(ruleSetOf({ limits: [{ ...month, points: 25 }] }), used, event);
    // 20 of the month were used.
    expect(awards[0]).toMatchObject({ points: 5, caps: [{ limitNo: 13, used: 5 }] });
  });
});

describe("limits of what multipliers raise", () => {
  it("are told of in the reason, and leave nothing to raise once they are used up", () => {
    const limits = [{ per: "member" as const, points: 60, window: "day" as const }];
    const base = { kind: "per_amount" as const, points: 1, perMinor: 20 };
    const double = { kind: "multiplier" as const, factorPercent: 200 };
    const ruleSet = ruleSetOf({ effects: [base], limits }, { effects: [double] });
    const reasonAfter = (used: number) => {
      const { decision } = step(ruleSet, { ...stateOf(), capUse: () => used }, event);
      const [, multiplied] = decision.campaigns;
      return { status: multiplied?.status, granted: multiplied?.granted, reason: multiplied?.reason };
    };
    expect(reasonAfter(0)).toEqual({ status: "fired", granted: 50, reason: "2× the base of 50 points" });
    expect(reasonAfter(20)).toEqual({
      status: "fired",
      granted: 40,
      reason: "2× the base of 40 points that limits left",
    });
    expect(reasonAfter(60)).toEqual({
      status: "not",
      granted: 0,
      reason: "2× the base of 0 points that limits left",
    });
  });
});

describe("limits that all members share", () => {
  const limits = [
    { per: "campaign" as const, points: 1_000, window: "lifetime" as const },
    { per: "campaign" as const, times: 50, window: "day" as const },
  ];

  it("are counted apart from those of a member, and told of when they cut", () => {
    const { award, shortages } = decided({ limits });
    expect(award?.caps.map(({ per, used }) => [per, used])).toEqual([
      ["campaign", 10],
      ["campaign", 1],
    ]);
    expect(shortages).toEqual([]);
    const cut = decided({ limits: limits.slice(0, 1) }, 996);
    expect(cut.own?.reason).toBe("10 points; 4 of 10 given: all members together at most 1,000 points");
    expect(cut.shortages).toEqual([
      { campaignId: "c0", limitNo: expect.any(Number), windowStart: "0001-01-01", missing: 6 },
    ]);
  });

  it("are listed with the rule set", () => {
    const ruleSet = ruleSetOf({
      limits: [...limits, { per: "member", points: 5, window: "day" }],
    });
    expect(
      ruleSet.budgetsByType.get("purchase")?.map(({ measure, amount, window }) => [measure, amount, window]),
    ).toEqual([
      ["points", 1_000, "lifetime"],
      ["times", 50, "day"],
    ]);
  });
});
