import { describe, expect, it } from "vitest";
import { isHeldOut } from "./control-group";
import { stateAfter } from "./state";
import { step } from "./step";
import { purchaseOf, type Rules, ruleSetIn, stateOf } from "./testing";

const perEuro = { kind: "per_amount" as const, points: 1, perMinor: 100 };
const double = { kind: "multiplier" as const, factorPercent: 200 };
const fixed = (points: number) => ({ kind: "fixed" as const, points });
const twelveEuros = purchaseOf([{ amountMinor: 1_200 }]);
const never: Rules["condition"] = { kind: "time", weekdays: [1] };

type Policy = "all" | "first_match" | "best_for_member" | "best_for_program";

/** A group `deals` before the built-in last one. */
function decideIn(policy: Policy, ...campaigns: Rules[]) {
  const program = {
    groups: [{ code: "deals", name: "Deals", policy }],
    pointTypes: [
      { pointTypeNo: 1, code: "points", valuePerThousandMinor: 1_000 },
      { pointTypeNo: 2, code: "stars" },
    ],
  };
  const { decision, awards } = step(ruleSetIn(program, ...campaigns), stateOf(), twelveEuros);
  const told = decision.campaigns.map(({ name, status, desired, granted, reason }) => ({
    name,
    status,
    desired,
    granted,
    reason,
  }));
  return { told, points: awards.map(({ campaignId, points }) => [campaignId, points]) };
}

const deal = (points: number, rest: Rules = {}): Rules => ({
  effects: [fixed(points)],
  stacking: { group: "deals", ...rest.stacking },
  ...("condition" in rest && { condition: rest.condition }),
  ...("limits" in rest && { limits: rest.limits }),
});

describe("groups of campaigns", () => {
  it("let all apply that hold", () => {
    const { points } = decideIn("all", deal(10), deal(20, { condition: never }), deal(30));
    expect(points).toEqual([
      ["c0", 10],
      ["c2", 30],
    ]);
  });

  it("take the first that holds and gives something", () => {
    const empty = { per: "member" as const, points: 1, window: "event" as const };
    const { points, told } = decideIn(
      "first_match",
      deal(10, { condition: never }),
      { effects: [{ ...perEuro, perMinor: 10_000 }], stacking: { group: "deals" } },
      deal(20, { limits: [empty] }),
      deal(30),
    );
    expect(points).toEqual([["c2", 1]]);
    expect(told.map(({ status }) => status)).toEqual(["not", "not", "fired", "suppressed"]);
    expect(told[3]).toEqual({
      name: "C3",
      status: "suppressed",
      desired: 30,
      granted: 0,
      reason: "“C2” comes first",
    });
  });

  it("take what gives the member most, after limits, the first of equals", () => {
    const cut = [{ per: "member" as const, points: 5, window: "event" as const }];
    const { points, told } = decideIn("best_for_member", deal(50, { limits: cut }), deal(20), deal(20));
    expect(points).toEqual([["c1", 20]]);
    expect(told.map(({ reason }) => reason)).toEqual([
      "“C1” gave more",
      "20 points",
      "“C1” gave as much and comes first",
    ]);
    expect(told[0]?.desired).toBe(50);
  });

  it("take spendable points before any number of others", () => {
    const stars = { ...deal(1_000), terms: { pointType: "stars" } };
    expect(decideIn("best_for_member", stars, deal(1)).points).toEqual([["c1", 1]]);
    const fewer = { ...deal(10), terms: { pointType: "stars" } };
    expect(decideIn("best_for_member", fewer, stars).points).toEqual([["c1", 1_000]]);
  });

  it("take what costs the program least of what gives something", () => {
    const voucher = { kind: "voucher" as const, name: "Coffee", costMinor: 15 };
    const gift = { effects: [voucher], stacking: { group: "deals" } };
    const { points, told } = decideIn(
      "best_for_program",
      deal(20),
      gift,
      deal(16),
      deal(20, { condition: never }),
    );
    // A thousand points cost ten euros: twenty cost 20 cents, sixteen 16, the voucher 15.
    expect(points).toEqual([["c1", 0]]);
    expect(told[0]?.reason).toBe("“C1” costs less");
    expect(decideIn("best_for_program", deal(20), deal(20)).told[1]?.reason).toBe(
      "“C0” costs as much and comes first",
    );
  });

  it("come in their order, before campaigns that are in none, or in one that is gone", () => {
    const { told } = decideIn("all", {}, { stacking: { group: "gone" } }, deal(5), deal(6));
    expect(told.map(({ name }) => name)).toEqual(["C2", "C3", "C0", "C1"]);
  });

  it("are sorted by priority within, then as the campaigns are", () => {
    const first = (priority: number) => deal(1, { stacking: { priority } });
    const { told } = decideIn("first_match", first(0), first(5), first(-1), first(5));
    expect(told.map(({ name }) => name)).toEqual(["C1", "C3", "C0", "C2"]);
  });
});

describe("exclusive campaigns", () => {
  const exclusive = (points: number, rest: Rules = {}) =>
    ({ effects: [fixed(points)], stacking: { exclusive: true }, ...rest }) as Rules;

  it("suppress what comes after them, in their group and in later ones", () => {
    const { points, told } = decideIn(
      "all",
      deal(1),
      deal(2, { stacking: { exclusive: true, group: "deals" } }),
      deal(3),
      { effects: [fixed(4)] },
    );
    expect(points).toEqual([
      ["c0", 1],
      ["c1", 2],
    ]);
    expect(told.slice(2).map(({ status, desired, reason }) => ({ status, desired, reason }))).toEqual([
      { status: "suppressed", desired: 3, reason: "“C1” excludes what comes after it" },
      { status: "suppressed", desired: 4, reason: "“C1” excludes what comes after it" },
    ]);
  });

  it("suppress nothing when they give nothing", () => {
    const nothing = exclusive(9, { condition: never });
    const unrounded = exclusive(9, { effects: [{ ...perEuro, perMinor: 10_000 }] });
    expect(decideIn("all", nothing, unrounded, { effects: [fixed(4)] }).points).toEqual([["c2", 4]]);
  });

  it("count the base of those before them only", () => {
    const doubling = exclusive(0, { effects: [double] });
    expect(decideIn("all", { effects: [perEuro] }, doubling, { effects: [perEuro] }).points).toEqual([
      ["c0", 12],
      ["c1", 12],
    ]);
    // Nothing before it, nothing to double: so it excludes nothing either.
    expect(decideIn("all", doubling, { effects: [perEuro] }).points).toEqual([
      ["c0", 12],
      ["c1", 12],
    ]);
  });

  it("end the groups when they are the one that is chosen", () => {
    const best = deal(50, { stacking: { group: "deals", exclusive: true } });
    expect(decideIn("best_for_member", deal(10), best, { effects: [fixed(4)] }).points).toEqual([["c1", 50]]);
    const loser = deal(5, { stacking: { group: "deals", exclusive: true } });
    expect(decideIn("best_for_member", deal(10), loser, { effects: [fixed(4)] }).points).toEqual([
      ["c0", 10],
      ["c2", 4],
    ]);
  });
});

describe("multipliers over groups", () => {
  it("raise what earlier groups and their own earned, not what comes later", () => {
    const inGroup = { effects: [perEuro], stacking: { group: "deals" } };
    const early = { effects: [double], stacking: { group: "deals" } };
    expect(decideIn("all", inGroup, early, { effects: [perEuro] }, { effects: [double] }).points).toEqual([
      ["c0", 12],
      ["c1", 12],
      ["c2", 12],
      ["c3", 24],
    ]);
  });

  it("do not raise what was suppressed", () => {
    const rate = (points: number) => ({ effects: [{ ...perEuro, points }], stacking: { group: "deals" } });
    expect(decideIn("best_for_member", rate(1), rate(2), { effects: [double] }).points).toEqual([
      ["c1", 24],
      ["c2", 24],
    ]);
  });

  it("raise bonuses too where they say so, of each point type by itself", () => {
    const all = { effects: [{ ...double, on: "all" as const }] };
    const stars = { effects: [fixed(7)], terms: { pointType: "stars" } };
    const { points, told } = decideIn("all", { effects: [perEuro] }, { effects: [fixed(8)] }, stars, all);
    expect(points.at(-1)).toEqual(["c3", 20]);
    expect(told.at(-1)?.reason).toBe("2× all points of 20 points");
  });
});

describe("control groups", () => {
  const control = { percent: 50 };
  const members = Array.from({ length: 40 }, (_, index) => `member-${index}`);
  const held = members.filter((memberId) => isHeldOut("c0", memberId, 50));

  function decideFor(memberId: string, ...campaigns: Rules[]) {
    const state = { ...stateOf(), member: { ...stateOf().member, memberId } };
    return step(ruleSetIn({}, ...campaigns), state, twelveEuros);
  }

  it("get nothing, and are told what they would have got", () => {
    expect(held.length).toBeGreaterThan(5);
    for (const memberId of members) {
      const { decision, awards } = decideFor(memberId, { effects: [perEuro], control });
      const [own] = decision.campaigns;
      if (held.includes(memberId)) {
        expect(own).toMatchObject({ status: "control", desired: 12, granted: 0, fired: false });
        expect(own?.reason).toBe("held out: the member is in the control group");
        expect(awards).toEqual([]);
      } else {
        expect(own).toMatchObject({ status: "fired", granted: 12 });
      }
    }
  });

  it("are nobody whom the campaign is not for", () => {
    const [memberId = ""] = held;
    const { decision } = decideFor(memberId, { condition: never, control });
    expect(decision.campaigns[0]?.status).toBe("not");
  });

  it("leave the others as if the campaign were not there", () => {
    const [memberId = ""] = held;
    const { decision, awards } = decideFor(
      memberId,
      { effects: [perEuro], control },
      { effects: [double] },
      { effects: [perEuro] },
    );
    expect(awards.map(({ points }) => points)).toEqual([12, 12]);
    // Its own 12 and the other 12, had it not been held back.
    expect(decision.campaigns[0]?.desired).toBe(12);
  });

  it("do not use up limits", () => {
    const [memberId = ""] = held;
    const limits = [{ per: "member" as const, points: 5, window: "day" as const }];
    const { awards } = decideFor(memberId, { control, limits });
    const before = stateOf();
    expect(stateAfter(before, awards)).toBe(before);
  });
});
