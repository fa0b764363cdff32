import { apportion } from "./arithmetic";
import type { CompiledCampaign } from "./compile-campaign";
import { isHeldOut } from "./control-group";
import type { Gain } from "./effects";
import type { Facts } from "./facts";
import { capsOf, costOf, type Left, limitAward, type Shortage } from "./limits";
import { addEarned, addLines, type Earned, type LinePoints, nothingEarned, sumOf } from "./line-points";
import { phraseInWords, type Reason } from "./phrases";
import type { EngineState } from "./state";
import type { Award, Given } from "./verdict";

/** What the working out of one event reads. */
export type Occasion = { facts: Facts; state: EngineState; phrases: readonly string[]; lineCount: number };

const NONE: never[] = [];

/** A campaign whose conditions hold, on its way through one event. */
export class Candidate {
  readonly campaign: CompiledCampaign;
  /** Its place among the verdicts. */
  readonly place: number;
  readonly isHeldOut: boolean;
  /** Points before limits, by line; empty where there are none at all. */
  lines: LinePoints = NONE;
  reason: Reason | null = null;
  /** What its limits will not let it give of its base points and bonuses. */
  lost: Earned | null = null;
  #lefts: readonly Left[] | null = null;

  constructor(campaign: CompiledCampaign, place: number, { member }: Facts) {
    this.campaign = campaign;
    this.place = place;
    this.isHeldOut =
      campaign.controlPercent > 0 && isHeldOut(campaign.campaignId, member.memberId, campaign.controlPercent);
  }

  reset(): void {
    this.lines = NONE;
    this.reason = null;
    this.lost = null;
  }

  /** What is left of each of the campaign's limits. */
  leftsAt(occasion: Occasion): readonly Left[] {
    if (this.campaign.limits.length === 0) return NONE;
    this.#lefts ??= leftsOf(this.campaign, occasion);
    return this.#lefts;
  }

  /** Adds what one of the campaign's effects gives. */
  take({ lines, reason }: Gain, phrases: readonly string[]): void {
    if (this.reason === null) {
      this.lines = lines;
      this.reason = reason;
    } else {
      addLines(this.lines, lines);
      this.reason = joined(this.reason, reason, phrases);
    }
  }
}

function joined(one: Reason, other: Reason, phrases: readonly string[]): string {
  return `${phraseInWords(phrases, one)} + ${phraseInWords(phrases, other)}`;
}

/**
 * Works out what candidates give together, and adds it to what was earned, by point type. Multipliers come last: they
 * raise what the limits of other campaigns left of base points and bonuses. Their own limits come later.
 */
export function earn(candidates: readonly Candidate[], earned: Earned[], occasion: Occasion): void {
  const { facts, phrases, lineCount } = occasion;
  for (const candidate of candidates) {
    const { gives, pointTypeNo, limits } = candidate.campaign;
    candidate.reset();
    if (gives.base.length === 0 && gives.bonus.length === 0) continue;
    const together = earnedOf(pointTypeNo, earned, lineCount);
    const own = limits.length === 0 ? together : nothingEarned(lineCount);
    for (const give of gives.base) {
      const gain = give(facts, own);
      addLines(own.base, gain.lines);
      addLines(own.all, gain.lines);
      candidate.take(gain, phrases);
    }
    for (const give of gives.bonus) {
      const gain = give(facts, own);
      addLines(own.all, gain.lines);
      candidate.take(gain, phrases);
    }
    if (own !== together) addEarned(together, withinLimits(candidate, own, occasion));
  }
  for (const candidate of candidates) {
    const { gives, pointTypeNo } = candidate.campaign;
    if (gives.multiplier.length === 0) continue;
    const own = raisedBy(candidate, earnedOf(pointTypeNo, earned, lineCount));
    for (const give of gives.multiplier) candidate.take(give(facts, own), phrases);
  }
}

function earnedOf(pointTypeNo: number, earned: Earned[], lineCount: number): Earned {
  const found = earned[pointTypeNo] ?? nothingEarned(lineCount);
  earned[pointTypeNo] = found;
  return found;
}

/** What a candidate's limits leave of what it alone earns, base points first. */
function withinLimits(candidate: Candidate, own: Earned, occasion: Occasion): Earned {
  const { benefits, price } = candidate.campaign;
  const desired = sumOf(own.all);
  const { granted } = limitAward(desired, benefits.length > 0, candidate.leftsAt(occasion), price);
  if (granted >= desired) return own;
  const baseGranted = Math.min(granted, sumOf(own.base));
  const base = apportion(baseGranted, own.base);
  const all = apportion(granted - baseGranted, difference(own.all, own.base));
  addLines(all, base);
  candidate.lost = { base: difference(own.base, base), all: difference(own.all, all), cuts: -1 };
  return { base, all, cuts: 1 };
}

/** What a candidate's multipliers raise: of its own, all; what is too much of it then is cut once, at the end. */
function raisedBy({ lost }: Candidate, earned: Earned): Earned {
  if (lost === null) return earned;
  const raised = copyOf(earned);
  addEarned(raised, lost);
  return raised;
}

export function copyOf({ base, all, cuts }: Earned): Earned {
  return { base: [...base], all: [...all], cuts };
}

function difference(lines: LinePoints, less: LinePoints): LinePoints {
  return lines.map((points, line) => points - (less[line] ?? 0));
}

/** Points before limits. @throws RangeError when they exceed 2^53 */
export function desiredOf({ lines }: Candidate): number {
  const desired = sumOf(lines);
  if (!Number.isSafeInteger(desired)) throw new RangeError("the points of one event exceed 2^53");
  return desired;
}

/** What a candidate comes to after limits. */
export type Outcome = {
  candidate: Candidate;
  given: Given;
  /** Null where nothing is left to give. */
  award: Award | null;
  shortages: readonly Shortage[];
};

/** Cuts what a candidate has earned to what its limits leave. */
export function outcomeOf(candidate: Candidate, occasion: Occasion): Outcome {
  const { campaign, lines } = candidate;
  const { campaignId, benefits, price } = campaign;
  const desired = desiredOf(candidate);
  const lefts = candidate.leftsAt(occasion);
  const limited = limitAward(desired, benefits.length > 0, lefts, price);
  const { granted, withBenefits, bound, shortages } = limited;
  let reason = reasonOf(candidate, occasion.phrases);
  if (bound !== null) {
    const isDenied = benefits.length > 0 && !withBenefits;
    const left = leftWords(granted, desired, isDenied);
    reason = `${phraseInWords(occasion.phrases, reason)}; ${left}: ${bound.words}`;
  }
  const given: Given = { reason, desired, granted };
  if (granted === 0 && !withBenefits) return { candidate, given, award: null, shortages };
  if (withBenefits) given.benefits = benefits;
  const costMinor = costOf(granted, price) + (withBenefits ? price.benefitsMinor : 0);
  const award: Award = {
    campaignId,
    points: granted,
    lines: aboveZero(granted === desired ? lines : apportion(granted, lines)),
    caps: lefts.length === 0 ? [] : capsOf(lefts, granted, costMinor),
    benefits: withBenefits ? benefits : NONE,
    costMinor,
  };
  return { candidate, given, award, shortages };
}

/** What limits left of points, and of benefits that they may have denied. */
function leftWords(granted: number, desired: number, isDenied: boolean): string {
  const points = `${granted} of ${desired}`;
  if (!isDenied) return `${points} given`;
  if (desired === 0) return "not given";
  return granted === desired ? "only the points given" : `${points} given and nothing else`;
}

function reasonOf({ campaign, reason }: Candidate, phrases: readonly string[]): Reason {
  const { benefitReason } = campaign;
  if (reason === null || benefitReason === null) return reason ?? benefitReason ?? "";
  return joined(reason, benefitReason, phrases);
}

function leftsOf({ campaignId, limits }: CompiledCampaign, { facts, state }: Occasion): Left[] {
  const lefts: Left[] = [];
  for (const limit of limits) {
    const { per, limitNo, window, amount } = limit;
    if (window === "event") {
      lefts.push({ limit, start: null, left: amount });
      continue;
    }
    const start = facts.clock.windowStart(facts.instant, window);
    const used =
      per === "member"
        ? state.capUse(campaignId, limitNo, start)
        : state.budgetUse(campaignId, limitNo, start);
    lefts.push({ limit, start, left: Math.max(0, amount - used) });
  }
  return lefts;
}

function aboveZero(shares: LinePoints): Award["lines"] {
  const lines = shares.map((points, line) => ({ line, points }));
  return shares.includes(0) ? lines.filter(({ points }) => points > 0) : lines;
}
