import type { EngineEvent, HistoryChange, HistoryRow, Returned } from "@/lib/campaigns";
import type { KeptCounters } from "./kept-counters";
import type { KeptRow } from "./sql";

/** What a batch knows of what its members have done, and what it has to keep of it. */
export type KnownHistory = { kept: KeptCounters; rows: readonly KeptRow[] };

/** What members have done as far as a batch needs it: each event sees what those before it added. */
export class HistoryBook {
  readonly #kept: KeptCounters;
  readonly #rows = new Map<string, HistoryRow[]>();
  readonly #changes = new Map<string, KeptRow>();

  constructor({ kept, rows }: KnownHistory) {
    this.#kept = kept;
    for (const { memberId, counterNo, ...row } of rows) {
      const own = this.#rows.get(`${memberId} ${counterNo}`);
      if (own) own.push(row);
      else this.#rows.set(`${memberId} ${counterNo}`, [row]);
    }
  }

  /** Rows of a member, as of the events counted so far. */
  rowsOf(memberId: string, counterKey: string): readonly HistoryRow[] {
    const counterNo = this.#kept.numberOf(counterKey, memberId);
    return (counterNo !== undefined && this.#rows.get(`${memberId} ${counterNo}`)) || NO_ROWS;
  }

  /**
   * Counts an event that was posted.
   * @param returned what has come back of it since
   */
  count(memberId: string, event: EngineEvent, returned?: Returned): void {
    if (this.#kept.isEmpty) return;
    for (const change of this.#kept.countsOf(event, returned)) this.#add(memberId, change);
  }

  /** Counts what is different about a purchase or event once more, or less, of it has come back. */
  countReturn(memberId: string, purchase: EngineEvent, before: Returned, after: Returned): void {
    if (this.#kept.isEmpty) return;
    for (const change of this.#kept.changesOfReturn(purchase, before, after)) this.#add(memberId, change);
  }

  #add(memberId: string, { counter, ...row }: HistoryChange): void {
    const counterNo = this.#kept.numberOf(counter, memberId);
    if (counterNo === undefined) return;
    const owner = `${memberId} ${counterNo}`;
    const rows = this.#rows.get(owner);
    const seen = rows?.find(({ day, value }) => day === row.day && value === row.value);
    if (seen) addTo(seen, row);
    else if (rows) rows.push({ ...row });
    else this.#rows.set(owner, [{ ...row }]);
    const place = `${owner} ${row.day} ${row.value}`;
    const change = this.#changes.get(place);
    if (change) addTo(change, row);
    else this.#changes.set(place, { memberId, counterNo, ...row });
  }

  /** What the batch adds to each row that is kept. */
  changes(): KeptRow[] {
    return [...this.#changes.values()].filter(
      ({ counterNo, day, events, amountMinor, quantityMilli }) =>
        (events !== 0 || amountMinor !== 0 || quantityMilli !== 0) && this.#kept.keepsDay(counterNo, day),
    );
  }
}

const NO_ROWS: readonly HistoryRow[] = [];

function addTo(row: HistoryRow, { events, amountMinor, quantityMilli }: HistoryRow): void {
  row.events += events;
  row.amountMinor += amountMinor;
  row.quantityMilli += quantityMilli;
}
