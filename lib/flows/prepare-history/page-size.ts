/** How long a page may keep others from its lane, roughly: a till that waits does not notice it. */
const SHORT_MS = 40;
const LONG_MS = 160;
const SMALLEST = 10;
const LARGEST = 2_000;

/** How many members to take at once. Some have a handful of events and others thousands, so it goes by the clock. */
export class PageSize {
  members = 50;

  /** Learns from how long the last page took. */
  async time<T>(page: (members: number) => Promise<T>): Promise<T> {
    const begun = performance.now();
    const result = await page(this.members);
    const took = performance.now() - begun;
    if (took < SHORT_MS) this.members = Math.min(LARGEST, this.members * 2);
    else if (took > LONG_MS) this.members = Math.max(SMALLEST, Math.floor(this.members / 2));
    return result;
  }
}
