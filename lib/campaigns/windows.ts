import { type Day, type Window, windowStart } from "@/lib/core/calendar";

/** The local day, and so every window, changes on a quarter hour only: days begin there in every zone. */
const QUARTER_HOUR_MS = 900_000;
const MAX_KEPT = 20_000;

type Starts = Partial<Record<Window, Day>>;

/** First days of the windows that instants lie in, remembered by quarter hour: limits ask for them all the time. */
export class WindowStarts {
  readonly #timeZone: string;
  readonly #known = new Map<number, Starts>();
  #latestQuarter = Number.NaN;
  #latest: Starts = {};

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  of(instant: Date, window: Window): Day {
    const quarter = Math.floor(instant.getTime() / QUARTER_HOUR_MS);
    // One event asks many times over, and the next one often lies close by.
    const starts = quarter === this.#latestQuarter ? this.#latest : this.#startsOf(quarter);
    let start = starts[window];
    if (start === undefined) {
      start = windowStart(instant, this.#timeZone, window);
      starts[window] = start;
    }
    return start;
  }

  #startsOf(quarter: number): Starts {
    let starts = this.#known.get(quarter);
    if (starts === undefined) {
      if (this.#known.size >= MAX_KEPT) this.#known.clear();
      starts = {};
      this.#known.set(quarter, starts);
    }
    this.#latestQuarter = quarter;
    this.#latest = starts;
    return starts;
  }
}
