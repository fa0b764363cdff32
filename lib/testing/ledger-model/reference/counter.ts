import { type Answer, type CounterMove, type HoldMove, nameOf } from "../moves";
import type { Books, Line, LineKind, Undo } from "./books";
import { NEVER, sum } from "./calendar";
import { bySoonest, type Part, type Pocket } from "./pocket";

type Hold = { member: number; until: number; isOpen: boolean; pins: Part[] };
/** What has arrived of a transfer; no line while it is on its way. */
type Received = { parts: Part[]; line: Line | null };
type Passed = { points: number; lastDay: string; sliding: boolean };

/** What people do at the counter: spend, hold, capture, adjust, and send to each other. */
export class Counter {
  readonly #books: Books;
  readonly #holds: Hold[] = [];

  constructor(books: Books) {
    this.#books = books;
  }

  act(move: CounterMove): Answer {
    const { member, points } = move;
    if (move.do === "credit") {
      this.#books.enter(member, "credit", () => this.#credit(member, points));
      return "done";
    }
    if (move.do === "send" && move.to === member) return "own_member";
    const pocket = this.#books.points(member);
    const parts = pocket.choose(points, this.#books.today);
    if (parts === null) return "insufficient_points";
    switch (move.do) {
      case "hold":
        this.#books.enter(member, "hold", () => {
          for (const part of parts) part.lot.pinned += part.points;
          const until = this.#books.now + move.minutes * 60_000;
          this.#holds.push({ member, until, isOpen: true, pins: parts });
          return { undo: null };
        });
        break;
      case "spend":
        this.spend(member, parts);
        break;
      case "debit":
        this.#books.enter(member, "debit", () => {
          draw(parts);
          return { undo: this.#books.refilling(member, parts) };
        });
        break;
      case "send":
        this.#send(member, parts, move.to);
    }
    return "done";
  }

  spend(party: number, parts: readonly Part[]): void {
    this.#books.enter(party, "spend", () => {
      draw(parts);
      this.#books.points(party).use(this.#books.today);
      return { undo: this.#books.refilling(party, parts) };
    });
  }

  #credit(member: number, points: number): { undo: Undo } {
    const pocket = this.#books.points(member);
    const { today } = this.#books;
    const { lot, paid } = pocket.credit(points, { cause: -1, day: today, today, isAtOnce: true });
    return {
      undo: () => {
        pocket.takeBack([{ points: points - paid, lot }], "debt");
        pocket.owed += paid;
        return "done";
      },
    };
  }

  #send(from: number, parts: readonly Part[], to: number): void {
    const received: Received = { parts: [], line: null };
    const passed = passedOf(this.#books.points(from), parts, this.#books.today);
    this.pass(from, parts, { kind: "transfer_out", undo: () => this.#takeFrom(to, received, from, parts) });
    this.bring(to, "transfer_in", passed, received);
  }

  /** Points leave somebody for somebody else. */
  pass(from: number, parts: readonly Part[], line: { kind: LineKind; undo: Undo | null }): void {
    this.#books.enter(from, line.kind, () => {
      draw(parts);
      return { undo: line.undo };
    });
  }

  /**
   * Points that have left somebody arrive when the queue is posted.
   * @param received is told what has
   */
  bring(
    to: number,
    kind: LineKind,
    passed: readonly Passed[],
    received: Received = { parts: [], line: null },
  ): void {
    const day = this.#books.today;
    const pocket = this.#books.points(to);
    const arrive = () => {
      received.parts = passed.map(({ points, ...terms }) => ({
        lot: pocket.receive(points, day, terms),
        points,
      }));
    };
    const told = (line: Line) => {
      received.line = line;
    };
    this.#books.wait({ arrival: { to, kind, arrive, told } });
  }

  /** All of the points come from the recipient, or none; they go back through the queue. */
  #takeFrom(to: number, { parts: arrived, line }: Received, from: number, sent: readonly Part[]) {
    if (line === null) return "not_reversible";
    const pocket = this.#books.points(to);
    if (pocket.available - pocket.held < sum(arrived.map((part) => part.points)))
      return "recipient_has_spent";
    line.isReversed = true;
    this.#books.enter(to, "reversal", () => {
      pocket.takeBack(arrived, "within_balance");
      return { undo: null };
    });
    const { graceUntil } = this.#books;
    const arrive = () => this.#books.points(from).refill(sent, this.#books.today, graceUntil);
    this.#books.wait({ arrival: { to: from, kind: "reversal", arrive } });
    return "later";
  }

  settle(move: HoldMove): Answer {
    const hold = this.#holds[nameOf(move.hold, this.#holds.length)];
    if (hold === undefined) return "not_found";
    if (!hold.isOpen) return "hold_closed";
    if (move.do === "release" || hold.until <= this.#books.now) {
      this.#giveUp(hold);
      return move.do === "release" ? "done" : "hold_expired";
    }
    const pinned = sum(hold.pins.map((pin) => pin.points));
    const wanted = move.points ?? pinned;
    if (wanted > pinned) return "exceeds_hold";
    let rest = wanted;
    const drawn = [...hold.pins]
      .sort((one, other) => bySoonest(one.lot, other.lot))
      .map((pin) => {
        const points = Math.min(rest, pin.points);
        rest -= points;
        pin.points -= points;
        pin.lot.pinned -= points;
        return { lot: pin.lot, points };
      });
    this.spend(hold.member, drawn);
    if (wanted === pinned) hold.isOpen = false;
    else if (move.final) this.#giveUp(hold);
    return "done";
  }

  releaseExpired(): void {
    for (const hold of this.#holds) if (hold.isOpen && hold.until <= this.#books.now) this.#giveUp(hold);
  }

  #giveUp(hold: Hold): void {
    this.#books.enter(hold.member, "release", () => {
      for (const pin of hold.pins) pin.lot.pinned -= pin.points;
      hold.isOpen = false;
      return { undo: null };
    });
  }
}

export function draw(parts: readonly Part[]): void {
  for (const { lot, points } of parts) lot.left -= points;
}

/** As what points arrive: with the last day that they had, in one lot where it is the same. */
export function passedOf({ slidesTo }: Pocket, parts: readonly Part[], today: string): Passed[] {
  const lots: Passed[] = [];
  for (const { lot, points } of parts) {
    const slides = lot.sliding && slidesTo !== null && slidesTo >= today;
    const lastDay = slides ? (slidesTo ?? NEVER) : lot.lastDay;
    const sliding = lot.sliding && !slides;
    const same = lots.find((sent) => sent.lastDay === lastDay && sent.sliding === sliding);
    if (same) same.points += points;
    else lots.push({ points, lastDay, sliding });
  }
  return lots;
}
