import { type CompiledRuleSet, historyChangesOfFacts, historyChangesOfReturn } from "@/lib/campaigns/engine";
import { present } from "@/lib/core/assert";
import { eventTypeOf } from "@/lib/events/schema";
import type { PointTypeDto } from "@/lib/programs";
import { ReturnRefused, toMilli } from "@/lib/wallet";
import { CommonLimits } from "./common-limits";
import { Company } from "./company";
import type { EventResult } from "./event-result";
import { type KeptEvent, KeptEvents, type Wanted } from "./kept-events";
import { compareWithLedger, openComparison } from "./ledger-comparison";
import { LimitBook } from "./limit-book";
import { CampaignNumbers } from "./limit-counts";
import { ObservedEvent } from "./observed-event";
import {
  isReturn,
  type Occasion,
  type PastEntry,
  type PastMember,
  type PastMovement,
  type ReturnEvent,
} from "./past";
import { Person } from "./person";
import { Samples } from "./samples";
import { Scenario, type ScenarioSpec } from "./scenario";
import type { SharedUses } from "./shared-uses";
import type { ReplaySummary } from "./summary";
import { tallyBeside } from "./tally-sums";

export type ReplaySpec = Wanted & {
  program: { timeZone: string; pointTypes: readonly PointTypeDto[] };
  /** What the report is about: from the first instant to, and not including, the last. */
  from: Date;
  to: Date;
  /** The rules as they were, for whatever lies before `from`. */
  before: ScenarioSpec;
  /** The first is what the others are compared with. */
  scenarios: readonly ScenarioSpec[];
  /** Every campaign of every scenario, for the history that they ask for; compiled in one workshop with all rules. */
  counting: CompiledRuleSet;
  /** Whether the first scenario is the rules as they were: it is compared with the ledger then. */
  comparesLedger: boolean;
  /** Every campaign of the rules, always in the same order. */
  campaignIds: readonly string[];
  /** What limits that all members share have counted; it begins with nothing. */
  sharedUses: SharedUses;
  /** Whether every event is an example: where there are only a few. */
  keepsAllExamples: boolean;
};

/** When something happens, and the day as which posting it counts. */
type When = { occurredAt: Date; postedOn: Date };

/**
 * Runs entries of the past, in the order in which they were posted, through several sets of rules at once. Pure: it
 * reads nothing and writes nothing but what it returns in the end.
 */
export class Replay {
  readonly spec: ReplaySpec;
  readonly #samples: Samples[];
  readonly #ledger = openComparison();
  readonly #eventsByType = new Map<string, number>();
  readonly #dayEvents = new Map<string, number>();
  #revenueMinor = 0;
  #refused = 0;
  readonly #from: number;
  readonly #to: number;
  readonly #numbers: CampaignNumbers;
  readonly #past: Scenario;
  /** The scenarios as they stand; null before the period. */
  #begun: Company | null = null;
  /** Everybody who was met, before the period or in it. */
  readonly #people: Person[] = [];
  readonly #kept: KeptEvents;
  readonly #counts: boolean;

  constructor(spec: ReplaySpec) {
    this.spec = spec;
    this.#from = spec.from.getTime();
    this.#to = spec.to.getTime();
    this.#kept = new KeptEvents(spec);
    this.#numbers = new CampaignNumbers(spec.campaignIds);
    this.#past = this.#scenario(spec.before, PAST_PLACE, new LimitBook(this.#numbers, spec.sharedUses));
    this.#samples = spec.scenarios.map(({ tried }) => new Samples(tried, spec.keepsAllExamples));
    this.#counts = spec.counting.counters.length > 0;
  }

  /** The scenarios as they stand; the first is what the others are compared with. */
  get #company(): Company {
    this.#begun ??= this.#begin();
    return this.#begun;
  }

  #begin(): Company {
    const { before, scenarios, sharedUses } = this.spec;
    const all = scenarios.map((spec, index) => {
      const place = FIRST_PLACE + index;
      return this.#scenario(spec, place, new LimitBook(this.#numbers, sharedUses.branch(place)));
    });
    const limits = new CommonLimits(
      this.#numbers,
      all.map((scenario) => scenario.limits),
    );
    const common = this.#scenario(before, COMMON_PLACE, limits);
    const company = new Company(common, all);
    for (const person of this.#people) {
      for (const scenario of company.of(person)) scenario.inherit(person, this.#past);
    }
    return company;
  }

  #scenario(spec: ScenarioSpec, place: number, limits: LimitBook): Scenario {
    const scenario = new Scenario(spec, place, this.spec.program, new Person(NOBODY), limits, this.#numbers);
    scenario.causeOf = (source, id) => this.#kept.purchase(source, id)?.event.eventId;
    return scenario;
  }

  /** Meets a member, once, before anything of theirs is added. */
  meet(member: PastMember): Person {
    const person = new Person(member);
    this.#people.push(person);
    return person;
  }

  /** From here on each scenario has books of its own, also where nothing of the period is about these members. */
  begin(): void {
    this.#begun = this.#company;
  }

  /**
   * @param person whom it is about
   * @param postedOn the day as which posting it counts
   */
  add(entry: PastEntry, person: Person, postedOn: Date): void {
    const instant = entry.occurredAt.getTime();
    const isInPeriod = instant >= this.#from && instant < this.#to;
    // Where nothing of the period has come yet, all scenarios still share one past.
    const company = isInPeriod ? this.#company : this.#begun;
    const scenarios = company === null ? [this.#past] : company.of(person);
    for (const scenario of scenarios) scenario.turnTo(person);
    if (entry.kind === "movement") {
      const undone = this.#kept.undoable(entry.undoes, person);
      if (undone === undefined) this.#move(scenarios, entry, postedOn);
      else this.#undo(scenarios, undone, { occurredAt: entry.occurredAt, postedOn }, isInPeriod);
      return;
    }
    if (isInPeriod) person.isInPeriod = true;
    if (isReturn(entry)) this.#return(scenarios, entry, person, postedOn, isInPeriod);
    else this.#earn(company, entry, person, postedOn, isInPeriod);
  }

  #move(scenarios: readonly Scenario[], entry: PastMovement, postedOn: Date): void {
    for (const scenario of scenarios) scenario.move(entry, postedOn);
  }

  #earn(company: Company | null, event: Occasion, person: Person, postedOn: Date, counts: boolean): void {
    const { occurredAt, payload } = event;
    const type = eventTypeOf(payload);
    const observed = new ObservedEvent({ type, occurredAt, payload }, this.spec.counting.clock);
    const before = counts ? null : this.#past.rulesAt(event.ruleSetVersion);
    const results =
      company === null
        ? [
            this.#past.earn(
              event,
              observed,
              before ?? this.#past.rulesAt(event.ruleSetVersion),
              postedOn,
              counts,
            ),
          ]
        : company.earn(event, observed, person, postedOn, before);
    const scenarios = company === null ? [this.#past] : company.of(person);
    if (this.#counts) {
      const facts = observed.factsFor(present(scenarios.at(-1), "there is a scenario"));
      person.history.change(historyChangesOfFacts(this.spec.counting, facts));
    }
    if (counts) this.#count(event, type, person.member, results);
    this.#kept.offer(event, person, () =>
      scenarios.map((scenario, place) => scenario.booked(present(results[place], "each has a result"))),
    );
  }

  #count(event: Occasion, type: string, member: PastMember, results: readonly EventResult[]): void {
    const { payload } = event;
    this.#countEvent(event, type);
    if (payload.type === "purchase") this.#revenueMinor += payload.amountMinor;
    const [baseline] = results;
    if (baseline === undefined) return;
    if (this.spec.comparesLedger) compareWithLedger(this.#ledger, event, baseline.points);
    for (let place = 1; place < results.length; place += 1) {
      const result = results[place];
      if (result) this.#samples[place]?.offer(event, type, member, result, baseline);
    }
  }

  #countEvent(event: Occasion | ReturnEvent, type: string): void {
    this.#eventsByType.set(type, (this.#eventsByType.get(type) ?? 0) + 1);
    const { day } = this.#past.clock.dayOf(event.occurredAt);
    this.#dayEvents.set(day, (this.#dayEvents.get(day) ?? 0) + 1);
  }

  #return(
    scenarios: readonly Scenario[],
    event: ReturnEvent,
    person: Person,
    postedOn: Date,
    counts: boolean,
  ): void {
    const { purchaseSource, purchaseId, lines } = event.payload;
    const purchase = this.#kept.purchase(purchaseSource, purchaseId);
    if (counts) this.#countEvent(event, "return");
    if (purchase === undefined || purchase.person !== person) {
      if (counts) this.#refused += 1;
      return;
    }
    const request =
      lines?.map(({ line, quantity }) => ({ line, quantityMilli: toMilli(quantity) })) ??
      ("everything" as const);
    const at = { occurredAt: event.occurredAt, postedOn };
    const points = this.#takeBack(scenarios, purchase, request, at, counts);
    if (points === null && counts) this.#refused += 1;
    if (points !== null && counts && this.spec.comparesLedger)
      compareWithLedger(this.#ledger, event, -points);
  }

  /** Somebody reverses what is left of an event by hand. */
  #undo(scenarios: readonly Scenario[], kept: KeptEvent, at: When, counts: boolean): void {
    this.#takeBack(scenarios, kept, "everything", at, counts);
  }

  /** @returns points of the first scenario; null where that much cannot come back */
  #takeBack(
    scenarios: readonly Scenario[],
    kept: KeptEvent,
    request: Parameters<Scenario["takeBack"]>[1],
    at: When,
    counts: boolean,
  ): number | null {
    const { event, quantities, returned, awards } = kept;
    const before = new Map(returned);
    let points = 0;
    try {
      for (const [place, scenario] of scenarios.entries()) {
        const own = {
          eventId: event.eventId,
          quantities,
          returned: before,
          awards: awards[place] ?? awards[0] ?? [],
        };
        const result = scenario.takeBack(own, request, at, counts);
        for (const { line, quantityMilli } of result.lines) returned.set(line, quantityMilli);
        if (place === 0) points = result.points;
      }
    } catch (error) {
      if (!(error instanceof ReturnRefused)) throw error;
      return null;
    }
    if (this.#counts) this.#uncount(kept, before);
    return points;
  }

  /** Takes what came back out of the member's history. */
  #uncount({ event, person, returned }: KeptEvent, before: ReadonlyMap<number, number>): void {
    const { occurredAt, payload } = event;
    const happened = { type: eventTypeOf(payload), occurredAt, payload };
    const changes = historyChangesOfReturn(this.spec.counting, happened, before, returned);
    person.history.change(changes);
  }

  /** What it all came to, when everything has been added. */
  summarise(): ReplaySummary {
    const company = this.#company;
    const { all, common } = company;
    const participants = this.#people.filter(({ isInPeriod }) => isInPeriod);
    return {
      members: participants.length,
      revenueMinor: this.#revenueMinor,
      refused: this.#refused,
      eventsByType: this.#eventsByType,
      dayEvents: this.#dayEvents,
      ledger: this.#ledger,
      scenarios: all.map((scenario, place) => ({
        tally: tallyBeside(common.tally.sums(), scenario.tally.sums()),
        budgets: scenario.limits.budgets.list(),
        opening: common.opening + scenario.opening,
        members: company.membersOf(scenario, this.#people, this.spec.to),
        samples: present(this.#samples[place], "each scenario has samples").rankings,
      })),
    };
  }
}

/** The past that all scenarios share, what they have in common since, and the first of them. */
const PAST_PLACE = 0;
const COMMON_PLACE = 1;
const FIRST_PLACE = 2;
const NOBODY: PastMember = { memberId: "", attributes: {}, joinedAt: new Date(0) };
