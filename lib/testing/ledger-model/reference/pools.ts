import { type Answer, founderOf, MEMBERS, POOLS, type PoolMove } from "../moves";
import type { Books } from "./books";
import { sum } from "./calendar";
import { type Counter, passedOf } from "./counter";
import type { Part } from "./pocket";

type Pool = {
  owner: number;
  isThere: boolean;
  parts: { member: number; isIn: boolean; joinedAt: number; contributed: number }[];
};

/** Points that members share. */
export class Pools {
  readonly #books: Books;
  readonly #counter: Counter;
  readonly #pools: Pool[] = [];

  constructor(books: Books, counter: Counter) {
    this.#books = books;
    this.#counter = counter;
    for (let pool = 0; pool < POOLS; pool += 1) {
      const owner = founderOf(pool);
      const founder = { member: owner, isIn: true, joinedAt: books.now, contributed: 0 };
      this.#pools.push({ owner, isThere: true, parts: [founder] });
    }
  }

  isDissolved(party: number): boolean {
    return this.#pools[party - MEMBERS]?.isThere === false;
  }

  act(move: PoolMove): Answer {
    const pool = this.#pools[move.pool];
    if (pool === undefined || !pool.isThere) return "pool_dissolved";
    const party = MEMBERS + move.pool;
    if (move.do === "dissolve") return this.#dissolve(party, pool);
    const part = pool.parts.find(({ member }) => member === move.member);
    if (move.do === "join") {
      if (part?.isIn) return "already_in_pool";
      if (part) Object.assign(part, { isIn: true, joinedAt: this.#books.now });
      else pool.parts.push({ member: move.member, isIn: true, joinedAt: this.#books.now, contributed: 0 });
      return "done";
    }
    if (part === undefined || !part.isIn) return "not_in_pool";
    if (!("points" in move)) {
      if (pool.owner === move.member) return move.do === "leave" ? "owner_stays" : "runs_already";
      if (move.do === "leave") part.isIn = false;
      else pool.owner = move.member;
      return "done";
    }
    const [from, to] = move.do === "give" ? [move.member, party] : [party, move.member];
    const parts = this.#books.points(from).choose(move.points, this.#books.today);
    if (parts === null) return "insufficient_points";
    if (move.do === "poolSpend") this.#counter.spend(party, parts);
    else this.#pass(from, parts, to);
    if (move.do === "give") part.contributed += move.points;
    return "done";
  }

  #pass(from: number, parts: readonly Part[], to: number): void {
    const passed = passedOf(this.#books.points(from), parts, this.#books.today);
    this.#counter.pass(from, parts, { kind: "pool_out", undo: null });
    this.#counter.bring(to, "pool_in", passed);
  }

  /** What is left goes to who is in the pool, by what each has given: the whole of it, and each lot like the whole. */
  #dissolve(party: number, pool: Pool): Answer {
    const isAwaited = this.#books.queue.some((item) => "arrival" in item && item.arrival.to === party);
    if (isAwaited) return "points_arriving";
    const pocket = this.#books.points(party);
    const { today } = this.#books;
    const parts = pocket.choose(pocket.usable(today), today) ?? [];
    const heirs = pool.parts
      .filter(({ isIn }) => isIn)
      .sort((one, other) => one.joinedAt - other.joinedAt || one.member - other.member);
    const missing = divide(
      sum(parts.map(({ points }) => points)),
      heirs.map(({ contributed }) => contributed),
    );
    const shares: Part[][] = heirs.map(() => []);
    for (const { lot, points } of parts) {
      divide(points, missing).forEach((own, heir) => {
        missing[heir] = (missing[heir] ?? 0) - own;
        if (own > 0) shares[heir]?.push({ lot, points: own });
      });
    }
    heirs.forEach(({ member }, heir) => {
      const share = shares[heir] ?? [];
      if (share.length > 0) this.#pass(party, share, member);
    });
    pool.isThere = false;
    return "done";
  }
}

/** Whole points by weights, equally where there are none; what is over goes to the largest remainders, the first first. */
function divide(total: number, weights: readonly number[]): number[] {
  const all = sum(weights);
  const own = all === 0 ? weights.map(() => 1) : weights;
  const whole = all === 0 ? weights.length : all;
  const shares = own.map((weight) => Math.floor((total * weight) / whole));
  const order = own
    .map((weight, index) => ({ index, rest: (total * weight) % whole }))
    .sort((one, other) => other.rest - one.rest || one.index - other.index);
  for (const { index } of order.slice(0, total - sum(shares))) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
