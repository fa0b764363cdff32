import { describe, expect, it } from "vitest";
import { type Cases, coffee, custom, history, pointersOf, type Rules } from "./testing";

const customEvents: Cases = [
  ["codes", { trigger: custom, condition: { kind: "code", codes: ["A"] } }, "/condition"],
  [
    "a device",
    { trigger: custom, condition: { kind: "event", field: "device", test: { op: "exists" } } },
    "/condition",
  ],
  [
    "a basket",
    { trigger: custom, condition: { kind: "basket", measure: "lines", op: "at_least", value: 1 } },
    "/condition",
  ],
  ["pieces", { trigger: custom, effects: [{ kind: "per_quantity", points: 1 }] }, "/effects/0"],
  [
    "steps of an amount",
    {
      trigger: custom,
      effects: [{ kind: "steps", measure: "amountMinor", steps: [{ from: 1, points: 1 }] }],
    },
    "/effects/0",
  ],
  [
    "multiplied products",
    { trigger: custom, effects: [{ kind: "multiplier", factorPercent: 200, filter: coffee }] },
    "/effects/0",
  ],
  [
    "numbers of lines",
    { trigger: custom, effects: [{ kind: "per_value", field: "lines.bonus", points: 1, per: 1 }] },
    "/effects/0/field",
  ],
  [
    "a choice of pieces",
    { trigger: custom, effects: [{ kind: "multiplier", factorPercent: 200, pick: { which: "cheapest" } }] },
    "/effects/0",
  ],
];

const sets: Cases = [
  [
    "a set of one thing twice",
    { effects: [{ kind: "per_quantity", points: 1, filter: coffee, together: [{ filter: coffee }] }] },
    "/effects/0/together/0/filter",
  ],
];

const histories: Cases = [
  ["at least 0 times", { condition: history({ value: 0 }) }, "/condition/value"],
  ["two and a half times", { condition: history({ value: 2.5 }) }, "/condition/value"],
  ["every 0th", { condition: history({ op: "every", value: 0 }) }, "/condition/value"],
  ["every single one", { condition: history({ op: "every", value: 1 }) }, "/condition/value"],
  [
    "every fifth of another event",
    { condition: history({ op: "every", value: 5, of: { event: "custom:visit" } }) },
    "/condition/of/event",
  ],
  ["at least this one", { condition: history({ value: 1, withThis: true }) }, "/condition/value"],
  [
    "not even this one",
    { condition: history({ op: "at_most", value: 0, withThis: true }) },
    "/condition/value",
  ],
  [
    "days since this one",
    { condition: history({ measure: "days_since_last", value: 3, withThis: true }) },
    "/condition/withThis",
  ],
  ["at least no days", { condition: history({ measure: "days_since_first", value: 0 }) }, "/condition/value"],
  [
    "products of an event without any",
    { condition: history({ of: { event: "custom:visit", filter: coffee } }) },
    "/condition/of/filter",
  ],
  [
    "the spending of such an event",
    { condition: history({ measure: "amountMinor", of: { event: "custom:visit" } }) },
    "/condition/measure",
  ],
  [
    "its brands",
    { condition: history({ measure: "distinct", what: "brand", of: { event: "custom:visit" } }) },
    "/condition/what",
  ],
  [
    "eight days of a week",
    {
      condition: history({
        measure: "distinct",
        what: "day",
        window: { kind: "current", period: "week" },
        value: 8,
      }),
    },
    "/condition/value",
  ],
  [
    "a streak of five years",
    { condition: history({ measure: "streak", unit: "month", value: 60 }) },
    "/condition/value",
  ],
  [
    "a window of no days",
    { condition: history({ window: { kind: "days", days: 0 } }) },
    "/condition/window/days",
  ],
];

const steps = (...pairs: [number, number][]): Rules => ({
  effects: [
    { kind: "steps", measure: "amountMinor", steps: pairs.map(([from, points]) => ({ from, points })) },
  ],
});
const benefit = (...effects: NonNullable<Rules["effects"]>): Rules => ({ effects });
const effects: Cases = [
  ["steps that go down", steps([500, 1], [400, 2]), "/effects/0/steps/1/from"],
  ["less for more", steps([500, 2], [600, 2]), "/effects/0/steps/1/points"],
  [
    "more than the limit",
    {
      effects: [{ kind: "per_amount", points: 1, perMinor: 100, upTo: 100 }],
      limits: [{ per: "member", points: 50, window: "day" }],
    },
    "/effects/0/upTo",
  ],
  [
    "full tens that are rounded up",
    { effects: [{ kind: "per_amount", points: 10, perMinor: 1_000, whole: true, rounding: "ceil" }] },
    "/effects/0/rounding",
  ],
  [
    "the same badge twice",
    benefit({ kind: "badge", badge: "A" }, { kind: "badge", badge: "A" }),
    "/effects/1",
  ],
  [
    "three pieces of every two",
    benefit({
      kind: "multiplier",
      factorPercent: 200,
      pick: { which: "cheapest", pieces: 3, of: 2 },
    }),
    "/effects/0/pick/pieces",
  ],
  [
    "a choice of the whole basket of what is not grouped",
    benefit({ kind: "multiplier", factorPercent: 200, pick: { which: "dearest", overall: true } }),
    "/effects/0/pick/overall",
  ],
  ["two tiers", benefit({ kind: "tier", tier: "gold" }, { kind: "tier", tier: "silver" }), "/effects/1/tier"],
  [
    "a tag that it takes away",
    benefit({ kind: "tag", tag: "vip" }, { kind: "tag", tag: "VIP", action: "remove" }),
    "/effects/1/tag",
  ],
  [
    "more steps than there are",
    benefit({ kind: "progress", challenge: "Ten", by: 11, goal: 10 }),
    "/effects/0/by",
  ],
];

const badge = [{ kind: "badge" as const, badge: "A" }];
const around: Cases = [
  ["a budget of one event", { limits: [{ per: "campaign", points: 5, window: "event" }] }, "/limits/0/per"],
  ["times each time", { limits: [{ per: "member", times: 5, window: "event" }] }, "/limits/0/window"],
  [
    "points where none are given",
    { effects: badge, limits: [{ per: "member", points: 5, window: "day" }] },
    "/limits/0/points",
  ],
  [
    "cost where there is none",
    { effects: badge, limits: [{ per: "campaign", costMinor: 5, window: "day" }] },
    "/limits/0/costMinor",
  ],
  [
    "two measures in one limit",
    { limits: [{ per: "member", points: 5, times: 5, window: "day" }] },
    "/limits/0",
  ],
  [
    "more for one than for all",
    {
      limits: [
        { per: "member", points: 500, window: "day" },
        { per: "campaign", points: 400, window: "month" },
      ],
    },
    "/limits/0/points",
  ],
  ["an expiry of no points", { effects: badge, terms: { expiry: { kind: "none" } } }, "/terms"],
  [
    "somebody who pays for nothing",
    { effects: badge, funding: { sponsor: "plantly", percent: 50 } },
    "/funding",
  ],
  ["everybody held out", { control: { percent: 100 } }, "/control/percent"],
];

describe("what cannot mean anything is refused where it stands:", () => {
  it.each(customEvents)("an event that is no purchase with %s", (_, rules, pointer) => {
    expect(pointersOf(rules)).toEqual([pointer]);
  });
  it.each(histories)("a history of %s", (_, rules, pointer) => {
    expect(pointersOf(rules)).toEqual([pointer]);
  });
  it.each([...effects, ...sets, ...around])("%s", (_, rules, pointer) => {
    expect(pointersOf(rules)).toEqual([pointer]);
  });
});
