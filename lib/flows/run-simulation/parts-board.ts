/** Where a part is that has read nothing yet, and one that is done. */
const NOWHERE = -1n;
const DONE = 2n ** 62n;
/** More than there are lanes: an instant and a lane make one number. */
const LANES = 2n ** 16n;
/** How long another part may stand still: the database may have a long past to put in order first. */
const PATIENCE_MS = 10 * 60_000;
const LOOK_EVERY_MS = 1_000;
/** Chunks of entries after which a part waits for those behind, where limits bind them together. */
const CHUNKS_AHEAD = 4;
/** Entries of a chunk: they are gone through without a look at anything else. */
export const CHUNK = 500;
/** Entries that others may have to go through until they are where this part is. */
export const MOST_BEHIND = (CHUNKS_AHEAD + 1) * CHUNK;

/** Places in the state, and what is in the first. */
const COURSE = 0;
const BOUND = 1;
const RUNNING = 0;
const STOPPED = 1;
const UNDECIDED = 2;
/** How many parts wait for another; nobody is woken where none does. */
const WAITING = 2;
const HEAD_BYTES = 1_024;
const MAX_PARTS = 32;

/** The other parts have stopped, for a reason that they tell themselves. */
export class PartsStopped extends Error {}

/** What the parts found does not decide what one replay of all members would have found. */
export class Undecided extends Error {}

/**
 * The memory that the threads of one replay share, as one of them sees it: where each of them is in the common order
 * of posting, by instant and lane. A lane belongs to one part, so no two are ever at the same place.
 */
export class PartsBoard {
  readonly memory: SharedArrayBuffer;
  readonly parts: number;
  readonly #part: number;
  readonly #state: Int32Array;
  readonly #positions: BigInt64Array;
  readonly #done: Int32Array;
  #postedAt = -1;
  /** The first place of that instant. */
  #firstPlace = NOWHERE;
  #lane = -1;
  #position = NOWHERE;
  /** Where this part was when it last waited for its turn. */
  #turnAt = NOWHERE;
  /** Where it was at the ends of its latest chunks. */
  readonly #trail: bigint[] = [];

  /** @param memory of another part's board; absent: a new one, of `bytes` beside its own */
  constructor(part: number, parts: number, memory: SharedArrayBuffer | { bytes: number }) {
    this.memory =
      memory instanceof SharedArrayBuffer ? memory : new SharedArrayBuffer(HEAD_BYTES + memory.bytes);
    this.parts = parts;
    this.#part = part;
    this.#positions = new BigInt64Array(this.memory, 0, MAX_PARTS);
    this.#done = new Int32Array(this.memory, MAX_PARTS * 8, MAX_PARTS);
    this.#state = new Int32Array(this.memory, MAX_PARTS * 12, 3);
    if (!(memory instanceof SharedArrayBuffer)) this.#positions.fill(NOWHERE);
  }

  /** The rest of the memory. */
  get numbers(): BigInt64Array {
    return new BigInt64Array(this.memory, HEAD_BYTES);
  }

  get position(): bigint {
    return this.#position;
  }

  /** Whether all other parts are past this part's position: what it does is next in the common order. */
  get isNext(): boolean {
    return this.#turnAt === this.#position;
  }

  /** This part comes to what was posted at an instant (milliseconds) in a lane. */
  arrive(postedAt: number, lane: number): void {
    if (postedAt !== this.#postedAt) {
      this.#postedAt = postedAt;
      this.#firstPlace = placeOf(postedAt, 0);
    } else if (lane === this.#lane) return;
    this.#lane = lane;
    this.#moveTo(this.#firstPlace + BigInt(lane));
  }

  /** This part has nothing more to do. */
  leave(): void {
    this.#moveTo(DONE);
  }

  /** Waits until this part is next. @throws PartsStopped */
  awaitTurn(): void {
    if (this.isNext) return;
    this.#awaitOthers(this.#position);
    this.#turnAt = this.#position;
  }

  /** Waits until all parts have come to an instant. @throws PartsStopped */
  gather(postedAt: number): void {
    this.#awaitOthers(placeOf(postedAt, 0) - 1n);
  }

  /** There are limits that all parts share: none may be far ahead of another. */
  bind(): void {
    Atomics.store(this.#state, BOUND, 1);
  }

  /** At the end of a chunk: waits for those who are far behind. @throws PartsStopped */
  keepTogether(): void {
    this.requireRunning();
    if (Atomics.load(this.#state, BOUND) === 0) return;
    this.#trail.push(this.#position);
    const before = this.#trail.length > CHUNKS_AHEAD ? this.#trail.shift() : undefined;
    if (before !== undefined) this.#awaitOthers(before - 1n);
  }

  noteDone(entries: number): void {
    Atomics.store(this.#done, this.#part, entries);
  }

  /** Entries that all parts have gone through. */
  get done(): number {
    return this.#done.reduce((sum, _, part) => sum + Atomics.load(this.#done, part), 0);
  }

  get isUndecided(): boolean {
    return Atomics.load(this.#state, COURSE) === UNDECIDED;
  }

  /** Has all parts end. */
  stop(): void {
    Atomics.compareExchange(this.#state, COURSE, RUNNING, STOPPED);
    this.#wakeAll();
  }

  /** Has all parts end, because the replay has to be made in one go. */
  giveUp(): never {
    Atomics.compareExchange(this.#state, COURSE, RUNNING, UNDECIDED);
    this.#wakeAll();
    throw new Undecided();
  }

  /** @throws PartsStopped when the parts have been told to end */
  requireRunning(): void {
    if (Atomics.load(this.#state, COURSE) !== RUNNING) throw new PartsStopped();
  }

  #moveTo(position: bigint): void {
    this.#position = position;
    Atomics.store(this.#positions, this.#part, position);
    // Whoever begins to wait says so before looking where this part is: it sees this position, or is woken.
    if (Atomics.load(this.#state, WAITING) > 0) Atomics.notify(this.#positions, this.#part);
  }

  #awaitOthers(position: bigint): void {
    for (let part = 0; part < this.parts; part += 1) if (part !== this.#part) this.#awaitPart(part, position);
  }

  #awaitPart(part: number, position: bigint): void {
    if (Atomics.load(this.#positions, part) > position) {
      this.requireRunning();
      return;
    }
    Atomics.add(this.#state, WAITING, 1);
    try {
      this.#waitForPart(part, position);
    } finally {
      Atomics.sub(this.#state, WAITING, 1);
    }
  }

  #waitForPart(part: number, position: bigint): void {
    for (let waited = 0; ; ) {
      this.requireRunning();
      const there = Atomics.load(this.#positions, part);
      if (there > position) return;
      const outcome = Atomics.wait(this.#positions, part, there, LOOK_EVERY_MS);
      waited = outcome === "timed-out" ? waited + LOOK_EVERY_MS : 0;
      if (waited >= PATIENCE_MS) throw new Error(`part ${part} of a simulation stands still`);
    }
  }

  #wakeAll(): void {
    for (let part = 0; part < this.parts; part += 1) Atomics.notify(this.#positions, part);
  }
}

function placeOf(postedAt: number, lane: number): bigint {
  return BigInt(postedAt) * LANES + BigInt(lane);
}
