import { Conflict } from "@/lib/core/errors";
import { apportion, shareOut } from "@/lib/pools/share-out";
import { type Desk, disposable, type Passing, passingOf, planDraw } from "@/lib/wallet";
import { founderOf, MEMBERS, POOLS, type PoolMove } from "../moves";
import type { MemoryBooks } from "./memory-books";
import type { MemoryCounter } from "./memory-counter";

type Pool = {
  poolId: string;
  ownerId: string;
  isThere: boolean;
  parts: { memberId: string; isIn: boolean; joinedAt: number; contributed: number }[];
};

/** Points that members share, by the product's planning. */
export class MemoryPools {
  readonly #books: MemoryBooks;
  readonly #counter: MemoryCounter;
  readonly #pools: Pool[] = [];

  constructor(books: MemoryBooks, counter: MemoryCounter) {
    this.#books = books;
    this.#counter = counter;
    for (let pool = 0; pool < POOLS; pool += 1) {
      const ownerId = books.partyId(founderOf(pool));
      const founder = { memberId: ownerId, isIn: true, joinedAt: books.now, contributed: 0 };
      this.#pools.push({ poolId: books.partyId(MEMBERS + pool), ownerId, isThere: true, parts: [founder] });
    }
  }

  isDissolved(partyId: string): boolean {
    return this.#pools.some(({ poolId, isThere }) => poolId === partyId && !isThere);
  }

  act(move: PoolMove): void {
    const pool = this.#pools[move.pool];
    if (pool === undefined || !pool.isThere) throw refusal("pool_dissolved");
    if (move.do === "dissolve") {
      this.#dissolve(pool);
      return;
    }
    const memberId = this.#books.partyId(move.member);
    const part = pool.parts.find((own) => own.memberId === memberId);
    if (move.do === "join") {
      if (part?.isIn) throw refusal("already_in_pool");
      if (part) Object.assign(part, { isIn: true, joinedAt: this.#books.now });
      else pool.parts.push({ memberId, isIn: true, joinedAt: this.#books.now, contributed: 0 });
      return;
    }
    if (part === undefined || !part.isIn) throw refusal("not_in_pool");
    if (!("points" in move)) {
      if (pool.ownerId === memberId) throw refusal(move.do === "leave" ? "owner_stays" : "runs_already");
      if (move.do === "leave") part.isIn = false;
      else pool.ownerId = memberId;
      return;
    }
    this.#books.atDesk((desk) => this.#movePoints(desk, pool, memberId, move));
    if (move.do === "give") part.contributed += move.points;
  }

  #movePoints(
    desk: Desk,
    { poolId }: Pool,
    memberId: string,
    move: Extract<PoolMove, { points: number }>,
  ): void {
    if (move.do === "poolSpend") this.#counter.spend(desk, poolId, move.points);
    else {
      const [from, to] = move.do === "give" ? [memberId, poolId] : [poolId, memberId];
      this.#pass(desk, { poolId, from, to }, this.#counter.passing(desk, from, move.points));
    }
  }

  #pass(
    desk: Desk,
    { poolId, from, to }: { poolId: string; from: string; to: string },
    passing: Passing,
  ): void {
    const pool = { pool: poolId, name: "Team" };
    this.#books.enter(desk, from, { type: "pool_out", ...pool }, passing.movements);
    this.#counter.bring(to, { type: "pool_in", ...pool }, passing.lots);
  }

  #dissolve(pool: Pool): void {
    const { poolId } = pool;
    if (this.#books.queue.some(({ memberId }) => memberId === poolId)) throw refusal("points_arriving");
    const heirs = pool.parts
      .filter(({ isIn }) => isIn)
      .sort((one, other) => one.joinedAt - other.joinedAt || (one.memberId < other.memberId ? -1 : 1));
    this.#books.atDesk((desk) => {
      const purse = desk.purseOf(poolId);
      const points = disposable(purse, desk.today);
      const slices = points === 0 ? [] : (planDraw(purse, points, desk.today) ?? []);
      const amounts = apportion(
        points,
        heirs.map(({ contributed }) => contributed),
      );
      shareOut(slices, amounts).forEach((own, heir) => {
        const to = heirs[heir]?.memberId ?? "";
        if (own.length > 0) this.#pass(desk, { poolId, from: poolId, to }, passingOf(purse, own, desk.today));
      });
    });
    pool.isThere = false;
  }
}

function refusal(code: string): Conflict {
  return new Conflict(code, "the pool says no");
}
