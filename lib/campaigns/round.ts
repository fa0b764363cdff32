import { apportion } from "./arithmetic";
import type { CompiledCampaign, CompiledRuleSet } from "./compile";
import { isHeldOut } from "./control-group";
import { addLines, type Earned, type Give, type LinePoints, lineCount, sumOf, zeros } from "./effects";
import type { Facts } from "./facts";
import { beats, type Offer, type Stage, ties } from "./groups";
import { capsOf, costOf, type Left, limitAward, type Shortage } from "./limits";
import { phraseInWords, type Reason } from "./phrases";
import type { EngineState } from "./state";
import type { Award, Given, Verdict } from "./verdict";

/** A campaign whose conditions hold, on its way through one event. */
type Candidate = {
  place: number;
  campaign: CompiledCampaign;
  isHeldOut: boolean;
  lines: LinePoints;
  reason: Reason | null;
};

/** What a candidate comes to after limits. */
type Outcome = { candidate: Candidate; given: Given; award: Award | null; offer: Offer };

/** One event on its way through the groups. */
export class Round {
  readonly verdicts: Verdict[] = [];
  readonly awards: Award[] = [];
  /** Limits that all members share which cut something, or would have. */
  readonly shortages: (Shortage & { campaignId: string })[] = [];
  readonly #ruleSet: CompiledRuleSet;
  readonly #state: EngineState;
  readonly #facts: Facts;
  readonly #lineCount: number;
  /** By point type: each has points of its own, and its multipliers raise those. */
  #earned: Earned[] = [];
  /** The exclusive campaign that has given something: nothing after it does. */
  #excludedBy: CompiledCampaign | null = null;

  constructor(ruleSet: CompiledRuleSet, state: EngineState, facts: Facts) {
    this.#ruleSet = ruleSet;
    this.#state = state;
    this.#facts = facts;
    this.#lineCount = lineCount(facts);
  }

  play({ policy, campaigns }: Stage): void {
    const candidates = this.#candidates(campaigns);
    const playing = candidates.filter((candidate) => !candidate.isHeldOut);
    // Whoever is held out of a choice is measured by what there was to choose from.
    if (policy !== "all") this.#holdOut(candidates);
    if (this.#excludedBy !== null) this.#suppress(playing, this.#excludedBy);
    else if (policy === "all") this.#playAll(playing);
    else this.#playChoice(playing, policy);
    if (policy === "all") this.#holdOut(candidates);
  }

  /** Those whose conditions hold; the verdict on the others is that they do not. */
  #candidates(campaigns: readonly CompiledCampaign[]): Candidate[] {
    const candidates: Candidate[] = [];
    for (const campaign of campaigns) {
      const refusal = campaign.check === null ? null : campaign.check(this.#facts);
      if (refusal === null) {
        candidates.push({
          place: this.verdicts.length,
          campaign,
          isHeldOut:
            campaign.controlPercent > 0 &&
            isHeldOut(campaign.campaignId, this.#facts.member.memberId, campaign.controlPercent),
          lines: [],
          reason: null,
        });
      }
      this.verdicts.push(refusal ?? "");
    }
    return candidates;
  }

  /** What the member would have got, were the campaign not held back from them. */
  #holdOut(candidates: readonly Candidate[]): void {
    for (const candidate of candidates) {
      if (!candidate.isHeldOut) continue;
      const { desired } = this.#alone(candidate).outcome.given;
      const { heldOut: reason } = candidate.campaign;
      this.verdicts[candidate.place] = { reason, desired, granted: 0, status: "control" };
    }
  }

  /** All that come up to the first exclusive one that gives something, it included. */
  #playAll(candidates: readonly Candidate[]): void {
    const end = this.#endOf(candidates);
    const applied = end === 0 ? candidates : candidates.slice(0, end);
    this.#earn(applied, this.#earned);
    for (const candidate of applied) this.#give(this.#limited(candidate));
    const excluding = candidates[end - 1];
    if (excluding === undefined) return;
    this.#excludedBy = excluding.campaign;
    this.#suppress(candidates.slice(end), excluding.campaign);
  }

  /** Up to where candidates apply: past the first that is exclusive and gives something; 0 where none is. */
  #endOf(candidates: readonly Candidate[]): number {
    for (const [index, candidate] of candidates.entries()) {
      if (!candidate.campaign.exclusive) continue;
      this.#earn(candidates.slice(0, index + 1), this.#copyOfEarned());
      if (this.#limited(candidate).award !== null) return index + 1;
    }
    return 0;
  }

  /** The one that the group's policy chooses of those that would give something. */
  #playChoice(candidates: readonly Candidate[], policy: Stage["policy"]): void {
    const tried = candidates.map((candidate) => this.#alone(candidate));
    let best: (typeof tried)[number] | null = null;
    for (const trial of tried) {
      if (trial.outcome.award === null) continue;
      if (best === null || beats(trial.outcome.offer, best.outcome.offer, policy)) best = trial;
    }
    for (const { outcome } of tried) {
      if (outcome === best?.outcome || best === null || outcome.award === null) {
        this.#give(outcome);
      } else {
        const { suppresses } = best.outcome.candidate.campaign;
        const isTied = ties(outcome.offer, best.outcome.offer, policy);
        this.#refuse(outcome, (isTied ? suppresses?.tied : suppresses?.lost) ?? "");
      }
    }
    if (best === null) return;
    this.#earned = best.earned;
    if (best.outcome.candidate.campaign.exclusive) this.#excludedBy = best.outcome.candidate.campaign;
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
  #alone(candidate: Candidate): { outcome: Outcome; earned: Earned[] } {
    const earned = this.#copyOfEarned();
    this.#earn([candidate], earned);
    return { outcome: this.#limited(candidate), earned };
  }

  #copyOfEarned(): Earned[] {
    return this.#earned.map(({ base, all }) => ({ base: [...base], all: [...all] }));
  }

  /** Works out what candidates give together, and adds it to what was earned. */
  #earn(candidates: readonly Candidate[], earned: Earned[]): void {
    for (const candidate of candidates) {
      const { gives, pointTypeNo } = candidate.campaign;
      const { base, all } = this.#earnedOf(pointTypeNo, earned);
      candidate.lines = zeros(this.#lineCount);
      candidate.reason = null;
      for (const give of gives.base) addLines(base, this.#take(candidate, give, earned));
      addLines(all, candidate.lines);
      for (const give of gives.bonus) addLines(all, this.#take(candidate, give, earned));
    }
    for (const candidate of candidates) {
      for (const give of candidate.campaign.gives.multiplier) this.#take(candidate, give, earned);
    }
  }

  #earnedOf(pointTypeNo: number, earned: Earned[]): Earned {
    const found = earned[pointTypeNo] ?? { base: zeros(this.#lineCount), all: zeros(this.#lineCount) };
    earned[pointTypeNo] = found;
    return found;
  }

  /** Adds what one effect gives. @returns its points by line */
  #take(candidate: Candidate, give: Give, earned: Earned[]): LinePoints {
    const { lines, reason } = give(this.#facts, this.#earnedOf(candidate.campaign.pointTypeNo, earned));
    addLines(candidate.lines, lines);
    candidate.reason =
      candidate.reason === null ? reason : `${this.#words(candidate.reason)} + ${this.#words(reason)}`;
    return lines;
  }

  #words(reason: Reason): string {
    return phraseInWords(this.#ruleSet.phrases, reason);
  }

  /** What is left of each of a campaign's limits. */
  #left({ campaignId, limits }: CompiledCampaign): Left[] {
    const { clock } = this.#ruleSet;
    return limits.map((limit) => {
      const { per, limitNo, window, amount } = limit;
      if (window === "event") return { limit, start: null, left: amount };
      const start = clock.windowStart(this.#facts.instant, window);
      const used =
        per === "member"
          ? this.#state.capUse(campaignId, limitNo, start)
          : this.#state.budgetUse(campaignId, limitNo, start);
      return { limit, start, left: Math.max(0, amount - used) };
    });
  }

  /** Cuts what a candidate has earned to what its limits leave. */
  #limited(candidate: Candidate): Outcome {
    const { campaign, lines } = candidate;
    const { campaignId, benefits, benefitReason, price, isSpendable } = campaign;
    const desired = sumOf(lines);
    if (!Number.isSafeInteger(desired)) throw new RangeError("the points of one event exceed 2^53");
    const lefts = this.#left(campaign);
    const limited = limitAward(desired, benefits.length > 0, lefts, price);
    const { granted, withBenefits, bound } = limited;
    for (const shortage of limited.shortages) this.shortages.push({ campaignId, ...shortage });
    const told = [candidate.reason, benefitReason].filter((reason) => reason !== null);
    const [first = "", ...others] = told;
    let reason: Reason = first;
    if (others.length > 0) reason = told.map((part) => this.#words(part)).join(" + ");
    if (bound !== null) {
      const points = granted < desired ? `${granted} of ${desired}` : "";
      const cut = [points, benefits.length > 0 && !withBenefits ? "nothing else" : ""];
      reason = `${this.#words(reason)}; ${cut.filter((part) => part !== "").join(", ")} given: ${bound.words}`;
    }
    const given: Given = { reason, desired, granted };
    const costMinor = costOf(granted, price) + (withBenefits ? price.benefitsMinor : 0);
    const offer = { points: granted, isSpendable, costMinor };
    if (granted === 0 && !withBenefits) return { candidate, given, award: null, offer };
    if (withBenefits) given.benefits = benefits;
    const award = {
      campaignId,
      points: granted,
      lines: aboveZero(granted === desired ? lines : apportion(granted, lines)),
      caps: capsOf(lefts, granted, costMinor),
      benefits: withBenefits ? benefits : [],
      costMinor,
    };
    return { candidate, given, award, offer };
  }
}

function aboveZero(shares: LinePoints): Award["lines"] {
  const lines: Award["lines"] = [];
  for (let line = 0; line < shares.length; line += 1) {
    const points = shares[line] ?? 0;
    if (points > 0) lines.push({ line, points });
  }
  return lines;
}
