import { type Answer, type Move, nameOf, type Rules, type TriedLedger, type View } from "../moves";
import { Books, type LineKind } from "./books";
import { plusDays } from "./calendar";
import { Counter } from "./counter";
import { Events, SetAside } from "./events";
import { Pools } from "./pools";

/**
 * The ledger as the rules describe it, in plain arrays and the plainest words, for random tests to hold the real one
 * against. It shares no code with it, and knows neither accounts nor transfers nor lanes.
 */
export class ReferenceLedger implements TriedLedger {
  readonly #books: Books;
  readonly #events: Events;
  readonly #counter: Counter;
  readonly #pools: Pools;
  #closedDay: string;
  /** How often each thing happened, by what became of it: `done`, or the code of a refusal. */
  readonly happened: Record<string, Record<string, number>> = {};

  constructor(rules: Rules) {
    this.#books = new Books(rules);
    this.#events = new Events(this.#books);
    this.#counter = new Counter(this.#books);
    this.#pools = new Pools(this.#books, this.#counter);
    this.#closedDay = this.#books.today;
  }

  act(move: Move): Answer {
    const line = move.do === "reverse" ? this.#lineOf(move) : undefined;
    const answer = this.#do(move);
    this.#count(line === undefined ? move.do : `reverse ${line.kind}`, answer);
    return answer;
  }

  view(): View {
    return { parties: this.#books.view(), setAside: this.#books.dead.map(({ code }) => code) };
  }

  #count(what: string, answer: Answer): void {
    const times = this.happened[what] ?? {};
    this.happened[what] = { ...times, [answer]: (times[answer] ?? 0) + 1 };
  }

  #do(move: Move): Answer {
    switch (move.do) {
      case "purchase":
      case "return":
      case "visit":
      case "flown":
        this.#events.accept(move);
        return "done";
      case "again":
        // What came before comes in again, and is known.
        return "done";
      case "post":
        this.#post();
        return "done";
      case "retry":
        this.#retry();
        return "done";
      case "wait":
        this.#books.now += move.hours * 3_600_000;
        return "done";
      case "endOfDay":
        this.#endDays();
        return "done";
      case "capture":
      case "release":
        return this.#counter.settle(move);
      case "join":
      case "leave":
      case "handOver":
      case "give":
      case "payOut":
      case "poolSpend":
      case "dissolve":
        return this.#pools.act(move);
      case "reverse":
        return this.#reverse(move);
      default:
        return this.#counter.act(move);
    }
  }

  #post(): void {
    const { queue } = this.#books;
    this.#books.queue = [];
    for (const item of queue) {
      if ("arrival" in item) {
        this.#books.receive(item.arrival);
        continue;
      }
      const { move, member } = item.event;
      try {
        this.#books.enter(member, move.do, () => this.#events.post(item.event));
        this.#count(`post ${move.do}`, "done");
      } catch (error) {
        if (!(error instanceof SetAside)) throw error;
        this.#count(`post ${move.do}`, error.code);
        this.#books.dead.push({ ...item, code: error.code });
      }
    }
  }

  #retry(): void {
    this.#books.queue.push(...this.#books.dead);
    this.#books.queue.sort((one, other) => one.place - other.place);
    this.#books.dead = [];
  }

  #lineOf({ party, line }: Extract<Move, { do: "reverse" }>) {
    const { lines } = this.#books.party(party);
    return lines[nameOf(line, lines.length)];
  }

  #reverse(move: Extract<Move, { do: "reverse" }>): Answer {
    const line = this.#lineOf(move);
    if (line === undefined) return "not_found";
    if (line.isReversed) return "already_reversed";
    const { undo } = line;
    if (undo === null || this.#pools.isDissolved(move.party)) return "not_reversible";
    const { points } = this.#books.party(move.party);
    const before = points.available;
    const answer = undo();
    if (answer !== "done" && answer !== "later") return answer;
    line.isReversed = true;
    if (answer === "done") this.#books.tell(move.party, "reversal", before);
    return "done";
  }

  /** Gives holds back whose time is up, and closes every day that has begun. */
  #endDays(): void {
    this.#counter.releaseExpired();
    while (this.#closedDay < this.#books.today) {
      this.#closedDay = plusDays(this.#closedDay, 1);
      this.#books.parties.forEach((_, party) => {
        this.#endDay(party, this.#closedDay);
      });
    }
  }

  #endDay(party: number, day: string): void {
    const pocket = this.#books.points(party);
    const happens = (kind: LineKind, work: Parameters<Books["enter"]>[2]) => {
      if (this.#books.enter(party, kind, work) !== null) this.#count(kind, "done");
    };
    happens("activation", () => (pocket.activateUpTo(day) ? { undo: null } : null));
    happens("expiry", () => {
      const expired = pocket.expire(day);
      return expired.length > 0 ? { undo: this.#books.refilling(party, expired, true) } : null;
    });
  }
}
