import { expect, it } from "vitest";
import { compileRuleSet } from "../evaluation/compile";
import type { EngineEvent, EngineMember, FactLine } from "../evaluation/facts";
import { type EngineState, stateAfter } from "../evaluation/state";
import { historyChanges, step } from "../evaluation/step";
import type { CampaignDecision } from "../evaluation/verdict";
import {
  type CampaignDefinitionInput,
  type CampaignGroup,
  type ComparisonTest,
  campaignDefinition,
} from "../schema";

/** What the tests of promotions write them with: a club in Berlin that counts in euros, and its till. */

export type Rules = Partial<CampaignDefinitionInput>;
type Effect = CampaignDefinitionInput["effects"][number];
type Filter = Extract<Effect, { kind: "per_quantity" }>["filter"];

/** What a campaign gave: points, or points and the names of the benefits. */
export type Gift = number | readonly [points: number, ...benefits: string[]];

export type Step = {
  event: EngineEvent;
  /** By campaign; those that gave nothing are left out. */
  gives: Record<string, Gift>;
  /** Whose it is; absent: the member's that the promotion is about. */
  by?: Partial<EngineMember> & { memberId: string };
  /** Points before limits, of campaigns that gave fewer, or none. */
  desired?: Record<string, number>;
  /** Campaigns that would have given something and were kept from it. */
  suppressed?: string[];
  /** Campaigns that hold the member out. */
  control?: string[];
};

export type Promotion = {
  /** By name, the older first; each is about purchases and gives 10 points unless told. */
  campaigns: Record<string, Rules>;
  groups?: CampaignGroup[];
  member?: Partial<EngineMember>;
  /** In the order in which they happen. */
  steps: Step[];
};

const MEMBER: EngineMember = {
  memberId: "ada",
  attributes: {},
  joinedAt: new Date("2026-01-10T09:00:00+01:00"),
};

/** A point is worth a cent; status points are worth nothing. */
const POINT_TYPES = [
  { pointTypeNo: 1, code: "points", valuePerThousandMinor: 1_000 },
  { pointTypeNo: 2, code: "status", valuePerThousandMinor: 0 },
];

/** The campaigns of a promotion, as the engine runs them; each campaign's id is its name. */
export function rulesOf({ campaigns, groups = [] }: Pick<Promotion, "campaigns" | "groups">) {
  const versions = Object.entries(campaigns).map(([name, rules]) => ({
    campaignId: name,
    version: 1,
    definition: campaignDefinition.parse({
      name,
      trigger: { event: "purchase" },
      effects: [fixed(10)],
      ...rules,
    }),
  }));
  const program = { timeZone: "Europe/Berlin", currency: "EUR", pointTypes: POINT_TYPES, groups };
  return compileRuleSet(1, versions, program);
}

/** A test that what happens one after the other gives what was worked out by hand. */
export function promotion(name: string, told: Promotion): void {
  it(name, () => {
    const ruleSet = rulesOf(told);
    const states = new Map<string, EngineState>();
    for (const [index, expected] of told.steps.entries()) {
      const member = { ...MEMBER, ...told.member, ...expected.by };
      const state = states.get(member.memberId) ?? newcomer(member, states);
      const { decision, awards } = step(ruleSet, state, expected.event);
      expect({ step: index, ...outcomeOf(decision.campaigns) }).toEqual({ step: index, ...asTold(expected) });
      states.set(member.memberId, stateAfter(state, awards, historyChanges(ruleSet, expected.event)));
      const shared = awards.map((award) => ({
        ...award,
        caps: award.caps.filter(({ per }) => per === "campaign"),
      }));
      for (const [other, before] of states) {
        if (other !== member.memberId) states.set(other, stateAfter(before, shared));
      }
    }
  });
}

/** Somebody who has done nothing yet; budgets are as used as for everybody. */
function newcomer(member: EngineMember, states: ReadonlyMap<string, EngineState>): EngineState {
  const [known] = states.values();
  return {
    member,
    capUse: () => 0,
    budgetUse: (...limit) => known?.budgetUse(...limit) ?? 0,
    history: () => [],
  };
}

type Outcome = Pick<Step, "gives"> & Required<Pick<Step, "desired" | "suppressed" | "control">>;

function asTold({ gives, desired = {}, suppressed = [], control = [] }: Step): Outcome {
  return { gives, desired, suppressed, control };
}

function outcomeOf(campaigns: readonly CampaignDecision[]): Outcome {
  const outcome: Outcome = { gives: {}, desired: {}, suppressed: [], control: [] };
  for (const { name, status, granted, desired, benefits } of campaigns) {
    if (status === "fired") {
      outcome.gives[name] = benefits.length === 0 ? granted : [granted, ...benefits.map(benefitName)];
    }
    if (status === "suppressed" || status === "control") outcome[status].push(name);
    else if (desired !== granted) outcome.desired[name] = desired;
  }
  return outcome;
}

function benefitName(benefit: CampaignDecision["benefits"][number]): string {
  switch (benefit.kind) {
    case "voucher":
      return benefit.name;
    case "badge":
      return benefit.badge;
    case "progress":
      return benefit.challenge;
    case "tier":
      return benefit.tier;
    case "tag":
      return benefit.tag;
    case "segment":
      return benefit.segment;
    case "notify":
      return benefit.title;
    case "webhook":
      return benefit.topic;
  }
}

export const fixed = (points: number) => ({ kind: "fixed" as const, points });
export const perEuro = (points = 1, filter?: Filter) => ({
  kind: "per_amount" as const,
  points,
  perMinor: 100,
  ...(filter && { filter }),
});
export const times = (factor: number, filter?: Filter) => ({
  kind: "multiplier" as const,
  factorPercent: Math.round(factor * 100),
  ...(filter && { filter }),
});

const named =
  (field: "category" | "brand" | "sku") =>
  (...values: string[]) => [{ field, op: "in" as const, values }];
export const category = named("category");
export const brand = named("brand");
export const sku = named("sku");
/** Lines whose label passes the test. */
export const label = (name: string, test: ComparisonTest) => [{ field: "attribute" as const, name, test }];
/** Lines whose pieces cost at least so much. */
export const dearerThan = (minor: number) => [
  { field: "unitMinor" as const, op: "at_least" as const, value: minor },
];

export type Line = Partial<FactLine>;
/** Goods of a category: how much they cost together, in cents. */
export const goods = (name: string, amountMinor: number, rest: Line = {}): Line => ({
  category: name,
  amountMinor,
  quantity: 1,
  ...rest,
});

/** By default on Tuesday, 24 November 2026, at noon in Berlin. */
const NOON = "2026-11-24T12:00";

type Till = Omit<EngineEvent["payload"], "lines"> & { at?: string };

/**
 * A purchase of lines, or of an amount in cents and nothing else that is known.
 * @param till `at` is local time in Berlin, in winter unless it says otherwise
 */
export function buy(what: number | Line[], { at = NOON, ...payload }: Till = {}): EngineEvent {
  const lines =
    typeof what === "number" ? [] : what.map((line) => ({ quantity: 1, amountMinor: 0, ...line }));
  const total = typeof what === "number" ? what : lines.reduce((sum, line) => sum + line.amountMinor, 0);
  return { type: "purchase", occurredAt: instantOf(at), payload: { amountMinor: total, lines, ...payload } };
}

/** Something else that a member did. */
export function did(
  name: string,
  attributes: Record<string, string | number | boolean> = {},
  at = NOON,
): EngineEvent {
  return { type: `custom:${name}`, occurredAt: instantOf(at), payload: { attributes } };
}

function instantOf(at: string): Date {
  return new Date(/[+Z]/.test(at) ? at : `${at}:00+01:00`);
}

export const custom = (name: string) => ({ event: "custom" as const, name });
