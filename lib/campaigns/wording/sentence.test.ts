import { describe, expect, it } from "vitest";
import { type CampaignDefinitionInput, campaignDefinition } from "../schema";
import { campaignSentence } from "./sentence";

const wording = { currency: "EUR", locale: "en", pointName: "points", timeZone: "Europe/Berlin" };
const definitionOf = (rules: Partial<CampaignDefinitionInput>) =>
  campaignDefinition.parse({
    name: "Test",
    trigger: { event: "purchase" },
    effects: [{ kind: "fixed", points: 10 }],
    ...rules,
  });
const perEuro = { kind: "per_amount" as const, points: 1, perMinor: 100 };
const coffee = [{ field: "category" as const, op: "in" as const, values: ["Coffee"] }];
const total = (value: number) => ({
  kind: "event" as const,
  field: "amountMinor",
  test: { op: "at_least" as const, value },
});
const gold = { attribute: "tier", test: { op: "is" as const, value: "gold" } };
const perMember = { per: "member" as const };

const cases: [string, Partial<CampaignDefinitionInput>][] = [
  ["Everyone gets 1 point per €1.00.", { effects: [perEuro] }],
  [
    "Everyone gets 60 points for a purchase when the total is at least €5.00, at most 60 points in all.",
    {
      effects: [{ kind: "fixed", points: 60 }],
      condition: total(500),
      limits: [{ ...perMember, points: 60, window: "lifetime" }],
    },
  ],
  [
    "Gold members get 3 points per €1.00 on Coffee, on Mondays from 07:00 to 11:00, at most 300 points a week.",
    {
      audience: { match: "all", tests: [gold] },
      effects: [{ ...perEuro, points: 3, filter: coffee }],
      condition: { kind: "time", weekdays: [1], from: "07:00", to: "11:00" },
      limits: [{ ...perMember, points: 300, window: "week" }],
    },
  ],
  [
    "Members whose tier is gold and who joined at most 30 days ago get double points.",
    {
      audience: {
        match: "all",
        tests: [gold, { attribute: "daysSinceJoining", test: { op: "at_most", value: 30 } }],
      },
      effects: [{ kind: "multiplier", factorPercent: 200 }],
    },
  ],
  [
    "Everyone gets 5 points for “store checkin”, at most 5 points a day and 50 points a month.",
    {
      trigger: { event: "custom", name: "store_checkin" },
      effects: [{ kind: "fixed", points: 5 }],
      limits: [
        { ...perMember, points: 5, window: "day" },
        { ...perMember, points: 50, window: "month" },
      ],
    },
  ],
  [
    "Everyone gets 1.5× points on Plantly or Oatly products without Coffee in the basket at Mitte or Web shop.",
    {
      effects: [
        {
          kind: "multiplier",
          factorPercent: 150,
          filter: [{ field: "brand", op: "in", values: ["Plantly", "Oatly"] }],
        },
      ],
      condition: {
        kind: "all",
        conditions: [
          { kind: "event", field: "store", test: { op: "in", value: ["Mitte", "Web shop"] } },
          { kind: "lines", quantifier: "none", filter: coffee },
        ],
      },
    },
  ],
  [
    "Everyone gets 100 points and triple points on Coffee, on weekends or with at least 3 pieces of Coffee, " +
      "from 1 Dec 2026 until 28 Feb 2027.",
    {
      effects: [
        { kind: "fixed", points: 100 },
        { kind: "multiplier", factorPercent: 300, filter: coffee },
      ],
      condition: {
        kind: "any",
        conditions: [
          { kind: "time", weekdays: [7, 6] },
          { kind: "basket", measure: "quantity", op: "at_least", value: 3, filter: coffee },
        ],
      },
      schedule: { startsAt: "2026-12-01T00:00:00+01:00", endsAt: "2027-03-01T00:00:00+01:00" },
    },
  ],
  [
    "Everyone gets 1 point per €1.00, usable after 14 days, valid for 6 months and forgiven when spent before a return, until 31 Dec 2026.",
    {
      effects: [perEuro],
      terms: {
        pending: { kind: "period", days: 14 },
        expiry: { kind: "rolling", unit: "month", count: 6 },
        returns: "within_balance",
      },
      schedule: { endsAt: "2027-01-01T00:00:00+01:00" },
    },
  ],
  [
    "Everyone gets 1 point per €1.00, valid until the end of the year.",
    { effects: [perEuro], terms: { expiry: { kind: "calendar", period: "year", keep: 0 } } },
  ],
  [
    "Everyone gets 5 points of the type “status” for a purchase.",
    { effects: [{ kind: "fixed", points: 5 }], terms: { pointType: "status" } },
  ],
  [
    "Everyone gets 1 point per €1.00 without Tobacco or Gift cards in the basket.",
    {
      effects: [perEuro],
      condition: {
        kind: "not",
        condition: {
          kind: "lines",
          quantifier: "any",
          filter: [{ field: "category", op: "in", values: ["Tobacco", "Gift cards"] }],
        },
      },
    },
  ],
  [
    "Everyone gets 1 point per €1.00 except on Mondays.",
    { effects: [perEuro], condition: { kind: "not", condition: { kind: "time", weekdays: [1] } } },
  ],
  [
    "Everyone gets 1 point per €1.00 unless the total is at least €1,234.00.",
    { effects: [perEuro], condition: { kind: "not", condition: total(123_400) } },
  ],
  [
    "Everyone gets 1 point per €1.00 when the payment method is card, until 31 Dec 2026.",
    {
      effects: [perEuro],
      condition: { kind: "event", field: "attributes.payment_method", test: { op: "is", value: "card" } },
      schedule: { endsAt: "2027-01-01T00:00:00+01:00" },
    },
  ],
  [
    "Everyone gets 2 points per €1.00 on products other than Tobacco.",
    {
      effects: [
        { ...perEuro, points: 2, filter: [{ field: "category", op: "not_in", values: ["Tobacco"] }] },
      ],
    },
  ],
  [
    "Everyone gets 2 points per €2.50 on products with “oat” in the name of at least €3.00.",
    {
      effects: [
        {
          kind: "per_amount",
          points: 2,
          perMinor: 250,
          filter: [
            { field: "name", op: "contains", values: ["oat"] },
            { field: "amountMinor", op: "at_least", value: 300 },
          ],
        },
      ],
    },
  ],
  [
    "Everyone gets 1 point for a purchase with nothing but Coffee by Roastery.",
    {
      effects: [{ kind: "fixed", points: 1 }],
      condition: {
        kind: "lines",
        quantifier: "all",
        filter: [...coffee, { field: "brand", op: "in", values: ["Roastery"] }],
      },
    },
  ],
  [
    "Everyone gets 1 point for a purchase on weekdays and (at Mitte or with at least 1 line).",
    {
      effects: [{ kind: "fixed", points: 1 }],
      condition: {
        kind: "all",
        conditions: [
          { kind: "time", weekdays: [1, 2, 3, 4, 5] },
          {
            kind: "any",
            conditions: [
              { kind: "event", field: "store", test: { op: "is", value: "Mitte" } },
              { kind: "basket", measure: "lines", op: "at_least", value: 1 },
            ],
          },
        ],
      },
    },
  ],
];

describe("a campaign in a sentence", () => {
  it.each(cases)("%s", (sentence, rules) => {
    expect(campaignSentence(definitionOf(rules), wording).text).toBe(sentence);
  });

  it("names the field that each part stands for, and the parts make the text", () => {
    const [, rules] = cases[2] ?? [];
    const { text, parts } = campaignSentence(definitionOf(rules ?? {}), wording);
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(parts.filter(({ field }) => field !== undefined)).toEqual([
      { text: "Gold", field: "audience" },
      { text: "3 points per €1.00 on Coffee", field: "effects" },
      { text: "on Mondays from 07:00 to 11:00", field: "condition" },
      { text: "at most 300 points a week", field: "limits" },
    ]);
  });

  it("speaks the program's money and points", () => {
    const words = { ...wording, locale: "de", pointName: "beans" };
    expect(campaignSentence(definitionOf({ effects: [perEuro] }), words).text).toBe(
      "Everyone gets 1 bean per 1,00\u00a0€.",
    );
  });

  it("says so while a draft gives nothing", () => {
    const draft = { ...definitionOf({}), effects: [] };
    expect(campaignSentence(draft, wording).text).toBe("Everyone gets nothing yet.");
  });
});
