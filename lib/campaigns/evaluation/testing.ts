import { type CampaignDefinitionInput, campaignDefinition } from "../schema";
import { type CompiledRuleSet, compileRuleSet, type RuleSetProgram } from "./compile";
import type { EngineEvent, FactLine } from "./facts";
import { type EngineState, stateAfter } from "./state";
import { historyChanges, step } from "./step";

/** Small campaigns and baskets for the tests of the engine. */

export type Rules = Partial<CampaignDefinitionInput>;

/** A campaign for purchases that gives 10 points, but for what the test says. */
export function definitionOf(rules: Rules) {
  return campaignDefinition.parse({
    name: "Test",
    trigger: { event: "purchase" },
    effects: [{ kind: "fixed", points: 10 }],
    ...rules,
  });
}

/** Campaigns `c0`, `c1` … of a program in Berlin that counts in euros. */
export function ruleSetOf(...campaigns: Rules[]) {
  return ruleSetIn({}, ...campaigns);
}

/** The same of a program that differs in something: it has groups, or points that cost something. */
export function ruleSetIn(program: Partial<RuleSetProgram>, ...campaigns: Rules[]) {
  const versions = campaigns.map((rules, index) => ({
    campaignId: `c${index}`,
    version: 1,
    definition: definitionOf({ name: `C${index}`, ...rules }),
  }));
  return compileRuleSet(1, versions, { timeZone: "Europe/Berlin", currency: "EUR", ...program });
}

/** Evaluates events one after the other, each in the state that those before it left. */
export function live(ruleSet: CompiledRuleSet, events: readonly EngineEvent[], start = stateOf()) {
  let state = start;
  const results = events.map((event) => {
    const result = step(ruleSet, state, event);
    state = stateAfter(state, result.awards, historyChanges(ruleSet, event));
    return result;
  });
  return { results, state };
}

/** A purchase of these lines; its total is their sum unless told. By default on a Tuesday, at 12:00 in Berlin. */
export function purchaseOf(
  lines: Partial<FactLine>[],
  event: Partial<EngineEvent["payload"]> & { at?: string } = {},
): EngineEvent {
  const { at = "2026-11-24T12:00:00+01:00", ...payload } = event;
  const whole = lines.map((line) => ({ quantity: 1, amountMinor: 0, ...line }));
  const amountMinor = whole.reduce((sum, line) => sum + line.amountMinor, 0);
  return { type: "purchase", occurredAt: new Date(at), payload: { amountMinor, lines: whole, ...payload } };
}

/** A member since 1 November 2026 who has used nothing of any limit, but for what the test says. */
export function stateOf(
  attributes: Record<string, unknown> = {},
  capUse: EngineState["capUse"] = () => 0,
): EngineState {
  return {
    member: { memberId: "member", attributes, joinedAt: new Date("2026-11-01T09:00:00+01:00") },
    capUse,
    budgetUse: () => 0,
    history: () => [],
  };
}

/** What one campaign decides about an event, with its award if it gave one. */
export function decide(rules: Rules, event: EngineEvent, state: EngineState = stateOf()) {
  const { decision, awards } = step(ruleSetOf(rules), state, event);
  return { ...decision.campaigns[0], award: awards[0] };
}
