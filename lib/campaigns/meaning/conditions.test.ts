import { describe, expect, it } from "vitest";
import { type Cases, coffee, custom, history, pointersOf, type Rules } from "./testing";

type Condition = NonNullable<Rules["condition"]>;
const monday: Condition = { kind: "time", weekdays: [1] };
const all = (...conditions: Condition[]): Rules => ({ condition: { kind: "all", conditions } });
const any = (...conditions: Condition[]): Rules => ({ condition: { kind: "any", conditions } });
const member = (attribute: string, test: object) => ({ kind: "member", attribute, test }) as Condition;
const store = (test: object) => ({ kind: "event", field: "store", test }) as Condition;
const basket = (op: "at_least" | "at_most", value: number, rest: object = {}) =>
  ({ kind: "basket", measure: "quantity", op, value, ...rest }) as Condition;

const members: Cases = [
  ["a tier by number", { condition: member("tier", { op: "at_least", value: 2 }) }, "/condition/test"],
  ["a tier that is a number", { condition: member("tier", { op: "is", value: 2 }) }, "/condition/test/value"],
  [
    "a part of a segment's name",
    { condition: member("segments", { op: "contains", value: "vip" }) },
    "/condition/test",
  ],
  [
    "an empty tag in the audience",
    { audience: { match: "any", tests: [{ attribute: "tags", test: { op: "in", value: ["vip", ""] } }] } },
    "/audience/tests/0/test/value",
  ],
  [
    "half a day since joining",
    { condition: member("daysSinceJoining", { op: "at_most", value: 1.5 }) },
    "/condition/test/value",
  ],
  [
    "two tiers at once in the audience",
    {
      audience: {
        match: "all",
        tests: [
          { attribute: "tier", test: { op: "is", value: "gold" } },
          { attribute: "tier", test: { op: "in", value: ["silver", "basic"] } },
        ],
      },
    },
    "/audience/tests/1/test",
  ],
  [
    "a tag and its absence",
    all(member("tags", { op: "is", value: "VIP" }), member("tags", { op: "is_not", value: "vip" })),
    "/condition/conditions/1/test",
  ],
  ["a store by size", { condition: store({ op: "at_least", value: 3 }) }, "/condition/test"],
  [
    "two stores at once",
    all(store({ op: "is", value: "Mitte" }), store({ op: "is", value: "West" })),
    "/condition/conditions/1/test",
  ],
];

const organic = (...tests: object[]) => ({
  condition: {
    kind: "lines",
    quantifier: "any",
    filter: tests.map((test) => ({ field: "attribute", name: "organic", test })),
  } as Condition,
});
const labels: Cases = [
  ["a label that is empty", organic({ op: "is", value: " " }), "/condition/filter/0/test/value"],
  [
    "a label that is two things",
    organic({ op: "is", value: true }, { op: "is", value: false }),
    "/condition/filter/1/test",
  ],
  [
    "a label and its absence",
    organic({ op: "in", value: ["Alpine", "Oats"] }, { op: "not_in", value: ["oats", "alpine"] }),
    "/condition/filter/1/test",
  ],
];

const times: Cases = [
  [
    "every day of the month",
    { condition: { kind: "time", monthDays: Array.from({ length: 31 }, (_, day) => day + 1) } },
    "/condition/monthDays",
  ],
  ["two weekdays at once", all(monday, { kind: "time", weekdays: [2, 3] }), "/condition/conditions/1"],
  [
    "two weekdays at once in groups within the group",
    all(monday, { kind: "all", conditions: [{ kind: "time", weekdays: [2] }] }),
    "/condition/conditions/1/conditions/0",
  ],
  [
    "hours that do not meet",
    all({ kind: "time", from: "07:00", to: "11:00" }, { kind: "time", from: "11:00", to: "12:00" }),
    "/condition/conditions/1",
  ],
  [
    "dates that run backward",
    { condition: { kind: "dates", from: "2026-12-24", to: "2026-12-01" } },
    "/condition/to",
  ],
  [
    "dates that are over before it begins",
    {
      condition: { kind: "dates", from: "2026-11-01", to: "2026-11-30" },
      schedule: { startsAt: "2026-12-02T00:00:00Z" },
    },
    "/condition/to",
  ],
  [
    "dates after it has ended",
    {
      condition: { kind: "dates", from: "2026-12-24", to: "2026-12-26" },
      schedule: { endsAt: "2026-12-01T00:00:00Z" },
    },
    "/condition/from",
  ],
  [
    "29 February alone, every year",
    { condition: { kind: "dates", from: "2028-02-29", to: "2028-02-29", yearly: true } },
    "/condition/from",
  ],
  [
    "the whole year",
    { condition: { kind: "dates", from: "2026-07-01", to: "2027-06-30", yearly: true } },
    "/condition",
  ],
  [
    "dates that do not meet",
    all(
      { kind: "dates", from: "2026-12-20", to: "2027-01-06", yearly: true },
      { kind: "dates", from: "2026-02-01", to: "2026-02-28" },
    ),
    "/condition/conditions/1",
  ],
];

const groups: Cases = [
  ["the same twice", all(monday, { ...monday }), "/condition/conditions/1"],
  ["the same twice, either way", any(monday, { ...monday }), "/condition/conditions/1"],
  ["a thing and its opposite", all(monday, { kind: "not", condition: monday }), "/condition/conditions/1"],
  ["a thing or its opposite", any(monday, { kind: "not", condition: monday }), "/condition/conditions/1"],
  [
    "a product in the basket and not in it",
    all(
      { kind: "lines", quantifier: "any", filter: coffee },
      { kind: "lines", quantifier: "none", filter: coffee },
    ),
    "/condition/conditions/1",
  ],
  [
    "a negated negation",
    { condition: { kind: "not", condition: { kind: "not", condition: monday } } },
    "/condition",
  ],
  [
    "bounds that leave nothing",
    all(basket("at_least", 3), basket("at_most", 2)),
    "/condition/conditions/1/value",
  ],
  ["a bound twice", all(basket("at_least", 3), basket("at_least", 4)), "/condition/conditions/1/value"],
  [
    "bounds that leave everything",
    any(basket("at_least", 3), basket("at_most", 3)),
    "/condition/conditions/1",
  ],
  [
    "bounds of history that leave nothing",
    all(history({ value: 5 }), history({ op: "at_most", value: 4 })),
    "/condition/conditions/1/value",
  ],
  [
    "a line of two categories",
    {
      condition: {
        kind: "lines",
        quantifier: "any",
        filter: [...coffee, { field: "category", op: "in", values: ["Tea"] }],
      },
    },
    "/condition/filter/1/values",
  ],
];

describe("conditions that cannot mean anything are refused where they stand:", () => {
  it.each([...members, ...labels, ...times, ...groups])("%s", (_, rules, pointer) => {
    expect(pointersOf(rules)).toEqual([pointer]);
  });
});

describe("what looks odd and does mean something:", () => {
  const fine: [string, Rules][] = [
    [
      "two limits of different measures in one period",
      {
        limits: [
          { per: "member", points: 5, window: "day" },
          { per: "member", times: 5, window: "day" },
        ],
      },
    ],
    [
      "a member in two segments",
      all(member("segments", { op: "is", value: "a" }), member("segments", { op: "is", value: "b" })),
    ],
    [
      "a night that begins on Monday, on a Tuesday",
      all({ kind: "time", weekdays: [1], from: "22:00", to: "02:00" }, { kind: "time", weekdays: [2] }),
    ],
    [
      "the last day of the month on the 30th",
      all({ kind: "time", monthDays: [31] }, { kind: "time", monthDays: [30] }),
    ],
    ["exactly so many", all(basket("at_least", 3), basket("at_most", 3))],
    ["bounds on different products", all(basket("at_least", 3, { filter: coffee }), basket("at_most", 2))],
    ["every fifth purchase, this one being the fifth", { condition: history({ op: "every", value: 5 }) }],
    ["nobody who ever bought before", { condition: history({ op: "at_most", value: 0 }) }],
    [
      "at least this one through a channel",
      { condition: history({ value: 1, withThis: true, of: { channels: ["app"] } }) },
    ],
    ["doubled miles", { trigger: custom, effects: [{ kind: "multiplier", factorPercent: 200 }] }],
    ["the only campaign that is exclusive", { stacking: { exclusive: true } }],
    [
      "as much for one as for all",
      {
        limits: [
          { per: "member", points: 50, window: "day" },
          { per: "campaign", points: 50, window: "day" },
        ],
      },
    ],
  ];
  it.each(fine)("%s", (_, rules) => {
    expect(pointersOf(rules)).toEqual([]);
  });
});
