import { Candidate, copyOf, desiredOf, earn, type Occasion, type Outcome, outcomeOf } from "./candidate";
import type { CompiledCampaign, CompiledRuleSet } from "./compile";
import type { Facts } from "./facts";
import { beats, offerOf, type Stage, ties } from "./groups";
import type { Shortage } from "./limits";
import { type Earned, lineCount } from "./line-points";
import type { Reason } from "./phrases";
import type { EngineState } from "./state";
import type { Award, Verdict } from "./verdict";

/** One event on its way through the groups. */
export class Round {
  readonly verdicts: Verdict[];
  readonly awards: Award[] = [];
  /** Limits that all members share which cut something, or would have. */
  readonly shortages: (Shortage & { campaignId: string })[] = [];
  readonly #occasion: Occasion;
  /** By point type: each has points of its own, and its multipliers raise those. */
  #earned: Earned[] = [];
  /** The exclusive campaign that has given something: nothing after it does. */
  #excludedBy: CompiledCampaign | null = null;

  /** Campaigns that have been looked at: each in its turn has a verdict. */
  #looked = 0;

  constructor({ phrases, byType }: CompiledRuleSet, state: EngineState, facts: Facts) {
    this.verdicts = new Array<Verdict>(byType.get(facts.type)?.length ?? 0);
    this.#occasion = { facts, state, phrases, lineCount: lineCount(facts) };
  }

  play({ policy, campaigns, hasExclusive, hasControl }: Stage): void {
    const candidates = this.#candidates(campaigns);
    if (candidates.length === 0) return;
    const playing = hasControl ? candidates.filter((candidate) => !candidate.isHeldOut) : candidates;
    // Whoever is held out of a choice is measured by what there was to choose from.
    if (hasControl && policy !== "all") this.#holdOut(candidates);
    if (this.#excludedBy !== null) this.#suppress(playing, this.#excludedBy);
    else if (policy !== "all") this.#playChoice(playing, policy);
    else if (hasExclusive) this.#playUpToExclusive(playing);
    else this.#playAll(playing);
    if (hasControl && policy === "all") this.#holdOut(candidates);
  }

  /** Those whose conditions hold; the verdict on the others is why theirs do not. */
  #candidates(campaigns: readonly CompiledCampaign[]): Candidate[] {
    const { facts } = this.#occasion;
    const candidates: Candidate[] = [];
    for (const campaign of campaigns) {
      const refusal = campaign.check === null ? null : campaign.check(facts);
      if (refusal === null) candidates.push(new Candidate(campaign, this.#looked, facts));
      this.verdicts[this.#looked] = refusal ?? "";
      this.#looked += 1;
    }
    return candidates;
  }

  /** What the member would have got, were the campaign not held back from them. */
  #holdOut(candidates: readonly Candidate[]): void {
    for (const candidate of candidates) {
      if (!candidate.isHeldOut) continue;
      earn([candidate], this.#copyOfEarned(), this.#occasion);
      this.verdicts[candidate.place] = {
        reason: candidate.campaign.heldOut,
        desired: desiredOf(candidate),
        granted: 0,
        status: "control",
      };
    }
  }

  #playAll(candidates: readonly Candidate[]): void {
    earn(candidates, this.#earned, this.#occasion);
    for (const candidate of candidates) this.#give(this.#outcomeOf(candidate));
  }

  /** All that come up to the first exclusive one that gives something, it included. */
  #playUpToExclusive(candidates: readonly Candidate[]): void {
    for (const [index, { campaign }] of candidates.entries()) {
      if (!campaign.exclusive || !this.#givesLast(candidates.slice(0, index + 1))) continue;
      this.#playAll(candidates.slice(0, index + 1));
      this.#excludedBy = campaign;
      this.#suppress(candidates.slice(index + 1), campaign);
      return;
    }
    this.#playAll(candidates);
  }

  /** Whether the last of these candidates gives something beside the others. */
  #givesLast(candidates: readonly Candidate[]): boolean {
    earn(candidates, this.#copyOfEarned(), this.#occasion);
    const last = candidates.at(-1);
    return last !== undefined && this.#outcomeOf(last).award !== null;
  }

  /** The one that the group's policy chooses of those that would give something. */
  #playChoice(candidates: readonly Candidate[], policy: Stage["policy"]): void {
    const trials = candidates.map((candidate) => this.#alone(candidate));
    let best: Trial | null = null;
    for (const trial of trials) {
      if (trial.outcome.award === null) continue;
      if (best === null || beats(offerOf(trial.outcome), offerOf(best.outcome), policy)) best = trial;
    }
    for (const { outcome } of trials) {
      if (best === null || outcome === best.outcome || outcome.award === null) {
        this.#give(outcome);
      } else {
        const { suppresses } = best.outcome.candidate.campaign;
        const isTied = ties(offerOf(outcome), offerOf(best.outcome), policy);
        this.#refuse(outcome, (isTied ? suppresses?.tied : suppresses?.lost) ?? "");
      }
    }
    if (best === null) return;
    this.#earned = best.earned;
    const { campaign } = best.outcome.candidate;
    if (campaign.exclusive) this.#excludedBy = campaign;
  }

  #suppress(candidates: readonly Candidate[], by: CompiledCampaign): void {
    for (const candidate of candidates) {
      const { outcome } = this.#alone(candidate);
      if (outcome.award === null) this.#give(outcome);
      else this.#refuse(outcome, by.suppresses?.exclusive ?? "");
    }
  }

  #give({ candidate, given, award }: Outcome): void {
    this.verdicts[candidate.place] = given;
    if (award !== null) this.awards.push(award);
  }

  #refuse({ candidate, given }: Outcome, reason: Reason): void {
    this.verdicts[candidate.place] = { reason, desired: given.desired, granted: 0, status: "suppressed" };
  }

  /** What a candidate comes to with what was earned before its group, and what would be earned then. */
  #alone(candidate: Candidate): Trial {
    const earned = this.#copyOfEarned();
    earn([candidate], earned, this.#occasion);
    return { outcome: this.#outcomeOf(candidate), earned };
  }

  #outcomeOf(candidate: Candidate): Outcome {
    const outcome = outcomeOf(candidate, this.#occasion);
    for (const shortage of outcome.shortages) {
      this.shortages.push({ campaignId: candidate.campaign.campaignId, ...shortage });
    }
    return outcome;
  }

  #copyOfEarned(): Earned[] {
    // A type of points of which none are earned yet leaves a hole.
    return this.#earned.map(copyOf);
  }
}

/** A candidate tried alone, and what would be earned were it the one. */
type Trial = { outcome: Outcome; earned: Earned[] };
