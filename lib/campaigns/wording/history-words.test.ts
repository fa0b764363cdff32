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
const lifetime = { kind: "lifetime" as const };
const lastDays = (days: number) => ({ kind: "days" as const, days });
const current = (period: "day" | "week" | "month" | "year") => ({ kind: "current" as const, period });

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
const history = (sentence: string, rest: object): [string, Rules] =>
  when(sentence, { kind: "history", ...rest } as Rules["condition"]);

const histories: Cases = [
  history("Everyone gets 10 points on their first purchase.", {
    measure: "count",
    window: lifetime,
    op: "at_most",
    value: 0,
  }),
  history("Everyone gets 10 points on every 5th purchase.", {
    measure: "count",
    window: lifetime,
    op: "every",
    value: 5,
  }),
  history("Everyone gets 10 points on every 3rd purchase of Coffee at Mitte in a month.", {
    measure: "count",
    of: { filter: coffee, stores: ["Mitte"] },
    window: current("month"),
    op: "every",
    value: 3,
  }),
  history("Members who never bought through app before get 10 points for a purchase.", {
    measure: "count",
    of: { channels: ["app"] },
    window: lifetime,
    op: "at_most",
    value: 0,
  }),
  history("Members who bought nothing in the last 90 days get 10 points for a purchase.", {
    measure: "count",
    window: lastDays(90),
    op: "at_most",
    value: 0,
  }),
  history("Members who spent at least €100.00 on Coffee in the same month get 10 points for a purchase.", {
    measure: "amountMinor",
    of: { filter: coffee },
    window: current("month"),
    op: "at_least",
    value: 10_000,
  }),
  history("Everyone gets 10 points each time they have spent another €50.00 on Coffee.", {
    measure: "amountMinor",
    of: { filter: coffee },
    window: lifetime,
    op: "every",
    value: 5_000,
  }),
  history(
    "Members who bought at least 5 pieces of Coffee on the same day (counting this one) get 10 points for a purchase.",
    {
      measure: "quantity",
      of: { filter: coffee },
      window: lastDays(1),
      op: "at_least",
      value: 5,
      withThis: true,
    },
  ),
  history(
    "Members who bought in at least 3 different stores in the same year get 10 points for a purchase.",
    {
      measure: "distinct",
      what: "store",
      window: current("year"),
      op: "at_least",
      value: 3,
    },
  ),
  history("Members who bought Coffee of at least 4 different kinds so far get 10 points for a purchase.", {
    measure: "distinct",
    what: "sku",
    of: { filter: coffee },
    window: lifetime,
    op: "at_least",
    value: 4,
  }),
  history("Members who bought in at least 4 weeks in a row get 10 points for a purchase.", {
    measure: "streak",
    unit: "week",
    op: "at_least",
    value: 4,
  }),
  history("Everyone gets 10 points each time they have bought on 7 days in a row.", {
    measure: "streak",
    unit: "day",
    op: "every",
    value: 7,
  }),
  history("Members whose last purchase was at least 90 days ago get 10 points for a purchase.", {
    measure: "days_since_last",
    op: "at_least",
    value: 90,
  }),
  history("Members who had “store checkin” at least 3 times in the same week get 10 points for a purchase.", {
    measure: "count",
    of: { event: "custom:store_checkin" },
    window: current("week"),
    op: "at_least",
    value: 3,
  }),
];

describe("what members have done, in words", () => {
  it.each(histories)("%s", (sentence, rules) => {
    expect(told(rules)).toBe(sentence);
  });
});
