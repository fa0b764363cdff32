import type { CompiledRuleSet } from "./compile";
import { changesOf, differenceOf, type Returned } from "./counters";
import { type EngineEvent, Facts } from "./facts";
import type { HistoryChange } from "./history";
import type { Shortage } from "./limits";
import { Round } from "./round";
import type { EngineState } from "./state";
import { type Award, type Decision, type Verdict, verdictsInWords } from "./verdict";

/** What evaluating an event comes to. */
export type Evaluation = {
  /** One for each campaign of `ruleSet.byType`, in that order. */
  verdicts: Verdict[];
  /** What is given; `stateAfter` takes them in. */
  awards: Award[];
  /**
   * Limits that all members share which cut something, also of a campaign that another then suppressed: what is known
   * of their use decided the event.
   */
  shortages: readonly (Shortage & { campaignId: string })[];
};

/**
 * Evaluates one event. Pure: live posting, the builder's preview and replays of history call this very function.
 *
 * Groups are worked through one after the other. In each, base points come first (by amount, quantity or value),
 * then bonuses, then multipliers. Limits reduce what each campaign gives to what is left, and multipliers raise what
 * was really given so far, rather than one another.
 * @returns what every campaign for this type of event decided, and what is given
 * @throws RangeError when an award exceeds 2^53
 */
export function step(
  ruleSet: CompiledRuleSet,
  state: EngineState,
  event: EngineEvent,
): Omit<Evaluation, "verdicts"> & { decision: Decision } {
  const { verdicts, ...rest } = evaluate(ruleSet, state, event);
  const campaigns = ruleSet.byType.get(event.type) ?? [];
  return { decision: { campaigns: verdictsInWords(campaigns, ruleSet.phrases, verdicts) }, ...rest };
}

/**
 * The same, with a verdict for each campaign in place of its decision: for those who evaluate events by the thousand
 * and say only later, or never, in words why each campaign did not fire.
 */
export function evaluate(ruleSet: CompiledRuleSet, state: EngineState, event: EngineEvent): Evaluation {
  return evaluateFacts(ruleSet, state, new Facts(event, state.member, ruleSet.clock, state));
}

/**
 * The same of an event that others look at too: facts are the same to rule sets of one workshop, as long as the member
 * and what they have done are.
 */
export function evaluateFacts(ruleSet: CompiledRuleSet, state: EngineState, facts: Facts): Evaluation {
  const { type } = facts;
  const round = new Round(ruleSet, state, facts);
  for (const stage of ruleSet.stagesByType.get(type) ?? []) round.play(stage);
  return { verdicts: round.verdicts, awards: round.awards, shortages: round.shortages };
}

/** First days of the windows whose counters of the member evaluating the event may read and change. */
export function windowStarts(
  ruleSet: CompiledRuleSet,
  { type, occurredAt }: Pick<EngineEvent, "type" | "occurredAt">,
): string[] {
  const windows = ruleSet.windowsByType.get(type) ?? [];
  return windows.map((window) => ruleSet.clock.windowStart(occurredAt.getTime(), window));
}

/** What counting needs of a rule set, or of counters alone. */
export type Counting = Pick<CompiledRuleSet, "clock" | "countersByType">;

/**
 * What an event adds to the member's history, whatever campaigns give for it: rows for its day and for all time.
 * @param returned what has come back of it, which then does not count
 */
export function historyChanges(ruleSet: Counting, event: EngineEvent, returned?: Returned): HistoryChange[] {
  const counters = ruleSet.countersByType.get(event.type) ?? [];
  return counters.length === 0 ? [] : changesOf(counters, factsOf(ruleSet, event), returned);
}

/** The same of an event that rule sets of the same workshop have looked at. */
export function historyChangesOfFacts({ countersByType }: Counting, facts: Facts): HistoryChange[] {
  const counters = countersByType.get(facts.type) ?? [];
  return counters.length === 0 ? [] : changesOf(counters, facts);
}

/** What goods that come back, of a purchase of which some may have come back before, change in the member's history. */
export function historyChangesOfReturn(
  ruleSet: Counting,
  purchase: EngineEvent,
  before: Returned,
  after: Returned,
): HistoryChange[] {
  const counters = ruleSet.countersByType.get(purchase.type) ?? [];
  if (counters.length === 0) return [];
  const facts = factsOf(ruleSet, purchase);
  return differenceOf(changesOf(counters, facts, before), changesOf(counters, facts, after));
}

const NOBODY = { memberId: "", attributes: {}, joinedAt: new Date(0) };

/** Counting looks at the event alone. */
function factsOf({ clock }: Counting, event: EngineEvent): Facts {
  return new Facts(event, NOBODY, clock);
}
