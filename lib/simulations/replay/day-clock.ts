import { type Day, localDay } from "@/lib/core/calendar";
import { type DayNo, dayNoOf } from "./days";

const QUARTER_HOUR_MS = 900_000;
const MAX_KNOWN = 50_000;

type KnownDay = { day: Day; dayNo: DayNo };

/** The program's days, remembered by quarter hour: no zone changes its clock within one. */
export class DayClock {
  readonly timeZone: string;
  readonly #known = new Map<number, KnownDay>();

  constructor(timeZone: string) {
    this.timeZone = timeZone;
  }

  dayOf(instant: Date): KnownDay {
    const quarter = Math.floor(instant.getTime() / QUARTER_HOUR_MS);
    const found = this.#known.get(quarter);
    if (found !== undefined) return found;
    const day = localDay(instant, this.timeZone);
    const known = { day, dayNo: dayNoOf(day) };
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(quarter, known);
    return known;
  }
}
