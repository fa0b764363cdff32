/** The few entries with the highest scores; of equal ones the earlier. */
export class TopList<Entry> {
  readonly #size: number;
  readonly #entries: { score: number; entry: Entry }[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  /** Whether an entry of this score would be kept. */
  takes(score: number): boolean {
    return this.#entries.length < this.#size || score > (this.#entries.at(-1)?.score ?? 0);
  }

  add(score: number, entry: Entry): void {
    let place = this.#entries.length;
    while (place > 0 && (this.#entries[place - 1]?.score ?? 0) < score) place -= 1;
    this.#entries.splice(place, 0, { score, entry });
    if (this.#entries.length > this.#size) this.#entries.pop();
  }

  list(): Entry[] {
    return this.#entries.map(({ entry }) => entry);
  }
}
