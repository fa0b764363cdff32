import { describe, expect, it } from "vitest";
import { fieldErrors } from "@/lib/core/schema";
import { type CampaignDefinitionInput, campaignDefinition } from "./schema";

type Rules = Partial<CampaignDefinitionInput>;

/** Where the definition is refused, and with which words. */
function refusals(rules: Rules): Record<string, string> {
  const parsed = campaignDefinition.safeParse({
    name: "Test",
    trigger: { event: "purchase" },
    effects: [{ kind: "fixed", points: 10 }],
    ...rules,
  });
  const errors = parsed.success ? [] : fieldErrors(parsed.error);
  return Object.fromEntries(errors.map(({ pointer, detail }) => [pointer, detail]));
}

const amount = (op: "at_least" | "at_most", value: number) => ({
  kind: "event" as const,
  field: "amountMinor",
  test: { op, value },
});
const limit = (points: number, window: "event" | "day" | "week" | "month" | "lifetime") => ({
  per: "member" as const,
  points,
  window,
});
const custom = { event: "custom" as const, name: "checkin" };
const filter = [{ field: "category" as const, op: "in" as const, values: ["Coffee"] }];

describe("what a campaign may not say", () => {
  it("lets a sensible one through", () => {
    expect(
      refusals({
        condition: { kind: "all", conditions: [amount("at_least", 500), amount("at_most", 5_000)] },
        limits: [limit(50, "day"), limit(200, "month")],
      }),
    ).toEqual({});
  });

  const cases: [string, Rules, string][] = [
    ["gives nothing", { effects: [] }, "/effects"],
    ["gives less than a point", { effects: [{ kind: "fixed", points: 0 }] }, "/effects/0/points"],
    [
      "multiplies by one",
      { effects: [{ kind: "multiplier", factorPercent: 100 }] },
      "/effects/0/factorPercent",
    ],
    [
      "gives fixed points twice",
      {
        effects: [
          { kind: "fixed", points: 1 },
          { kind: "fixed", points: 2 },
        ],
      },
      "/effects/1",
    ],
    [
      "counts the amount of an event without one",
      { trigger: custom, effects: [{ kind: "per_amount", points: 1, perMinor: 100 }] },
      "/effects/0",
    ],
    [
      "looks for products in such an event",
      { trigger: custom, condition: { kind: "lines", quantifier: "any", filter } },
      "/condition",
    ],
    [
      "looks for a store in such an event",
      { trigger: custom, condition: { kind: "event", field: "store", test: { op: "exists" } } },
      "/condition",
    ],
    [
      "compares with nothing",
      { condition: { kind: "event", field: "store", test: { op: "is", value: " " } } },
      "/condition/test/value",
    ],
    ["asks for at least nothing", { condition: amount("at_least", 0) }, "/condition/test/value"],
    ["speaks of half a cent", { condition: amount("at_least", 12.5) }, "/condition/test/value"],
    ["speaks of less than nothing", { condition: amount("at_most", -1) }, "/condition/test/value"],
    [
      "wants an amount to be equal",
      { condition: { kind: "event", field: "amountMinor", test: { op: "is", value: 500 } } },
      "/condition/test",
    ],
    [
      "leaves no amount",
      { condition: { kind: "all", conditions: [amount("at_least", 900), amount("at_most", 800)] } },
      "/condition/conditions/1/test/value",
    ],
    [
      "names every day of the week",
      { condition: { kind: "time", weekdays: [1, 2, 3, 4, 5, 6, 7] } },
      "/condition/weekdays",
    ],
    ["has hours that are empty", { condition: { kind: "time", from: "07:00", to: "07:00" } }, "/condition"],
    ["has half of its hours", { condition: { kind: "time", from: "07:00" } }, "/condition"],
    ["has an empty group", { condition: { kind: "any", conditions: [] } }, "/condition/conditions"],
    [
      "compares days with a text",
      {
        audience: { match: "all", tests: [{ attribute: "daysSinceJoining", test: { op: "is", value: 3 } }] },
      },
      "/audience/tests/0/test",
    ],
    ["limits a period twice", { limits: [limit(5, "day"), limit(6, "day")] }, "/limits/1"],
    [
      "has a limit that another always meets first",
      { limits: [limit(300, "day"), limit(200, "month")] },
      "/limits/0/points",
    ],
    [
      "ends before it begins",
      { schedule: { startsAt: "2026-12-02T00:00:00Z", endsAt: "2026-12-01T00:00:00Z" } },
      "/schedule/endsAt",
    ],
  ];
  it.each(cases)("refuses one that %s", (_, rules, pointer) => {
    expect(Object.keys(refusals(rules))).toEqual([pointer]);
  });

  it("refuses groups that go too deep and conditions without end", () => {
    let deep: Rules["condition"] = amount("at_least", 1);
    for (let level = 0; level < 5; level += 1) deep = { kind: "not", condition: deep };
    expect(Object.values(refusals({ condition: deep }))).toEqual(["Groups nest at most 5 deep."]);

    const group = {
      kind: "any" as const,
      conditions: Array.from({ length: 17 }, () => amount("at_least", 1)),
    };
    const many = { kind: "all" as const, conditions: [group, group, group] };
    expect(refusals({ condition: many })["/condition"]).toContain("at most 50 conditions; these are 51");
  });
});
