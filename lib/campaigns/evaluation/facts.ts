import { type Day, localDay, type ZonedParts } from "@/lib/core/calendar";
import { type FactLine, FoldedLine } from "./fact-line";
import type { HistoryRow } from "./history";
import type { LocalClock } from "./local-clock";
import { type LineSelector, Selection } from "./selection";

export type { FactLine } from "./fact-line";

/** What a rule may look at of an event. Only a purchase has an amount and lines. */
export type FactPayload = {
  amountMinor?: number | undefined;
  lines?: readonly FactLine[] | undefined;
  store?: string | undefined;
  channel?: string | undefined;
  device?: string | undefined;
  /** Codes that the member entered with the purchase. */
  codes?: readonly string[] | undefined;
  attributes?: Record<string, string | number | boolean> | undefined;
};

export type EngineEvent = {
  /** `purchase` or `custom:<name>` */
  type: string;
  occurredAt: Date;
  payload: FactPayload;
};

export type EngineMember = {
  /** Decides, with a campaign's id, who is in its control group. */
  memberId: string;
  attributes: Readonly<Record<string, unknown>>;
  joinedAt: Date;
  /** Code of the tier; absent: none. */
  tier?: string | null | undefined;
  /** Codes of the segments that the member is in. */
  segments?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
  /** YYYY-MM-DD */
  birthday?: Day | null | undefined;
};

/** What the member has done. */
export type HistoryReader = {
  /** Rows by the key of their counter; empty where there are none. */
  history: (counterKey: string) => readonly HistoryRow[];
};

const NO_HISTORY: HistoryReader = { history: () => [] };
const NO_LINES: readonly FactLine[] = [];

const DAY_MS = 86_400_000;

/** One event before the rules: what several of them ask for is worked out once. */
export class Facts {
  readonly type: string;
  /** When it happened, in milliseconds since 1970. */
  readonly instant: number;
  readonly payload: FactPayload;
  readonly amountMinor: number;
  readonly lines: readonly FactLine[];
  readonly member: EngineMember;
  readonly clock: LocalClock;
  readonly #past: HistoryReader;
  #folded: readonly FactLine[] | undefined;
  #whole: Selection | undefined;
  #codes: ReadonlySet<string> | undefined;

  constructor(
    { type, occurredAt, payload }: EngineEvent,
    member: EngineMember,
    clock: LocalClock,
    past: HistoryReader = NO_HISTORY,
  ) {
    this.instant = occurredAt.getTime();
    this.type = type;
    this.payload = payload;
    this.amountMinor = payload.amountMinor ?? 0;
    this.lines = payload.lines ?? NO_LINES;
    this.member = member;
    this.clock = clock;
    this.#past = past;
  }

  /** Rows of the member's history as of the events posted before; empty where there are none. */
  history(counterKey: string): readonly HistoryRow[] {
    return this.#past.history(counterKey);
  }

  /** The lines with their texts folded for comparing, in the same order. */
  get foldedLines(): readonly FactLine[] {
    this.#folded ??= this.lines.map((line) => new FoldedLine(line));
    return this.#folded;
  }

  /** The codes that were entered, folded. */
  get codes(): ReadonlySet<string> {
    this.#codes ??= new Set(this.payload.codes?.map((code) => code.toLowerCase()));
    return this.#codes;
  }

  /** The lines that a selector is about, looked up once an event; null: all of it. */
  select(selector: LineSelector | null): Selection {
    if (selector === null) {
      this.#whole ??= Selection.whole(this.lines, this.amountMinor);
      return this.#whole;
    }
    return selector.select(this.foldedLines);
  }

  /** The date on the wall clock in the program's time zone. */
  get date(): ZonedParts {
    return this.clock.quarterOf(this.instant).parts;
  }

  /** The day in the program's time zone. */
  get day(): Day {
    return this.clock.quarterOf(this.instant).day;
  }

  /** Minutes since midnight on the wall clock. */
  get minuteOfDay(): number {
    return this.clock.minuteOfDay(this.instant);
  }

  /** The day on which the member joined. */
  get joiningDay(): Day {
    return localDay(this.member.joinedAt, this.clock.timeZone);
  }

  /** Whole calendar days between joining and the event; 0 on the day of joining and before. */
  get daysSinceJoining(): number {
    return Math.max(0, daysBetween(this.joiningDay, this.day));
  }
}

/** Whole days from one to the other; below zero where the other comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
