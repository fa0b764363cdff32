import { type CompiledRuleSet, evaluateFacts } from "@/lib/campaigns/engine";
import { type CommonRules, commonRulesOf, type OwnCampaign } from "./common-rules";
import { type EventResult, type Refusals, ResultInCompany } from "./event-result";
import type { MemberStanding } from "./member-standing";
import { countHeld, countMember, type MemberTally, openMemberTally } from "./member-tally";
import type { ObservedEvent } from "./observed-event";
import type { Occasion } from "./past";
import type { Person } from "./person";
import type { Scenario } from "./scenario";

/**
 * The scenarios of a replay, which go through a member's past in company until they part over them. As long as nothing
 * that only some of them have has ever applied to the member, all see the same in them: what happens is worked out once,
 * in a scenario of what all have in common, and counts in each. As soon as anything could tell them apart, they part, for
 * good, and each works out for itself.
 */
export class Company {
  readonly common: Scenario;
  readonly all: readonly Scenario[];
  readonly #together: readonly Scenario[];
  readonly #rules = new Map<number, CommonRules>();

  /** @param common whose shared limits are those of all scenarios */
  constructor(common: Scenario, all: readonly Scenario[]) {
    this.common = common;
    this.all = all;
    this.#together = [common];
  }

  /** Those that know where a person stands: each of them, or what they have in common. */
  of(person: Person): readonly Scenario[] {
    return person.hasParted ? this.all : this.#together;
  }

  /**
   * What the campaigns give for a purchase or a custom event of a person to whom all have turned.
   * @param before the rules that were in force, for an event that lies before the period
   * @returns one result for each scenario
   */
  earn(
    event: Occasion,
    observed: ObservedEvent,
    person: Person,
    postedOn: Date,
    before: CompiledRuleSet | null,
  ): EventResult[] {
    if (!person.hasParted) {
      const results = before
        ? this.#earnAlike(event, observed, before, postedOn, false)
        : this.#earnTogether(event, observed, postedOn);
      if (results !== null) return results;
      this.#part(person);
    }
    return this.all.map((scenario) => {
      const rules = before ?? scenario.rulesAt(event.ruleSetVersion);
      return scenario.earn(event, observed, rules, postedOn, before === null);
    });
  }

  /** What a scenario comes to, for each of these people. */
  membersOf(scenario: Scenario, people: readonly Person[], to: Date): MemberTally {
    const [baseline = scenario] = this.all;
    const tally = openMemberTally();
    for (const person of people) {
      const standing = this.#standingOf(person, scenario);
      if (standing !== undefined) {
        scenario.settle(standing, to);
        countHeld(tally, standing);
      }
      if (person.isInPeriod) countMember(tally, person.member, standing, this.#standingOf(person, baseline));
    }
    return tally;
  }

  #standingOf(person: Person, { place }: Scenario): MemberStanding | undefined {
    return person.standings[person.hasParted ? place : this.common.place];
  }

  #part(person: Person): void {
    const standing = person.standings[this.common.place];
    person.hasParted = true;
    person.standings[this.common.place] = undefined;
    for (const [place, scenario] of this.all.entries()) {
      person.standings[scenario.place] = place === 0 ? standing : standing?.copy();
      scenario.turnTo(person);
    }
  }

  /** @returns null, and nothing has been given, where a campaign that only some have may give something */
  #earnTogether(event: Occasion, observed: ObservedEvent, postedOn: Date): EventResult[] | null {
    const { type } = observed.event;
    const { rules, ownByType } = this.#rulesAt(event.ruleSetVersion);
    const own = ownByType.get(type);
    if (own === undefined) return this.#earnAlike(event, observed, rules, postedOn, true);
    const refusals = own === null ? null : this.#refusalsOf(own, observed);
    if (own === null || refusals === null) return null;
    const results = this.#earnAlike(event, observed, rules, postedOn, true);
    if (results === null) return null;
    for (const [place, scenario] of this.all.entries()) {
      const campaigns = own[place] ?? NONE;
      const given = results[place];
      if (campaigns.length === 0 || given === undefined) continue;
      const ownRules = scenario.rulesAt(event.ruleSetVersion);
      const why = refusals[place] ?? NONE;
      for (const [index, campaign] of campaigns.entries()) {
        scenario.tally.countAlone(ownRules, type, campaign.place, why[index] ?? "");
      }
      results[place] = new ResultInCompany(given, ownRules, campaigns, why);
    }
    return results;
  }

  /**
   * Gives what all scenarios give under the same rules.
   * @returns null, and nothing has been given, where a limit of all members cut something: other members may have left
   *   less of it in one scenario than in another
   */
  #earnAlike(
    event: Occasion,
    observed: ObservedEvent,
    rules: CompiledRuleSet,
    postedOn: Date,
    counts: boolean,
  ): EventResult[] | null {
    const evaluation = evaluateFacts(rules, this.common, observed.factsFor(this.common));
    if (evaluation.shortages.length > 0) return null;
    const given = this.common.give(evaluation, event, observed.event.type, rules, postedOn, counts);
    return this.all.map(() => given);
  }

  /** By scenario, why its own campaigns do not apply; null where one of them may. */
  #refusalsOf(own: readonly OwnCampaign[][], observed: ObservedEvent): Refusals[] | null {
    const facts = observed.factsFor(this.common);
    const all: Refusals[] = [];
    for (const campaigns of own) {
      const refusals: Refusals = [];
      for (const { check } of campaigns) {
        const refusal = check === null ? null : check(facts);
        if (refusal === null) return null;
        refusals.push(refusal);
      }
      all.push(refusals);
    }
    return all;
  }

  #rulesAt(version: number): CommonRules {
    const known = this.#rules.get(version);
    if (known) return known;
    const sets = this.all.map((scenario) => scenario.rulesAt(version));
    const rules = commonRulesOf(
      sets,
      this.all.map(({ spec }) => spec),
    );
    this.#rules.set(version, rules);
    return rules;
  }
}

const NONE: never[] = [];
