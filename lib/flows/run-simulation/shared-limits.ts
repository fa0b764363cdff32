import type { PartsBoard } from "./parts-board";

/** Limits of scenarios, each in each of its windows, that the memory has room for. */
const SLOTS = 2 ** 17;
const FIELDS = 6;
/** The limit's name, or 0; its use, less what came back, and without that; its largest single use. */
const [NAME, NET, GROSS, LARGEST] = [0, 1, 2, 3];
/** The last place at which somebody used it, or gave back, out of turn. */
const LAST = 4;
const MARKS = 5;
const IN_TURN = 1n;
const ENDED = 2n;
const CLOSED = 4n;
const KEYS = 2n ** 48n;

/** Memory for them, in bytes. */
export const LIMITS_BYTES = SLOTS * FIELDS * BigInt64Array.BYTES_PER_ELEMENT;

/** What the threads of one replay know together of the limits that all members share. */
export class SharedLimits {
  readonly #numbers: BigInt64Array;
  readonly #board: PartsBoard;

  constructor(board: PartsBoard) {
    this.#board = board;
    this.#numbers = board.numbers;
  }

  /** The place of a limit in the memory; it is made where nobody has asked for it. */
  slotOf(scenario: number, key: number): number {
    this.#board.bind();
    const name = BigInt(scenario) * KEYS + BigInt(key) + 1n;
    let slot = Number(name % BigInt(SLOTS - 1));
    for (let tries = 0; tries < SLOTS; tries += 1) {
      const found = Atomics.compareExchange(this.#numbers, slot * FIELDS + NAME, 0n, name);
      if (found === 0n || found === name) return slot;
      slot = (slot + 1) % SLOTS;
    }
    return this.#board.giveUp();
  }

  net(slot: number): number {
    return Number(Atomics.load(this.#numbers, slot * FIELDS + NET));
  }

  gross(slot: number): number {
    return Number(Atomics.load(this.#numbers, slot * FIELDS + GROSS));
  }

  largest(slot: number): number {
    return Number(Atomics.load(this.#numbers, slot * FIELDS + LARGEST));
  }

  use(slot: number, used: number): void {
    this.#raise(slot * FIELDS + LARGEST, BigInt(used));
    Atomics.add(this.#numbers, slot * FIELDS + GROSS, BigInt(used));
    Atomics.add(this.#numbers, slot * FIELDS + NET, BigInt(used));
  }

  giveBack(slot: number, used: number): void {
    Atomics.sub(this.#numbers, slot * FIELDS + NET, BigInt(used));
  }

  /** Notes that it is about to be changed out of turn, at this part's position. */
  noteOutOfTurn(slot: number): void {
    this.#raise(slot * FIELDS + LAST, this.#board.position);
  }

  /** Whether nobody has changed it out of turn behind this part's position. */
  isExact(slot: number): boolean {
    return Atomics.load(this.#numbers, slot * FIELDS + LAST) <= this.#board.position;
  }

  /** From now on it is used in turn only, by all parts. */
  keepInTurn(slot: number): void {
    Atomics.or(this.#numbers, slot * FIELDS + MARKS, IN_TURN);
  }

  isInTurn(slot: number): boolean {
    return (this.#marks(slot) & IN_TURN) !== 0n;
  }

  /** Nothing is left of it, and nothing can come back. */
  close(slot: number): void {
    Atomics.or(this.#numbers, slot * FIELDS + MARKS, CLOSED);
  }

  isClosed(slot: number): boolean {
    return (this.#marks(slot) & CLOSED) !== 0n;
  }

  /** @returns whether it is the first to say that it ran out */
  claimEnd(slot: number): boolean {
    return (Atomics.or(this.#numbers, slot * FIELDS + MARKS, ENDED) & ENDED) === 0n;
  }

  #marks(slot: number): bigint {
    return Atomics.load(this.#numbers, slot * FIELDS + MARKS);
  }

  #raise(place: number, to: bigint): void {
    for (;;) {
      const known = Atomics.load(this.#numbers, place);
      if (known >= to || Atomics.compareExchange(this.#numbers, place, known, to) === known) return;
    }
  }
}
