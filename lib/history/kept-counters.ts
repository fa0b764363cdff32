import {
  type Counting,
  compileCounters,
  type EngineEvent,
  type HistoryChange,
  historyChanges,
  historyChangesOfReturn,
  type LaneCounters,
  LIFETIME,
  type NumberedCounter,
  type Returned,
  selectCounters,
} from "@/lib/campaigns";
import type { Day } from "@/lib/core/calendar";
import type { SqlTx } from "@/lib/db";

/** The counters that a lane keeps, ready to count. */
export class KeptCounters {
  /** None at all: nothing is read, counted or written. */
  static readonly NONE = new KeptCounters([], { counters: {}, historyFrom: {}, timeZone: "UTC" });

  readonly numbers: readonly number[];
  /** Types of events that any of them counts. */
  readonly types: readonly string[];
  readonly #counting: Counting;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #upTo: LaneCounters;
  readonly #from: Lane["historyFrom"];

  constructor(
    counters: readonly NumberedCounter[],
    { counters: upTo, historyFrom, timeZone }: Omit<Lane, "programId">,
  ) {
    this.numbers = counters.map(({ counterNo }) => counterNo);
    this.#counting = compileCounters(counters, timeZone);
    this.types = [...this.#counting.countersByType.keys()];
    this.#numbers = new Map(counters.map(({ key, counterNo }) => [key, counterNo]));
    this.#upTo = upTo;
    this.#from = historyFrom;
  }

  get isEmpty(): boolean {
    return this.numbers.length === 0;
  }

  /** The number of a counter that is kept for this member. */
  numberOf(key: string, memberId: string): number | undefined {
    const counterNo = this.#numbers.get(key);
    return counterNo !== undefined && this.keeps(counterNo, memberId) ? counterNo : undefined;
  }

  /** Ids are compared as PostgreSQL compares them: byte by byte, which their text follows. */
  keeps(counterNo: number, memberId: string): boolean {
    const upTo = this.#upTo[counterNo];
    return upTo === null || (upTo !== undefined && memberId < upTo);
  }

  /** Whether a row of this day, or that of all time, is kept. */
  keepsDay(counterNo: number, day: Day): boolean {
    return keepsDay(this.#from, counterNo, day);
  }

  /** What an event counts for, less what has come back of it. */
  countsOf(event: EngineEvent, returned?: Returned): HistoryChange[] {
    return historyChanges(this.#counting, event, returned);
  }

  /** What goods that come back change. */
  changesOfReturn(purchase: EngineEvent, before: Returned, after: Returned): HistoryChange[] {
    return historyChangesOfReturn(this.#counting, purchase, before, after);
  }
}

/** What a lane keeps: which counters, and from which day on. */
export type Lane = {
  programId: string;
  timeZone: string;
  counters: LaneCounters;
  historyFrom: Readonly<Record<string, Day>>;
};

/** Whether a counter keeps a row of this day, or that of all time: old days are let go of. */
export function keepsDay(historyFrom: Lane["historyFrom"], counterNo: number, day: Day): boolean {
  const from = historyFrom[counterNo];
  return from === undefined || day >= from || day === LIFETIME;
}

/** Counters never change, so what is known of them is never stale. The oldest goes first. */
const known = new Map<string, NumberedCounter>();
const MAX_KNOWN = 10_000;
/** What lanes keep changes rarely: the compiled form serves until it does. */
const compiled = new Map<string, KeptCounters>();
const MAX_COMPILED = 500;

/** Counters as if all members' history were kept by them: to count it. */
export async function wholeCounters(
  tx: SqlTx,
  { programId, timeZone, historyFrom }: Omit<Lane, "counters">,
  numbers: readonly number[],
): Promise<KeptCounters> {
  const counters = Object.fromEntries(numbers.map((counterNo) => [counterNo, null]));
  const found = await readCounters(tx, programId, numbers);
  return new KeptCounters(found, { counters, historyFrom, timeZone });
}

/** The counters that a locked lane keeps. A program whose campaigns ask for no history costs no statement. */
export async function keptCounters(tx: SqlTx, { programId, ...lane }: Lane): Promise<KeptCounters> {
  const { timeZone, counters, historyFrom } = lane;
  const numbers = Object.keys(counters).map(Number);
  if (numbers.length === 0) return KeptCounters.NONE;
  const key = `${programId} ${timeZone} ${JSON.stringify([counters, historyFrom])}`;
  const ready = compiled.get(key);
  if (ready) return ready;
  const kept = new KeptCounters(await readCounters(tx, programId, numbers), {
    counters,
    historyFrom,
    timeZone,
  });
  remember(compiled, MAX_COMPILED, key, kept);
  return kept;
}

async function readCounters(
  tx: SqlTx,
  programId: string,
  numbers: readonly number[],
): Promise<NumberedCounter[]> {
  const missing = numbers.filter((counterNo) => !known.has(`${programId} ${counterNo}`));
  if (missing.length > 0) {
    for (const counter of await selectCounters(tx, programId, missing)) {
      remember(known, MAX_KNOWN, `${programId} ${counter.counterNo}`, counter);
    }
  }
  return numbers.flatMap((counterNo) => known.get(`${programId} ${counterNo}`) ?? []);
}

function remember<Value>(map: Map<string, Value>, most: number, key: string, value: Value): void {
  const [oldest] = map.keys();
  if (map.size >= most && oldest !== undefined) map.delete(oldest);
  map.set(key, value);
}
