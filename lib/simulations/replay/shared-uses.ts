import { LimitCounts } from "./limit-counts";

/**
 * What all members together have used of limits that they share, in one scenario. Keys are those of `CampaignNumbers`.
 */
export interface SharedUses {
  /** What is used of a limit: no less than that, as long as nothing is cut by it. */
  usedOf(key: number): number;
  /**
   * A limit cut what an event would have been given.
   * @returns whether more is known of the limit now, so that the event has to be evaluated again
   */
  settle(key: number): boolean;
  /**
   * Uses some of a limit.
   * @param amount how large the limit is; null where that is not known
   * @returns whether nothing is left of it
   */
  use(key: number, used: number, amount: number | null): boolean;
  /** Something of what was used comes back. */
  giveBack(key: number, used: number): void;
  /** @returns whether it is the first to say that a limit ran out */
  claimEnd(key: number): boolean;
  /** The uses of a scenario that begins where these stand. @param place of the scenario */
  branch(place: number): SharedUses;
}

/** The uses of somebody who replays all members in one go: every figure is exact at once. */
export class OwnUses implements SharedUses {
  readonly #counts: LimitCounts;
  readonly #ended = new Set<number>();

  constructor(counts = new LimitCounts()) {
    this.#counts = counts;
  }

  usedOf(key: number): number {
    return this.#counts.usedOf(key);
  }

  settle(): boolean {
    return false;
  }

  use(key: number, used: number, amount: number | null): boolean {
    const inAll = this.#counts.change(key, used);
    return amount !== null && inAll >= amount;
  }

  giveBack(key: number, used: number): void {
    this.#counts.change(key, -used);
  }

  claimEnd(key: number): boolean {
    if (this.#ended.has(key)) return false;
    this.#ended.add(key);
    return true;
  }

  branch(): SharedUses {
    return new OwnUses(new LimitCounts(this.#counts));
  }
}
