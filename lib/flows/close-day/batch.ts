import { type DueItem, MAX_ITEMS } from "@/lib/day-runs";

/** What a batch took off the list, in which lane. */
type Taken = { lane: number; due: readonly DueItem[] };

/**
 * How many members a batch of a program takes. After one that fails it takes half, and so finds the member it is
 * about; with each that succeeds it takes twice as many again.
 */
export class Batch {
  #most = MAX_ITEMS;
  /** What the attempt under way has taken; null: nothing yet. */
  taken: Taken | null = null;

  get most(): number {
    return this.#most;
  }

  begin(): void {
    this.taken = null;
  }

  widen(): void {
    this.#most = Math.min(MAX_ITEMS, this.#most * 2);
  }

  /** @returns whether there is less to try than what was taken */
  narrow(): boolean {
    const size = this.taken?.due.length ?? 0;
    if (size <= 1) return false;
    this.#most = Math.ceil(size / 2);
    return true;
  }
}
