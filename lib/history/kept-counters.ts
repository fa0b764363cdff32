import {
  type Counting,
  compileCounters,
  type EngineEvent,
  type HistoryChange,
  historyChanges,
  historyChangesOfReturn,
  type LaneCounters,
  type NumberedCounter,
  type Returned,
  selectCounters,
} from "@/lib/campaigns";
import type { SqlTx } from "@/lib/db";

/** The counters that a lane keeps, ready to count. */
export class KeptCounters {
  /** None at all: nothing is read, counted or written. */
  static readonly NONE = new KeptCounters([], {}, "UTC");

  readonly numbers: readonly number[];
  /** Types of events that any of them counts. */
  readonly types: readonly string[];
  readonly #counting: Counting;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #upTo: LaneCounters;

  constructor(counters: readonly NumberedCounter[], upTo: LaneCounters, timeZone: string) {
    this.numbers = counters.map(({ counterNo }) => counterNo);
    this.#counting = compileCounters(counters, timeZone);
    this.types = [...this.#counting.countersByType.keys()];
    this.#numbers = new Map(counters.map(({ key, counterNo }) => [key, counterNo]));
    this.#upTo = upTo;
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

  /** What an event counts for, less what has come back of it. */
  countsOf(event: EngineEvent, returned?: Returned): HistoryChange[] {
    return historyChanges(this.#counting, event, returned);
  }

  /** What goods that come back change. */
  changesOfReturn(purchase: EngineEvent, before: Returned, after: Returned): HistoryChange[] {
    return historyChangesOfReturn(this.#counting, purchase, before, after);
  }
}

type Lane = { programId: string; timeZone: string; counters: LaneCounters };

/** Counters never change, so what is known of them is never stale. The oldest goes first. */
const known = new Map<string, NumberedCounter>();
const MAX_KNOWN = 10_000;
/** What lanes keep changes rarely: the compiled form serves until it does. */
const compiled = new Map<string, KeptCounters>();
const MAX_COMPILED = 500;

/** Counters as if all members' history were kept by them: to count it. */
export async function wholeCounters(
  tx: SqlTx,
  { programId, timeZone }: Omit<Lane, "counters">,
  numbers: readonly number[],
): Promise<KeptCounters> {
  const upTo = Object.fromEntries(numbers.map((counterNo) => [counterNo, null]));
  return new KeptCounters(await readCounters(tx, programId, numbers), upTo, timeZone);
}

/** The counters that a locked lane keeps. A program whose campaigns ask for no history costs no statement. */
export async function keptCounters(
  tx: SqlTx,
  { programId, timeZone, counters }: Lane,
): Promise<KeptCounters> {
  const numbers = Object.keys(counters).map(Number);
  if (numbers.length === 0) return KeptCounters.NONE;
  const key = `${programId} ${timeZone} ${JSON.stringify(counters)}`;
  const ready = compiled.get(key);
  if (ready) return ready;
  const kept = new KeptCounters(await readCounters(tx, programId, numbers), counters, timeZone);
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
