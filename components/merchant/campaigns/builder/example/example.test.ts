import { describe, expect, it } from "vitest";
import { campaignTemplates, limitNumber } from "@/lib/campaigns/engine";
import type { CampaignDefinition, Condition, Effect, HistoryCondition } from "@/lib/campaigns/schema";
import { campaignDefinition } from "@/lib/campaigns/schema";
import { EFFECT_KINDS } from "../effects/kinds";
import { NO_CAMPAIGN } from "../no-campaign";
import { evaluateExample } from "./evaluate";
import type { Example } from "./example";
import { exampleFor } from "./fitting-example";
import { pastQuestions } from "./past";

const program = {
  timeZone: "Europe/Berlin",
  currency: "EUR",
  locale: "en",
  pointName: "points",
  pointTypes: [
    { pointTypeNo: 1, code: "points" },
    { pointTypeNo: 2, code: "status" },
  ],
  groups: [],
};
const now = new Date("2026-11-22T10:00:00Z");
const starts = { now, timeZone: program.timeZone, unitMinor: 100 };
const baseRate: CampaignDefinition = {
  ...NO_CAMPAIGN,
  name: "Base rate",
  effects: [{ kind: "per_amount", points: 1, perMinor: 100, basis: "basket", rounding: "floor" }],
};
const live = [{ campaignId: "base", version: 1, definition: baseRate }];
const fixed: Effect = { kind: "fixed", points: 50 };

function tried(definition: CampaignDefinition, change: Partial<Example> = {}) {
  const example = { ...exampleFor(definition, starts), ...change };
  const draft = { campaignId: "draft", version: 1, definition };
  const outcome = evaluateExample(example, { draft, definition }, live, program);
  return { ...outcome, own: outcome.campaigns.find(({ campaignId }) => campaignId === "draft") };
}

const withCondition = (condition: Condition): CampaignDefinition => ({
  ...NO_CAMPAIGN,
  name: "Draft",
  condition,
  effects: [fixed],
});

describe("templates", () => {
  it.each(campaignTemplates(program))(
    "$key can be launched, and fires on its own example",
    ({ definition }) => {
      const parsed = campaignDefinition.safeParse(definition);
      expect(parsed.error?.issues).toBeUndefined();
      expect(tried(definition).own).toMatchObject({ fired: true });
    },
  );
});

describe("an example that fits what is being built", () => {
  const fitting: [string, Condition][] = [
    ["weekdays and hours", { kind: "time", weekdays: [3], from: "18:00", to: "20:00" }],
    ["days of the month", { kind: "time", monthDays: [31] }],
    ["dates", { kind: "dates", from: "2026-12-24", to: "2026-12-26", yearly: false }],
    [
      "dates over the turn of every year",
      { kind: "dates", from: "2000-12-30", to: "2001-01-02", yearly: true },
    ],
    ["a tier", { kind: "member", attribute: "tier", test: { op: "is", value: "gold" } }],
    ["a segment", { kind: "member", attribute: "segments", test: { op: "in", value: ["vip", "new"] } }],
    ["a tag", { kind: "member", attribute: "tags", test: { op: "in", value: ["vegan"] } }],
    ["an attribute", { kind: "member", attribute: "visits", test: { op: "at_least", value: 3 } }],
    ["a birthday", { kind: "anniversary", of: "birthday", daysBefore: 0, daysAfter: 0 }],
    ["the month of joining", { kind: "anniversary_month", of: "joining" }],
    ["a code", { kind: "code", codes: ["WINTER26"] }],
    ["a device", { kind: "event", field: "device", test: { op: "is", value: "kiosk" } }],
    ["an event's attribute", { kind: "event", field: "attributes.gift", test: { op: "is", value: true } }],
    ["the total", { kind: "event", field: "amountMinor", test: { op: "at_least", value: 9_000 } }],
    ["a store of one's own", { kind: "compare", field: "store", op: "is", with: "member.homeStore" }],
    ["another city", { kind: "compare", field: "attributes.city", op: "is_not", with: "member.city" }],
    ["a pledge", { kind: "compare", field: "amountMinor", op: "at_least", with: "member.pledge" }],
    ["a label's sum", { kind: "compare", field: "lines.units", op: "at_most", with: "attributes.cap" }],
    ["a guild", { kind: "compare", field: "attributes.guild", op: "is", with: "member.segments" }],
    ["a tier by name", { kind: "compare", field: "attributes.level", op: "is", with: "member.tier" }],
    [
      "a place",
      {
        kind: "distance",
        place: { name: "the shop", latitude: -33.8568, longitude: 151.2153 },
        withinMetres: 300,
        attributes: { latitude: "lat", longitude: "lon" },
      },
    ],
    ["pieces", { kind: "basket", measure: "quantity", op: "at_least", value: 7 }],
    [
      "products",
      {
        kind: "lines",
        quantifier: "any",
        filter: [
          { field: "brand", op: "in", values: ["Plantly"] },
          { field: "sku", op: "in", values: ["OAT-1"] },
          { field: "unitMinor", op: "at_least", value: 700 },
        ],
      },
    ],
  ];
  it.each(fitting)("meets %s", (_, condition) => {
    expect(tried(withCondition(condition)).own).toMatchObject({ fired: true, granted: 50 });
  });

  it("gives numbers to what counts them", () => {
    const perMile: Effect = { ...EFFECT_KINDS.per_value.make(100), field: "attributes.miles", points: 2 };
    const definition = { ...NO_CAMPAIGN, name: "Miles", effects: [perMile] };
    expect(tried(definition).own).toMatchObject({ fired: true, granted: 20 });
  });

  it("stays what somebody has made of it", () => {
    const monday = withCondition({ kind: "time", weekdays: [1] });
    expect(exampleFor(monday, starts).at).toBe("2026-11-23T12:00");
    expect(tried(monday, { at: "2026-11-24T12:00" }).own).toMatchObject({ status: "not" });
  });
});

describe("the past of the example's member", () => {
  const of = { event: "purchase" as const };
  const days = (count: number) => ({ kind: "days" as const, days: count });
  const asked: [string, HistoryCondition][] = [
    [
      "a count",
      { kind: "history", of, withThis: false, measure: "count", window: days(30), op: "at_least", value: 2 },
    ],
    [
      "money",
      {
        kind: "history",
        of,
        withThis: false,
        measure: "amountMinor",
        window: { kind: "current", period: "month" },
        op: "at_least",
        value: 5_000,
      },
    ],
    [
      "pieces",
      {
        kind: "history",
        of,
        withThis: false,
        measure: "quantity",
        window: { kind: "lifetime" },
        op: "at_least",
        value: 2.5,
      },
    ],
    [
      "every tenth",
      {
        kind: "history",
        of,
        withThis: true,
        measure: "count",
        window: { kind: "lifetime" },
        op: "every",
        value: 10,
      },
    ],
    [
      "different stores",
      {
        kind: "history",
        of,
        withThis: false,
        measure: "distinct",
        what: "store",
        window: days(7),
        op: "at_least",
        value: 3,
      },
    ],
    [
      "different days",
      {
        kind: "history",
        of,
        withThis: false,
        measure: "distinct",
        what: "day",
        window: days(7),
        op: "at_least",
        value: 3,
      },
    ],
    [
      "a streak",
      { kind: "history", of, withThis: true, measure: "streak", unit: "week", op: "at_least", value: 4 },
    ],
    [
      "a long absence",
      { kind: "history", of, withThis: false, measure: "days_since_last", op: "at_least", value: 60 },
    ],
    [
      "a late beginning",
      { kind: "history", of, withThis: false, measure: "days_since_first", op: "at_most", value: 14 },
    ],
    [
      "nothing before",
      {
        kind: "history",
        of,
        withThis: false,
        measure: "count",
        window: { kind: "lifetime" },
        op: "at_most",
        value: 0,
      },
    ],
  ];
  it.each(asked)("is what the campaign asks for: %s", (_, condition) => {
    expect(tried(withCondition(condition)).own).toMatchObject({ fired: true });
  });

  it("is what somebody says it is", () => {
    const [, count] = asked[0] ?? [];
    if (count === undefined) throw new Error("the first question is a count");
    const definition = withCondition(count);
    const [question] = pastQuestions(definition, {});
    expect(question).toMatchObject({ answer: 2 });
    expect(tried(definition, { past: { [question?.key ?? ""]: 1 } }).own).toMatchObject({ status: "not" });
  });

  it("answers a longer and a shorter window of the same events together", () => {
    const count = (window: number, op: "at_least" | "at_most", value: number): HistoryCondition => ({
      kind: "history",
      of,
      withThis: false,
      measure: "count",
      window: days(window),
      op,
      value,
    });
    const conditions = [count(30, "at_least", 5), count(7, "at_most", 2)];
    const definition = withCondition({ kind: "all", conditions });
    const questions = pastQuestions(definition, {});
    expect(questions.map(({ answer }) => answer)).toEqual([5, 0]);
    expect(tried(definition).own).toMatchObject({ fired: true });
    const week = questions[1]?.key ?? "";
    expect(tried(definition, { past: { [week]: 3 } }).own).toMatchObject({ fired: false });
  });
});

describe("what an example earns", () => {
  it("counts no points of another type among those that can be spent", () => {
    const definition = { ...NO_CAMPAIGN, name: "Status", effects: [fixed], terms: { pointType: "status" } };
    const { own, points } = tried(definition);
    expect(own).toMatchObject({ fired: true, granted: 50 });
    expect(points).toBe(12);
  });

  it("is what is left of a limit", () => {
    const definition: CampaignDefinition = {
      ...NO_CAMPAIGN,
      name: "Limited",
      effects: [fixed],
      limits: [{ per: "member", points: 60, window: "month" }],
    };
    const [limit] = definition.limits;
    expect(tried(definition, { used: limit ? { [limitNumber(limit)]: 20 } : {} }).own).toMatchObject({
      desired: 50,
      granted: 40,
    });
  });

  it("shows what the campaign gives to somebody outside of its control group", () => {
    const definition = { ...NO_CAMPAIGN, name: "Tested", effects: [fixed], control: { percent: 50 } };
    expect(tried(definition).own).toMatchObject({ status: "fired" });
  });

  it("is what is live while the draft cannot run", () => {
    const example = exampleFor(NO_CAMPAIGN, starts);
    const outcome = evaluateExample(example, { draft: null, definition: NO_CAMPAIGN }, live, program);
    expect(outcome.campaigns.map(({ campaignId }) => campaignId)).toEqual(["base"]);
    expect(outcome.points).toBe(12);
  });
});
