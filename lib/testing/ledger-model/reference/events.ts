import { nameOf, type Occurrence, VISIT_LIMIT, VISIT_POINTS } from "../moves";
import type { Books, Event, Undo } from "./books";
import { sum } from "./calendar";
import type { Lot, Taken } from "./pocket";

const HOUR = 3_600_000;
type PurchaseLine = { quantityMilli: number; back: number; points: number; stars: number };
type Purchase = {
  member: number;
  isPosted: boolean;
  isReversed: boolean;
  lines: PurchaseLine[];
  lot: Lot | null;
  starLot: Lot | null;
};

/** Why an event cannot be posted, by the code that it is set aside with. */
export class SetAside extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** What members do: they buy, give back, visit, and take flights. */
export class Events {
  readonly #books: Books;
  readonly #purchases = new Map<number, Purchase>();
  readonly #visits = new Map<string, number>();
  #count = 0;

  constructor(books: Books) {
    this.#books = books;
  }

  accept(move: Occurrence): void {
    const numbers = [...this.#purchases.keys()];
    const named = "purchase" in move && move.purchase !== null ? nameOf(move.purchase, numbers.length) : -1;
    const purchase = numbers[named] ?? -1;
    const member = move.member ?? this.#purchases.get(purchase)?.member ?? 0;
    const event = {
      number: this.#count,
      move,
      at: this.#books.now - move.hoursLate * HOUR,
      member,
      purchase,
    };
    this.#count += 1;
    if (move.do === "purchase") {
      const lines = move.lines.map(({ amountMinor, quantity }) => ({
        quantityMilli: Math.round(quantity * 1_000),
        back: 0,
        points: Math.floor(amountMinor / 100),
        stars: Math.floor(amountMinor / 50),
      }));
      const none = { isPosted: false, isReversed: false, lot: null, starLot: null };
      this.#purchases.set(event.number, { member, lines, ...none });
    }
    this.#books.wait({ event });
  }

  /** @throws SetAside */
  post(event: Event): { undo: Undo } {
    const { move } = event;
    switch (move.do) {
      case "purchase":
        return { undo: this.#buy(event) };
      case "visit":
        return { undo: this.#visit(event) };
      case "flown":
        this.#fly(event, move.purchase === null ? null : event.purchase);
        // What has become usable stays so.
        return { undo: () => "done" };
      case "return":
        return { undo: this.#giveBack(event, move) };
    }
  }

  #buy({ number, member, at }: Event): Undo {
    const purchase = this.#purchases.get(number);
    if (purchase === undefined) throw new Error("a purchase is known");
    purchase.isPosted = true;
    const day = this.#books.dayOf(at);
    const terms = { cause: number, day, today: this.#books.today };
    const { points, stars } = this.#books.party(member);
    const earned = sum(purchase.lines.map((line) => line.points));
    purchase.lot = points.credit(earned, terms).lot;
    if (earned > 0) points.use(day);
    purchase.starLot = stars.credit(sum(purchase.lines.map((line) => line.stars)), terms).lot;
    return () => {
      const rest = purchase.lines.filter((line) => line.back < line.quantityMilli);
      if (rest.length === 0) return "not_reversible";
      purchase.isReversed = true;
      this.#takeBack(purchase, () => {
        for (const line of rest) line.back = line.quantityMilli;
      });
      return "done";
    };
  }

  #visit({ number, member, at }: Event): Undo {
    const day = this.#books.dayOf(at);
    const key = `${member} ${day}`;
    const points = Math.min(VISIT_POINTS, VISIT_LIMIT - this.#visitPoints(key));
    this.#visits.set(key, this.#visitPoints(key) + points);
    const pocket = this.#books.points(member);
    const { lot } = pocket.credit(points, { cause: number, day, today: this.#books.today });
    if (points > 0) pocket.use(day);
    return () => {
      const taken = pocket.takeBack([{ points, lot }]);
      this.#visits.set(
        key,
        this.#visitPoints(key) - sum(taken.parts.map((part) => part.points)) - taken.owed,
      );
      return "done";
    };
  }

  #visitPoints(key: string): number {
    return this.#visits.get(key) ?? 0;
  }

  #fly({ member, at }: Event, purchase: number | null): void {
    const day = this.#books.dayOf(at);
    const pocket = this.#books.points(member);
    for (const lot of pocket.lots) {
      const isOfIt = purchase === null || lot.cause === purchase;
      if (lot.activeSince === null && lot.activeBy === "flown" && lot.left > 0 && isOfIt) {
        pocket.activate(lot, day, day);
      }
    }
  }

  #giveBack({ member, purchase: named }: Event, move: Extract<Occurrence, { do: "return" }>): Undo {
    const purchase = this.#purchases.get(named);
    if (purchase === undefined || purchase.member !== member) throw new SetAside("purchase_not_found");
    if (!purchase.isPosted) throw new SetAside("purchase_not_posted");
    const changes = changesOf(purchase, move);
    const taken = this.#takeBack(purchase, () => {
      for (const { line, after } of changes) line.back = after;
    });
    const { points, stars } = this.#books.party(member);
    return () => {
      const isAsItLeftIt = changes.every(({ line, after }) => line.back === after);
      if (purchase.isReversed || !isAsItLeftIt) return "not_reversible";
      for (const { line, before } of changes) line.back = before;
      const { today, graceUntil } = this.#books;
      stars.giveAgain(taken.stars, today, graceUntil);
      points.giveAgain(taken.points, today, graceUntil);
      return "done";
    };
  }

  /** Takes the points back that were earned by what comes back: line by line, rounded down over all its returns. */
  #takeBack(purchase: Purchase, comeBack: () => void): { points: Taken; stars: Taken } {
    const { member, lines, lot, starLot } = purchase;
    const before = { points: backOf(lines, "points"), stars: backOf(lines, "stars") };
    comeBack();
    const { points, stars } = this.#books.party(member);
    const due = { points: backOf(lines, "points"), stars: backOf(lines, "stars") };
    return {
      points: points.takeBack([{ points: due.points - before.points, lot }]),
      stars: stars.takeBack([{ points: due.stars - before.stars, lot: starLot }]),
    };
  }
}

function changesOf({ lines }: Purchase, { line: index, quantity }: Extract<Occurrence, { do: "return" }>) {
  if (index === null) {
    const rest = lines.filter((line) => line.back < line.quantityMilli);
    if (rest.length === 0) throw new SetAside("nothing_to_return");
    return rest.map((line) => ({ line, before: line.back, after: line.quantityMilli }));
  }
  const line = lines[index];
  if (line === undefined) throw new SetAside("no_such_line");
  const after = line.back + Math.round(quantity * 1_000);
  if (after > line.quantityMilli) throw new SetAside("returned_too_much");
  return [{ line, before: line.back, after }];
}

function backOf(lines: readonly PurchaseLine[], of: "points" | "stars"): number {
  return sum(lines.map((line) => Math.floor((line[of] * line.back) / line.quantityMilli)));
}
