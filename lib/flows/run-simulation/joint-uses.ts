import type { SharedUses } from "@/lib/simulations";
import { MOST_BEHIND, type PartsBoard } from "./parts-board";
import type { SharedLimits } from "./shared-limits";

/** What the parts of a replay have in common. */
export type JointBooks = {
  board: PartsBoard;
  limits: SharedLimits;
  /** Whether something of what was used may come back: goods that are returned, or an entry that is reversed. */
  comesBack: boolean;
};

/**
 * The uses of a scenario that several threads replay, each for some of the members, to the point what one would find.
 *
 * While plenty is left of a limit, nobody waits: all that is asked for is given, whoever is first. Plenty is more than
 * what those who are behind could ask for before they are where this part is. When no more than that is left, the limit
 * is used in turn: a part waits until all others are past its place in the order of posting, so it sees what was used
 * before and nothing else. Should somebody have used so much out of turn that this does not decide, the replay is given
 * up and made again in one go.
 */
export class JointUses implements SharedUses {
  readonly #books: JointBooks;
  readonly #scenario: number;
  /** Where this scenario began; nobody adds to it any more. */
  readonly #before: JointUses | null;
  readonly #slots = new Map<number, number>();
  /** Limits whose use was last told with what others may still ask for, so no cut by them is exact. */
  readonly #rough = new Set<number>();

  constructor(books: JointBooks, scenario: number, before: JointUses | null) {
    this.#books = books;
    this.#scenario = scenario;
    this.#before = before;
  }

  usedOf(key: number): number {
    const { board, limits } = this.#books;
    const slot = this.#slotOf(key);
    if (!limits.isInTurn(slot)) {
      this.#rough.add(slot);
      return this.#gross(key) + this.#reserve(key);
    }
    this.#rough.delete(slot);
    if (!limits.isClosed(slot)) board.awaitTurn();
    // What is used is read before it is asked whether that is exact: whoever changes it out of turn says so before.
    const [net, gross] = [this.#net(key), this.#gross(key)];
    return limits.isExact(slot) ? net : gross;
  }

  settle(key: number): boolean {
    const { board, limits } = this.#books;
    const slot = this.#slotOf(key);
    // Another part may have begun to take turns since this one was told.
    if (this.#rough.has(slot)) {
      limits.keepInTurn(slot);
      board.awaitTurn();
      return true;
    }
    return limits.isExact(slot) ? false : board.giveUp();
  }

  use(key: number, used: number, amount: number | null): boolean {
    const { board, limits, comesBack } = this.#books;
    const slot = this.#slotOf(key);
    const size = amount ?? Number.POSITIVE_INFINITY;
    if (limits.isClosed(slot)) return board.giveUp();
    if (!limits.isInTurn(slot) || !board.isNext) {
      limits.noteOutOfTurn(slot);
      limits.use(slot, used);
      return this.#gross(key) < size ? false : board.giveUp();
    }
    limits.use(slot, used);
    if (!limits.isExact(slot)) return this.#gross(key) < size ? false : board.giveUp();
    const isUsedUp = this.#net(key) >= size;
    if (isUsedUp && !comesBack) limits.close(slot);
    return isUsedUp;
  }

  giveBack(key: number, used: number): void {
    const { board, limits } = this.#books;
    const slot = this.#slotOf(key);
    if (limits.isInTurn(slot)) board.awaitTurn();
    else limits.noteOutOfTurn(slot);
    limits.giveBack(slot, used);
    if (this.#net(key) < 0) board.giveUp();
  }

  claimEnd(key: number): boolean {
    return this.#books.limits.claimEnd(this.#slotOf(key));
  }

  branch(scenario: number): JointUses {
    return new JointUses(this.#books, scenario, this);
  }

  #net(key: number): number {
    const own = this.#books.limits.net(this.#slotOf(key));
    return this.#before === null ? own : own + this.#before.#net(key);
  }

  #gross(key: number): number {
    const own = this.#books.limits.gross(this.#slotOf(key));
    return this.#before === null ? own : own + this.#before.#gross(key);
  }

  #largest(key: number): number {
    const own = this.#books.limits.largest(this.#slotOf(key));
    return this.#before === null ? own : Math.max(own, this.#before.#largest(key));
  }

  /** What those who are behind may ask for, as far as is known. */
  #reserve(key: number): number {
    return Math.max(1, this.#largest(key)) * MOST_BEHIND * (this.#books.board.parts - 1);
  }

  #slotOf(key: number): number {
    let slot = this.#slots.get(key);
    if (slot === undefined) {
      slot = this.#books.limits.slotOf(this.#scenario, key);
      this.#slots.set(key, slot);
    }
    return slot;
  }
}
