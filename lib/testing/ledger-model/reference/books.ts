import {
  type Answer,
  GRACE_DAYS,
  MEMBERS,
  type MemberView,
  type Occurrence,
  POOLS,
  type Rules,
} from "../moves";
import { NEVER, plusDays, sum } from "./calendar";
import { type Part, Pocket, type PocketRules } from "./pocket";

export type Event = {
  number: number;
  move: Occurrence;
  at: number;
  member: number;
  /** The purchase that it names, by the number of its event; -1 for none that there is. */
  purchase: number;
};
/** Points on their way: to somebody else, or back to whoever had sent them. */
export type Arrival = {
  to: number;
  kind: LineKind;
  arrive: () => void;
  /** Hears of the line that tells of it. */
  told?: (line: Line) => void;
};
/** What waits, in the order in which it came. */
export type Queued = { place: number } & ({ event: Event } | { arrival: Arrival });

export type LineKind =
  | Occurrence["do"]
  | "spend"
  | "hold"
  | "release"
  | "credit"
  | "debit"
  | "expiry"
  | "activation"
  | "transfer_out"
  | "transfer_in"
  | "pool_out"
  | "pool_in"
  | "reversal";
/** Undoes what a line did; `later` where the line of it is still to come. */
export type Undo = () => Answer | "later";
export type Line = {
  kind: LineKind;
  delta: number;
  balanceAfter: number;
  isReversed: boolean;
  undo: Undo | null;
};
type Party = { points: Pocket; stars: Pocket; lines: Line[] };

const OF_STARS: PocketRules = {
  expiry: { kind: "none" },
  pending: { kind: "immediate" },
  returnPolicy: "debt",
};

/** What the reference ledger knows: what everybody has and has been told, and what waits. */
export class Books {
  readonly rules: Rules;
  /** Members come first, then pools. */
  readonly parties: Party[] = [];
  queue: Queued[] = [];
  dead: (Queued & { code: string })[] = [];
  now: number;
  /** Swedes write days from the year on. */
  readonly #calendar: Intl.DateTimeFormat;
  #came = 0;
  #lots = 0;

  constructor(rules: Rules) {
    this.rules = rules;
    this.#calendar = new Intl.DateTimeFormat("sv-SE", { timeZone: rules.timeZone });
    this.now = Date.parse(rules.start);
    const nextLot = () => {
      this.#lots += 1;
      return this.#lots;
    };
    for (let party = 0; party < MEMBERS + POOLS; party += 1) {
      const [points, stars] = [new Pocket(rules, nextLot), new Pocket(OF_STARS, nextLot)];
      this.parties.push({ points, stars, lines: [] });
    }
  }

  get today(): string {
    return this.dayOf(this.now);
  }

  get graceUntil(): string {
    return plusDays(this.today, GRACE_DAYS);
  }

  dayOf(instant: number): string {
    return this.#calendar.format(instant);
  }

  party(number: number): Party {
    const party = this.parties[number];
    if (party === undefined) throw new Error("no such member or pool");
    return party;
  }

  points(party: number): Pocket {
    return this.party(party).points;
  }

  wait(item: { event: Event } | { arrival: Arrival }): void {
    this.#came += 1;
    this.queue.push({ place: this.#came, ...item });
  }

  /** Does something to the points of somebody, and adds the line that tells of it, unless nothing was done. */
  enter(party: number, kind: LineKind, work: () => { undo: Undo | null } | null): Line | null {
    const before = this.points(party).available;
    const done = work();
    return done === null ? null : this.tell(party, kind, before, done.undo);
  }

  receive({ to, kind, arrive, told }: Arrival): void {
    const before = this.points(to).available;
    arrive();
    const line = this.tell(to, kind, before);
    told?.(line);
  }

  /** Adds a line that tells of a change. */
  tell(party: number, kind: LineKind, before: number, undo: Undo | null = null): Line {
    const { points, lines } = this.party(party);
    const balanceAfter = points.available;
    const line = { kind, delta: balanceAfter - before, balanceAfter, isReversed: false, undo };
    lines.push(line);
    return line;
  }

  /** Undoes drawing: the points go back to their lots. */
  refilling(party: number, parts: readonly Part[], hasExpired = false): Undo {
    return () => {
      this.points(party).refill(parts, this.today, this.graceUntil, hasExpired);
      return "done";
    };
  }

  view(): MemberView[] {
    return this.parties.map(({ points, stars, lines }) => ({
      available: points.available,
      held: points.held,
      pending: points.pending,
      owed: points.owed,
      lots: points.lots
        .filter((lot) => lot.left > 0)
        .map((lot) => ({
          remaining: lot.left,
          reserved: lot.pinned,
          lastDay: lot.sliding || lot.activeSince === null ? NEVER : lot.lastDay,
          waitsFor: lot.activeSince === null ? (lot.activeOn ?? lot.activeBy) : null,
        })),
      stars: sum(stars.lots.map((lot) => lot.left)),
      starsOwed: stars.owed,
      statement: lines.map(({ delta, balanceAfter, isReversed }) => ({ delta, balanceAfter, isReversed })),
    }));
  }
}
