import { describe, expect, it } from "vitest";
import { type CampaignDefinitionInput, campaignDefinition } from "../schema";
import { campaignSentence, type SentenceWording } from "./sentence";

type Rules = Partial<CampaignDefinitionInput>;

const wording: SentenceWording = {
  currency: "EUR",
  locale: "en",
  pointName: "points",
  timeZone: "Europe/Berlin",
  tiers: [{ code: "gold", name: "Gold" }],
  segments: [{ code: "lapsed", name: "Lapsed guests" }],
  sponsors: [{ code: "plantly", name: "Plantly" }],
  groups: [{ code: "best", name: "Best of two" }],
};
const coffee = [{ field: "category" as const, op: "in" as const, values: ["Coffee"] }];
const lastDays = (days: number) => ({ kind: "days" as const, days });

const definitionOf = (rules: Rules) =>
  campaignDefinition.parse({
    name: "Test",
    trigger: { event: "purchase" },
    effects: [{ kind: "fixed", points: 10 }],
    ...rules,
  });
const told = (rules: Rules) => campaignSentence(definitionOf(rules), wording).text;

type Cases = [string, Rules][];
const when = (sentence: string, condition: Rules["condition"]): [string, Rules] => [sentence, { condition }];

const conditions: Cases = [
  [
    "Members who bought Coffee at least 2 times in the last 30 days get double points on Mondays, at most 200 points a month.",
    {
      condition: {
        kind: "all",
        conditions: [
          { kind: "time", weekdays: [1] },
          {
            kind: "history",
            measure: "count",
            of: { filter: coffee },
            window: lastDays(30),
            op: "at_least",
            value: 2,
          },
        ],
      },
      effects: [{ kind: "multiplier", factorPercent: 200 }],
      limits: [{ per: "member", points: 200, window: "month" }],
    },
  ],
  when("Everyone gets 10 points for a purchase when the store is their home store.", {
    kind: "compare",
    field: "store",
    op: "is",
    with: "member.homeStore",
  }),
  when("Everyone gets 10 points for a purchase unless the delivery city is not the billing city.", {
    kind: "not",
    condition: {
      kind: "compare",
      field: "attributes.deliveryCity",
      op: "is_not",
      with: "attributes.billingCity",
    },
  }),
  when(
    "Everyone gets 10 points for a purchase when the total is at least their pledge, the units of all lines is at most the limit, the guild is one of their segments and the visits is at most the days since they joined.",
    {
      kind: "all",
      conditions: [
        { kind: "compare", field: "amountMinor", op: "at_least", with: "member.pledge" },
        { kind: "compare", field: "lines.units", op: "at_most", with: "attributes.limit" },
        { kind: "compare", field: "attributes.guild", op: "is", with: "member.segments" },
        { kind: "compare", field: "attributes.visits", op: "at_most", with: "member.daysSinceJoining" },
      ],
    },
  ),
  when("Everyone gets 10 points for a purchase within 1,500 m of the shop on Mondays.", {
    kind: "all",
    conditions: [
      { kind: "time", weekdays: [1] },
      {
        kind: "distance",
        place: { name: "the shop", latitude: 52.5219, longitude: 13.4132 },
        withinMetres: 1_500,
      },
    ],
  }),
  when("Everyone gets 10 points for a purchase on Fridays that fall on the 13th of the month.", {
    kind: "time",
    weekdays: [5],
    monthDays: [13],
  }),
  when(
    "Everyone gets 10 points for a purchase on the 1st, 15th and last day of the month from 08:00 to 10:00.",
    { kind: "time", monthDays: [31, 1, 15], from: "08:00", to: "10:00" },
  ),
  when("Everyone gets 10 points for a purchase from 24 Dec 2026 to 26 Dec 2026.", {
    kind: "dates",
    from: "2026-12-24",
    to: "2026-12-26",
  }),
  when("Everyone gets 10 points for a purchase on 11 Nov 2026.", {
    kind: "dates",
    from: "2026-11-11",
    to: "2026-11-11",
  }),
  when("Everyone gets 10 points for a purchase every year from 20 Dec to 6 Jan.", {
    kind: "dates",
    from: "2026-12-20",
    to: "2027-01-06",
    yearly: true,
  }),
  when("Everyone gets 10 points for a purchase every year on 14 Feb.", {
    kind: "dates",
    from: "2026-02-14",
    to: "2026-02-14",
    yearly: true,
  }),
  when("Members whose tier is Gold or platinum get 10 points for a purchase.", {
    kind: "member",
    attribute: "tier",
    test: { op: "in", value: ["gold", "platinum"] },
  }),
  when("Members who are in the segment “Lapsed guests” get 10 points for a purchase.", {
    kind: "member",
    attribute: "segments",
    test: { op: "is", value: "lapsed" },
  }),
  when("Members who are not tagged “staff” or “press” get 10 points for a purchase.", {
    kind: "member",
    attribute: "tags",
    test: { op: "not_in", value: ["staff", "press"] },
  }),
  when("Members whose home town contains “Berlin” get 10 points for a purchase.", {
    kind: "member",
    attribute: "homeTown",
    test: { op: "contains", value: "Berlin" },
  }),
  when("Everyone gets 10 points for a purchase unless they are in the segment “Lapsed guests”.", {
    kind: "not",
    condition: { kind: "member", attribute: "segments", test: { op: "is", value: "lapsed" } },
  }),
  when("Everyone gets 10 points for a purchase on their birthday.", { kind: "anniversary", of: "birthday" }),
  when("Everyone gets 10 points for a purchase within 3 days of their birthday.", {
    kind: "anniversary",
    of: "birthday",
    daysBefore: 3,
    daysAfter: 3,
  }),
  when(
    "Everyone gets 10 points for a purchase on the anniversary of their joining and up to 7 days after it.",
    { kind: "anniversary", of: "joining", daysAfter: 7 },
  ),
  when("Everyone gets 10 points for a purchase in the month of their birthday.", {
    kind: "anniversary_month",
    of: "birthday",
  }),
  when("Everyone gets 10 points for a purchase with the code SPRING or SUMMER.", {
    kind: "code",
    codes: ["SPRING", "SUMMER"],
  }),
  when("Everyone gets 10 points for a purchase with one of 4 codes.", {
    kind: "code",
    codes: ["a", "b", "c", "d"],
  }),
  when("Everyone gets 10 points for a purchase without the code STAFF.", {
    kind: "not",
    condition: { kind: "code", codes: ["STAFF"] },
  }),
  when("Everyone gets 10 points for a purchase on ios.", {
    kind: "event",
    field: "device",
    test: { op: "is", value: "ios" },
  }),
  when("Everyone gets 10 points for a purchase with products of at least €10.00 a piece in the basket.", {
    kind: "lines",
    quantifier: "any",
    filter: [{ field: "unitMinor", op: "at_least", value: 1_000 }],
  }),
];

const fixed = { kind: "fixed" as const, points: 50 };
const gives = (sentence: string, ...effects: NonNullable<Rules["effects"]>): [string, Rules] => [
  sentence,
  { effects },
];
const effects: Cases = [
  gives("Everyone gets 1 point per €1.00 (up to 100 points).", {
    kind: "per_amount",
    points: 1,
    perMinor: 100,
    upTo: 100,
  }),
  gives("Everyone gets 10 points per full €10.00.", {
    kind: "per_amount",
    points: 10,
    perMinor: 1_000,
    whole: true,
  }),
  [
    "Everyone gets 100 points for joining.",
    { trigger: { event: "custom", name: "member.joined" }, effects: [{ kind: "fixed", points: 100 }] },
  ],
  gives("Everyone gets 5 points per piece of Coffee.", { kind: "per_quantity", points: 5, filter: coffee }),
  gives("Everyone gets 5 points per 3 pieces.", { kind: "per_quantity", points: 5, pieces: 3 }),
  [
    "Everyone gets 1 point per 10 miles for “flight”.",
    {
      trigger: { event: "custom", name: "flight" },
      effects: [{ kind: "per_value", field: "attributes.miles", points: 1, per: 10 }],
    },
  ],
  [
    "Everyone gets 500 points per night for “stay”.",
    {
      trigger: { event: "custom", name: "stay" },
      effects: [{ kind: "per_value", field: "attributes.nights", points: 500, per: 1 }],
    },
  ],
  gives(
    "Everyone gets 100 points for at least €50.00, 250 points for at least €100.00 or 600 points for at least €200.00.",
    {
      kind: "steps",
      measure: "amountMinor",
      steps: [
        { from: 5_000, points: 100 },
        { from: 10_000, points: 250 },
        { from: 20_000, points: 600 },
      ],
    },
  ),
  gives("Everyone gets double points, bonuses included (up to 500 points).", {
    kind: "multiplier",
    factorPercent: 200,
    on: "all",
    upTo: 500,
  }),
  gives(
    "Everyone gets 50 points, a voucher “Free coffee” valid for 30 days and the badge “Early bird” for a purchase.",
    fixed,
    { kind: "voucher", name: "Free coffee", validDays: 30 },
    { kind: "badge", badge: "Early bird" },
  ),
  gives(
    "Everyone gets 1 of 10 steps in the challenge “Ten coffees” and the tier Gold for a purchase.",
    { kind: "progress", challenge: "Ten coffees", goal: 10 },
    { kind: "tier", tier: "gold" },
  ),
  gives(
    "Everyone gets the tag “new” taken away, a place in the segment “Lapsed guests”, the message “Hello” and a call to hooks.example.com about “first” for a purchase.",
    { kind: "tag", tag: "new", action: "remove" },
    { kind: "segment", segment: "lapsed" },
    { kind: "notify", title: "Hello", body: "Good to see you." },
    { kind: "webhook", url: "https://hooks.example.com/a", topic: "first" },
  ),
];

const around: Cases = [
  [
    "Everyone gets 10 points for a purchase, from 27 Nov 2026, 09:00 until 27 Nov 2026, 18:30.",
    { schedule: { startsAt: "2026-11-27T09:00:00+01:00", endsAt: "2026-11-27T17:30:00Z" } },
  ],
  [
    "Everyone gets 10 points for a purchase, from 27 Nov 2026 until 29 Nov 2026.",
    { schedule: { startsAt: "2026-11-26T23:00:00Z", endsAt: "2026-11-30T00:00:00+01:00" } },
  ],
  [
    "Everyone gets 10 points for a purchase, at most once a day and 50 points a month, all members together at most 10,000 points a month, 1,000 times and €500.00 in cost a year.",
    {
      limits: [
        { per: "campaign", points: 10_000, window: "month" },
        { per: "member", times: 1, window: "day" },
        { per: "member", points: 50, window: "month" },
        { per: "campaign", times: 1_000, window: "lifetime" },
        { per: "campaign", costMinor: 50_000, window: "year" },
      ],
    },
  ],
  [
    "Everyone gets 10 points for a purchase, in the group “Best of two”, with nothing after it, 60% paid for by Plantly, with 10% of members held out for comparison.",
    {
      stacking: { group: "best", exclusive: true },
      funding: { sponsor: "plantly", percent: 60 },
      control: { percent: 10 },
    },
  ],
];

describe("a campaign in a sentence, part by part", () => {
  it.each([...conditions, ...effects, ...around])("%s", (sentence, rules) => {
    expect(told(rules)).toBe(sentence);
  });
});

describe("conditions side by side", () => {
  const any = (name: string) => ({
    kind: "lines" as const,
    quantifier: "any" as const,
    filter: [{ field: "category" as const, op: "in" as const, values: [name] }],
  });
  const total = {
    kind: "event" as const,
    field: "amountMinor",
    test: { op: "at_least" as const, value: 500 },
  };
  const cases: Cases = [
    when(
      "Everyone gets 10 points for a purchase with Coffee and Cake in the basket on Mondays when the total is at least €5.00 and the weather is sunny.",
      {
        kind: "all",
        conditions: [
          total,
          any("Coffee"),
          { kind: "time", weekdays: [1] },
          { kind: "event", field: "attributes.weather", test: { op: "is", value: "sunny" } },
          any("Cake"),
        ],
      },
    ),
    when(
      "Everyone gets 10 points for a purchase with Coffee or Cake in the basket or when the total is at least €5.00.",
      {
        kind: "any",
        conditions: [any("Coffee"), any("Cake"), total],
      },
    ),
  ];
  it.each(cases)("%s", (sentence, rules) => {
    expect(told(rules)).toBe(sentence);
  });
});
