import {
  type CompiledRuleSet,
  type Award as EngineAward,
  type EngineState,
  type Evaluation,
  evaluateFacts,
} from "@/lib/campaigns/engine";
import { present } from "@/lib/core/assert";
import { type PointTypeDto, SPENDABLE_POINT_TYPE } from "@/lib/programs";
import { type DecisionOutcome, planReturn, takenBackOf } from "@/lib/wallet";
import { DayClock } from "./day-clock";
import { type EventResult, OwnResult } from "./event-result";
import type { LimitBook } from "./limit-book";
import type { CampaignNumbers } from "./limit-counts";
import type { MemberHistory } from "./member-history";
import { MemberStanding } from "./member-standing";
import type { ObservedEvent } from "./observed-event";
import type { Occasion, PastMember, PastMovement } from "./past";
import type { Person } from "./person";
import { isAllReturned, type ReturnedLines, type ReturnedPurchase } from "./returned-purchase";
import { ScenarioTally } from "./tally";
import { TermsBook } from "./terms";

/** A way in which the program might have run. */
export type ScenarioSpec = {
  name: string;
  /** The rules in force when the rule set of this version was. */
  rulesAt: (version: number) => CompiledRuleSet;
  /** The campaigns that are tried in it. */
  tried: ReadonlySet<string>;
};

/** An award as a return finds it. */
export type BookedAward = DecisionOutcome["awards"][number];

type ReturnRequest = Parameters<typeof planReturn>[1];

/** Runs the program's past under one set of rules: what posting does, on books of its own that nobody else sees. */
export class Scenario implements EngineState {
  readonly spec: ScenarioSpec;
  readonly tally: ScenarioTally;
  readonly limits: LimitBook;
  /** Its place in the standings of each person. */
  readonly place: number;
  member: PastMember;
  /** Spendable points that members who begin the period in it had before. */
  opening = 0;
  /** The id of a purchase's event, by the sender's. */
  causeOf: ((source: string, id: string) => string | undefined) | undefined;
  readonly clock: DayClock;
  readonly #terms: TermsBook;
  readonly #compiled = new Map<number, CompiledRuleSet>();
  #standing: MemberStanding;
  #history: MemberHistory;

  constructor(
    spec: ScenarioSpec,
    place: number,
    program: { timeZone: string; pointTypes: readonly PointTypeDto[] },
    nobody: Person,
    limits: LimitBook,
    numbers: CampaignNumbers,
  ) {
    this.spec = spec;
    this.tally = new ScenarioTally(numbers);
    this.place = place;
    this.clock = new DayClock(program.timeZone);
    this.#terms = new TermsBook(program.pointTypes, this.clock);
    this.limits = limits;
    this.member = nobody.member;
    this.#standing = new MemberStanding(nobody.member);
    this.#history = nobody.history;
  }

  /** A person begins the period where they stand in another scenario. */
  inherit(person: Person, from: Scenario): void {
    const standing = person.standings[from.place];
    if (standing === undefined) return;
    const { available, pending } = standing.purseOf(SPENDABLE_POINT_TYPE);
    this.opening += available + pending;
    person.standings[this.place] = standing.anew();
  }

  rulesAt(version: number): CompiledRuleSet {
    const known = this.#compiled.get(version);
    if (known) return known;
    const rules = this.spec.rulesAt(version);
    this.limits.budgets.learn(rules);
    this.#compiled.set(version, rules);
    return rules;
  }

  capUse(campaignId: string, limitNo: number, windowStart: string): number {
    return this.limits.usedBy(this.#standing, campaignId, limitNo, windowStart);
  }

  budgetUse(campaignId: string, limitNo: number, windowStart: string): number {
    return this.limits.usedByAll(campaignId, limitNo, windowStart);
  }

  history(counter: string) {
    return this.#history.rowsOf(counter);
  }

  /** Turns to a person: everything until the next turn is about them. */
  turnTo(person: Person): void {
    let standing = person.standings[this.place];
    if (standing === undefined) {
      standing = new MemberStanding(person.member);
      person.standings[this.place] = standing;
    }
    this.#standing = standing;
    this.#history = person.history;
    this.member = standing.member;
  }

  /**
   * What the campaigns give for a purchase or a custom event.
   * @param postedOn the day of posting, which decides what is active at once
   * @param counts whether it belongs to the period of the report
   */
  earn(
    event: Occasion,
    observed: ObservedEvent,
    rules: CompiledRuleSet,
    postedOn: Date,
    counts: boolean,
  ): EventResult {
    const { type } = observed.event;
    return this.give(this.#evaluate(rules, observed), event, type, rules, postedOn, counts);
  }

  /** The same, where it has been found out what they give. */
  give(
    { verdicts, awards }: Pick<Evaluation, "verdicts" | "awards">,
    event: Occasion,
    type: string,
    rules: CompiledRuleSet,
    postedOn: Date,
    counts: boolean,
  ): EventResult {
    const { payload } = event;
    const today = this.clock.dayOf(postedOn).dayNo;
    if (payload.type === "custom") this.#activate(payload.name, event, today);
    if (counts) this.tally.countVerdicts(rules, type, verdicts);
    let points = 0;
    for (const award of awards) points += this.#book(award, event, rules, today, counts);
    if (counts && awards.length > 0) this.#noteMatch(event, awards, points);
    return new OwnResult(rules, verdicts, awards, points);
  }

  #evaluate(rules: CompiledRuleSet, observed: ObservedEvent): Evaluation {
    for (;;) {
      const evaluation = evaluateFacts(rules, this, observed.factsFor(this));
      if (!this.limits.settle(evaluation.shortages)) return evaluation;
    }
  }

  #activate(name: string, { payload, eventId }: Occasion, today: number): void {
    const of = payload.type === "custom" ? payload.attributes?.purchaseId : undefined;
    const source = payload.type === "custom" ? (payload.attributes?.purchaseSource ?? payload.source) : "";
    const causeId = typeof of === "string" ? (this.causeOf?.(String(source), of) ?? eventId) : null;
    for (const purse of this.#standing.purses())
      purse.activateBy(name, causeId, today, this.#terms.lastingSince);
  }

  #book(award: EngineAward, event: Occasion, rules: CompiledRuleSet, today: number, counts: boolean): number {
    const { campaignId, points, caps } = award;
    const own = present(rules.terms.get(campaignId), "a campaign has terms");
    const happened = this.clock.dayOf(event.occurredAt);
    const day = counts ? happened.day : null;
    for (const cap of caps) this.limits.use(this.#standing, campaignId, cap, rules, day);
    if (award.benefits.length > 0) {
      this.#standing.receive(award.benefits);
      this.member = this.#standing.member;
    }
    if (points > 0) {
      const purse = this.#standing.purseOf(own.pointTypeNo);
      purse.settle(today, this.#terms.lastingSince);
      const terms = this.#terms.creditTerms(own, event.occurredAt, happened.dayNo, today);
      purse.credit(points, terms, campaignId, event.eventId);
      const slide = this.#terms.slideOf(own.pointTypeNo, today);
      if (slide !== null) purse.slide(slide);
    }
    return own.pointTypeNo === SPENDABLE_POINT_TYPE ? points : 0;
  }

  #noteMatch({ payload, occurredAt }: Occasion, awards: readonly EngineAward[], points: number): void {
    const amountMinor = payload.type === "purchase" ? payload.amountMinor : 0;
    const { tally } = this;
    const standing = this.#standing;
    const day = tally.dayOf(this.clock.dayOf(occurredAt).day);
    tally.matched += 1;
    day.matched += 1;
    tally.points += points;
    day.points += points;
    standing.points += points;
    standing.awards += 1;
    for (const award of awards) {
      const benefitCostMinor = benefitCostOf(award);
      tally.countAward(award, benefitCostMinor, standing, amountMinor);
      day.benefitCostMinor += benefitCostMinor;
    }
  }

  /** Awards as a later return finds them. */
  booked({ rules, awards }: EventResult): BookedAward[] {
    return awards.map(({ campaignId, points, lines, caps }) => {
      const own = present(rules.terms.get(campaignId), "a campaign has terms");
      const { pointTypeNo } = own;
      const counted = caps.map(({ per, ...cap }) => (per === "campaign" ? { per, ...cap } : cap));
      const returns = this.#terms.returnPolicyOf(own);
      return { campaignId, points, lines, caps: counted, lot: null, pointTypeNo, returns };
    });
  }

  /**
   * Takes back what returned goods earned, line by line.
   * @param returned what had come back before
   * @returns the spendable points taken, and what has come back of the lines
   */
  takeBack(
    { awards, ...purchase }: ReturnedPurchase & { awards: BookedAward[] },
    request: ReturnRequest,
    at: { occurredAt: Date; postedOn: Date },
    counts: boolean,
  ): { points: number; lines: ReturnedLines } {
    const { takeBacks, lines } = planReturn({ ...purchase, awards }, request);
    const today = this.clock.dayOf(at.postedOn).dayNo;
    const { day } = this.clock.dayOf(at.occurredAt);
    const taken = new Map<string, number>();
    let points = 0;
    for (const { campaignId, points: wanted, award } of takeBacks) {
      const purse = this.#standing.purseOf(award.pointTypeNo);
      purse.settle(today, this.#terms.lastingSince);
      const own = purse.takeBack(wanted, award.returns ?? "debt", campaignId, purchase.eventId);
      taken.set(campaignId, own);
      if (award.pointTypeNo !== SPENDABLE_POINT_TYPE) continue;
      points += own;
      if (counts) this.tally.forgiven += wanted - own;
    }
    const isComplete = isAllReturned(purchase, lines);
    for (const { campaignId, points: own, caps = [] } of takenBackOf(
      { awards, campaigns: [] },
      takeBacks,
      taken,
      isComplete,
    )) {
      for (const cap of caps) this.limits.giveBack(this.#standing, campaignId, cap, counts ? day : null);
      if (counts) this.tally.countTakenBack(campaignId, own);
    }
    if (counts && points > 0) {
      this.tally.takenBack += points;
      this.tally.dayOf(day).takenBack += points;
      this.#standing.points -= points;
    }
    return { points, lines };
  }

  /** Something else moves the member's spendable points, as it did. */
  move({ cause, available, held, paid, owed }: PastMovement, postedOn: Date): void {
    const today = this.clock.dayOf(postedOn).dayNo;
    const purse = this.#standing.purseOf(SPENDABLE_POINT_TYPE);
    purse.settle(today, this.#terms.lastingSince);
    purse.owed = Math.max(0, purse.owed - paid + owed);
    purse.held = Math.max(0, purse.held + held);
    if (cause === "spend") purse.spend(-available);
    else if (cause === "expiry") purse.expireOthers(-available);
    else if (cause !== "activation") purse.move(available);
    const slide = this.#terms.slideOf(SPENDABLE_POINT_TYPE, today);
    if (slide !== null && cause === "spend") purse.slide(slide);
  }

  /** Brings a member's purses to a day. */
  settle(standing: MemberStanding, on: Date): void {
    const today = this.clock.dayOf(on).dayNo;
    for (const purse of standing.purses()) purse.settle(today, this.#terms.lastingSince);
  }
}

/** What the vouchers of an award cost when they are used. */
function benefitCostOf({ benefits }: EngineAward): number {
  return benefits.reduce((sum, benefit) => sum + (benefit.kind === "voucher" ? benefit.costMinor : 0), 0);
}
