import { type CompiledRuleSet, historyChangesOfFacts, historyChangesOfReturn } from "@/lib/campaigns/engine";
import { present } from "@/lib/core/assert";
import { eventTypeOf } from "@/lib/events/schema";
import type { PointTypeDto } from "@/lib/programs";
import { ReturnRefused, toMilli } from "@/lib/wallet";
import { LedgerComparison } from "./ledger-comparison";
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
import { type BookedAward, type EventResult, Scenario, type ScenarioSpec } from "./scenario";

export type ReplaySpec = {
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
  /** Whether goods of a purchase will come back, by `purchaseKey`: its awards are kept until then. */
  willReturn: (key: string) => boolean;
  /** Ids of the events that will be reversed by hand: theirs are kept too. */
  undone: ReadonlySet<string>;
  /** Whether the first scenario is the rules as they were: it is compared with the ledger then. */
  comparesLedger: boolean;
  /** Whether every event is an example: where there are only a few. */
  keepsAllExamples: boolean;
};

/** What an event gave, until goods of it come back or it is reversed. */
type KeptEvent = {
  event: Occasion;
  person: Person;
  quantities: number[];
  returned: Map<number, number>;
  /** By scenario; one entry for all where it lies before the period. */
  awards: BookedAward[][];
};

/** When something happens, and the day as which posting it counts. */
type When = { occurredAt: Date; postedOn: Date };

export function purchaseKey(source: string, id: string): string {
  return `${source}\n${id}`;
}

/**
 * Runs entries of the past, in the order in which they were posted, through several sets of rules at once. Pure: it
 * reads nothing and writes nothing but what it returns in the end.
 */
export class Replay {
  readonly spec: ReplaySpec;
  readonly samples: Samples[];
  readonly ledger = new LedgerComparison();
  readonly eventsByType = new Map<string, number>();
  readonly dayEvents = new Map<string, number>();
  revenueMinor = 0;
  refused = 0;
  readonly #from: number;
  readonly #to: number;
  readonly #past: Scenario;
  #scenarios: Scenario[] | null = null;
  readonly #people = new Map<PastMember, Person>();
  /** By `purchaseKey`. */
  readonly #purchases = new Map<string, KeptEvent>();
  /** By id, of those that will be reversed. */
  readonly #undoable = new Map<string, KeptEvent>();
  readonly #counts: boolean;

  constructor(spec: ReplaySpec) {
    this.spec = spec;
    this.#from = spec.from.getTime();
    this.#to = spec.to.getTime();
    this.#past = this.#scenario(spec.before, 0);
    this.samples = spec.scenarios.map(({ tried }) => new Samples(tried, spec.keepsAllExamples));
    this.#counts = spec.counting.counters.length > 0;
  }

  /** The scenarios as they stand; the first is what the others are compared with. */
  get scenarios(): Scenario[] {
    this.#scenarios ??= this.spec.scenarios.map((spec, place) =>
      this.#scenario(spec, FIRST_PLACE + place, this.#past),
    );
    return this.#scenarios;
  }

  /** Everybody who was met, before the period or in it. */
  people(): Iterable<Person> {
    return this.#people.values();
  }

  /** Members with something in the period. */
  participants(): Person[] {
    return [...this.#people.values()].filter(({ isInPeriod }) => isInPeriod);
  }

  #scenario(spec: ScenarioSpec, place: number, from?: Scenario): Scenario {
    const scenario = new Scenario(spec, place, this.spec.program, new Person(NOBODY), from);
    scenario.causeOf = (source, id) => this.#purchases.get(purchaseKey(source, id))?.event.eventId;
    if (from) for (const person of this.#people.values()) scenario.inherit(person, from);
    return scenario;
  }

  /** @param postedOn the day as which posting it counts */
  add(entry: PastEntry, member: PastMember, postedOn: Date): void {
    const instant = entry.occurredAt.getTime();
    const isInPeriod = instant >= this.#from && instant < this.#to;
    // Where nothing of the period has come yet, all scenarios still share one past.
    const scenarios = isInPeriod ? this.scenarios : (this.#scenarios ?? [this.#past]);
    const person = this.#personOf(member);
    for (const scenario of scenarios) scenario.turnTo(person);
    if (entry.kind === "movement") {
      const undone = this.#undoable.get(entry.undoes ?? "");
      if (undone === undefined || undone.person !== person) this.#move(scenarios, entry, postedOn);
      else this.#undo(scenarios, undone, { occurredAt: entry.occurredAt, postedOn }, isInPeriod);
      return;
    }
    if (isInPeriod) person.isInPeriod = true;
    if (isReturn(entry)) this.#return(scenarios, entry, person, postedOn, isInPeriod);
    else this.#earn(scenarios, entry, person, postedOn, isInPeriod);
  }

  #move(scenarios: readonly Scenario[], entry: PastMovement, postedOn: Date): void {
    for (const scenario of scenarios) scenario.move(entry, postedOn);
  }

  #earn(
    scenarios: readonly Scenario[],
    event: Occasion,
    person: Person,
    postedOn: Date,
    counts: boolean,
  ): void {
    const { occurredAt, payload } = event;
    const type = eventTypeOf(payload);
    const observed = new ObservedEvent({ type, occurredAt, payload }, this.spec.counting.clock);
    const results = scenarios.map((scenario) => {
      const rules = (counts ? scenario : this.#past).rulesAt(event.ruleSetVersion);
      return scenario.earn(event, observed, rules, postedOn, counts);
    });
    if (this.#counts) {
      const facts = observed.factsFor(present(scenarios.at(-1), "there is a scenario"));
      person.history.change(historyChangesOfFacts(this.spec.counting, facts));
    }
    if (counts) this.#count(event, type, person.member, results);
    const key = payload.type === "purchase" ? purchaseKey(payload.source, payload.id) : null;
    const willReturn = key !== null && this.spec.willReturn(key);
    const willUndo = this.spec.undone.has(event.eventId);
    if (!willReturn && !willUndo) return;
    const kept = this.#kept(event, person, scenarios, results);
    if (willReturn) this.#purchases.set(key, kept);
    if (willUndo) this.#undoable.set(event.eventId, kept);
  }

  #count(event: Occasion, type: string, member: PastMember, results: readonly EventResult[]): void {
    const { payload } = event;
    this.#countEvent(event, type);
    if (payload.type === "purchase") this.revenueMinor += payload.amountMinor;
    const [baseline] = results;
    if (baseline === undefined) return;
    if (this.spec.comparesLedger) this.ledger.compare(event, baseline.points);
    for (let place = 1; place < results.length; place += 1) {
      const result = results[place];
      if (result) this.samples[place]?.offer(event, type, member, result, baseline);
    }
  }

  #countEvent(event: Occasion | ReturnEvent, type: string): void {
    this.eventsByType.set(type, (this.eventsByType.get(type) ?? 0) + 1);
    const { day } = this.#past.clock.dayOf(event.occurredAt);
    this.dayEvents.set(day, (this.dayEvents.get(day) ?? 0) + 1);
  }

  #kept(
    event: Occasion,
    person: Person,
    scenarios: readonly Scenario[],
    results: readonly EventResult[],
  ): KeptEvent {
    const { payload } = event;
    const lines = payload.type === "purchase" ? payload.lines : [];
    return {
      event,
      person,
      quantities: lines.length === 0 ? [1_000] : lines.map(({ quantity }) => toMilli(quantity)),
      returned: new Map(),
      awards: scenarios.map((scenario, place) => {
        const result = results[place];
        return result ? scenario.booked(result) : [];
      }),
    };
  }

  #return(
    scenarios: readonly Scenario[],
    event: ReturnEvent,
    person: Person,
    postedOn: Date,
    counts: boolean,
  ): void {
    const { purchaseSource, purchaseId, lines } = event.payload;
    const purchase = this.#purchases.get(purchaseKey(purchaseSource, purchaseId));
    if (counts) this.#countEvent(event, "return");
    if (purchase === undefined || purchase.person !== person) {
      if (counts) this.refused += 1;
      return;
    }
    const request =
      lines?.map(({ line, quantity }) => ({ line, quantityMilli: toMilli(quantity) })) ??
      ("everything" as const);
    const at = { occurredAt: event.occurredAt, postedOn };
    const points = this.#takeBack(scenarios, purchase, request, at, counts);
    if (points === null && counts) this.refused += 1;
    if (points !== null && counts && this.spec.comparesLedger) this.ledger.compare(event, -points);
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

  #personOf(member: PastMember): Person {
    const known = this.#people.get(member);
    if (known) return known;
    const person = new Person(member);
    this.#people.set(member, person);
    return person;
  }
}

/** Before it comes the past that all scenarios share. */
const FIRST_PLACE = 1;
const NOBODY: PastMember = { memberId: "", attributes: {}, joinedAt: new Date(0) };
