import { LogicEngine } from "json-logic-engine";
import { Engine, type NestedCondition } from "json-rules-engine";
import { zonedParts } from "@/lib/core/calendar";
import { CATEGORIES, type MixedCampaign } from "./campaigns";
import type { purchase } from "./purchases";

/**
 * The mixed campaigns for two engines that others use: the same conditions, on flat facts that are worked out first.
 * Those engines say which rules hold and no more: no points, no reasons, no limits.
 */

type Facts = Record<string, string | number | boolean>;

/** What the rules ask of a purchase, flat. */
export function factsOf({ occurredAt, store, lines }: ReturnType<typeof purchase>, tier: string): Facts {
  const { weekday, hour, minute } = zonedParts(new Date(occurredAt), "Europe/Berlin");
  const facts: Facts = { tier, store, weekday, minute: hour * 60 + minute, amountMinor: 0 };
  for (const category of CATEGORIES) facts[`spent ${category}`] = 0;
  let amountMinor = 0;
  for (const line of lines) {
    amountMinor += line.amountMinor;
    facts[`spent ${line.category}`] = Number(facts[`spent ${line.category}`]) + line.amountMinor;
  }
  return { ...facts, amountMinor };
}

type Test = { fact: string; operator: "equal" | "greaterThanInclusive" | "lessThan"; value: string | number };

function testsOf(campaign: MixedCampaign): Test[] {
  switch (campaign.kind) {
    case "base":
      return [{ fact: "amountMinor", operator: "greaterThanInclusive", value: 0 }];
    case "category":
      return [has(campaign.category)];
    case "morning":
      return [
        { fact: "weekday", operator: "equal", value: campaign.weekday },
        { fact: "minute", operator: "greaterThanInclusive", value: 7 * 60 },
        { fact: "minute", operator: "lessThan", value: 11 * 60 },
        has(campaign.category),
      ];
    case "gold":
      return [
        { fact: "tier", operator: "equal", value: "gold" },
        { fact: "amountMinor", operator: "greaterThanInclusive", value: campaign.fromMinor },
      ];
    case "store":
      return [{ fact: "store", operator: "equal", value: campaign.store }, has(campaign.category)];
    case "basket":
      return [
        {
          fact: `spent ${campaign.category}`,
          operator: "greaterThanInclusive",
          value: campaign.fromMinor,
        },
      ];
  }
}

function has(category: string): Test {
  return { fact: `spent ${category}`, operator: "greaterThanInclusive", value: 1 };
}

/** @returns how many rules hold */
export type Evaluate = (facts: Facts) => number | Promise<number>;

export function jsonRulesEngine(campaigns: readonly MixedCampaign[]): Evaluate {
  const engine = new Engine();
  for (const campaign of campaigns) {
    const all: NestedCondition[] = testsOf(campaign);
    engine.addRule({ conditions: { all }, event: { type: campaign.name } });
  }
  return async (facts) => (await engine.run(facts)).events.length;
}

const LOGIC = { equal: "===", greaterThanInclusive: ">=", lessThan: "<" } as const;

export function jsonLogicEngine(campaigns: readonly MixedCampaign[]): Evaluate {
  const engine = new LogicEngine();
  const rules = campaigns.map((campaign) =>
    engine.build({
      and: testsOf(campaign).map(({ fact, operator, value }) => ({
        [LOGIC[operator]]: [{ var: fact }, value],
      })),
    }),
  );
  return (facts) => {
    let held = 0;
    for (const rule of rules) if (rule(facts)) held += 1;
    return held;
  };
}
