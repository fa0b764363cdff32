import type { Award, CompiledRuleSet, Verdict } from "@/lib/campaigns/engine";
import type { OwnCampaign } from "./common-rules";

/** What an event came to in a scenario. */
export interface EventResult {
  readonly rules: CompiledRuleSet;
  /** One for each campaign of the rules, in their order. */
  readonly verdicts: readonly Verdict[];
  readonly awards: readonly Award[];
  /** Of the spendable type. */
  readonly points: number;
  /** One of the verdicts. */
  verdictAt(place: number): Verdict | undefined;
}

/** Why campaigns do not apply that not all scenarios have, in the order of those of one. */
export type Refusals = Exclude<Verdict, object>[];

/** What a scenario has worked out for itself. */
export class OwnResult implements EventResult {
  readonly rules: CompiledRuleSet;
  readonly verdicts: readonly Verdict[];
  readonly awards: readonly Award[];
  readonly points: number;

  constructor(
    rules: CompiledRuleSet,
    verdicts: readonly Verdict[],
    awards: readonly Award[],
    points: number,
  ) {
    this.rules = rules;
    this.verdicts = verdicts;
    this.awards = awards;
    this.points = points;
  }

  verdictAt(place: number): Verdict | undefined {
    return this.verdicts[place];
  }
}

/** What all scenarios gave, in one whose own campaigns did not apply. All verdicts together are seldom asked for. */
export class ResultInCompany implements EventResult {
  readonly rules: CompiledRuleSet;
  readonly #given: EventResult;
  readonly #own: readonly OwnCampaign[];
  readonly #refusals: Refusals;

  constructor(given: EventResult, rules: CompiledRuleSet, own: readonly OwnCampaign[], refusals: Refusals) {
    this.rules = rules;
    this.#given = given;
    this.#own = own;
    this.#refusals = refusals;
  }

  get awards(): readonly Award[] {
    return this.#given.awards;
  }

  get points(): number {
    return this.#given.points;
  }

  get verdicts(): readonly Verdict[] {
    const verdicts = [...this.#given.verdicts];
    for (const [index, { place }] of this.#own.entries()) {
      verdicts.splice(place, 0, this.#refusals[index] ?? "");
    }
    return verdicts;
  }

  verdictAt(place: number): Verdict | undefined {
    let before = 0;
    for (const { place: own } of this.#own) {
      if (own === place) return this.#refusals[before];
      if (own < place) before += 1;
    }
    return this.#given.verdictAt(place - before);
  }
}
