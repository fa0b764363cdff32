import {
  type Day,
  localDay,
  type Window,
  windowStart,
  type ZonedParts,
  zonedParts,
} from "@/lib/core/calendar";

/** The local day, and so every window, changes on a quarter hour only: days begin there in every zone. */
const QUARTER_HOUR_MS = 900_000;
const MINUTE_MS = 60_000;
const MAX_KEPT = 20_000;

/** A quarter of an hour on the wall clock: its day, and what starts the windows that it lies in. */
class QuarterHour {
  /** When it begins, in milliseconds since 1970. */
  readonly start: number;
  readonly parts: ZonedParts;
  readonly day: Day;
  readonly #timeZone: string;
  readonly #windows: Partial<Record<Window, Day>> = {};

  constructor(quarter: number, timeZone: string) {
    this.start = quarter * QUARTER_HOUR_MS;
    this.parts = zonedParts(new Date(this.start), timeZone);
    this.day = localDay(new Date(this.start), timeZone);
    this.#timeZone = timeZone;
  }

  windowStart(window: Window): Day {
    let start = this.#windows[window];
    if (start === undefined) {
      start = windowStart(new Date(this.start), this.#timeZone, window);
      this.#windows[window] = start;
    }
    return start;
  }
}

/** The wall clock of a program, remembered by quarter hour: rules and limits ask for it all the time. */
export class LocalClock {
  readonly timeZone: string;
  readonly #known = new Map<number, QuarterHour>();
  #latestQuarter = Number.NaN;
  #latest: QuarterHour | undefined;

  constructor(timeZone: string) {
    this.timeZone = timeZone;
  }

  quarterOf(instant: number): QuarterHour {
    const quarter = Math.floor(instant / QUARTER_HOUR_MS);
    // One event asks many times over, and the next one often lies close by.
    if (quarter === this.#latestQuarter && this.#latest !== undefined) return this.#latest;
    let found = this.#known.get(quarter);
    if (found === undefined) {
      if (this.#known.size >= MAX_KEPT) this.#known.clear();
      found = new QuarterHour(quarter, this.timeZone);
      this.#known.set(quarter, found);
    }
    this.#latestQuarter = quarter;
    this.#latest = found;
    return found;
  }

  /** Minutes since midnight that the wall clock shows. */
  minuteOfDay(instant: number): number {
    const { parts, start } = this.quarterOf(instant);
    return parts.hour * 60 + parts.minute + Math.floor((instant - start) / MINUTE_MS);
  }

  /** First day of the window that the instant lies in. */
  windowStart(instant: number, window: Window): Day {
    return this.quarterOf(instant).windowStart(window);
  }
}
