import type { HistoryChange, HistoryRow } from "@/lib/campaigns/engine";

const NOTHING: readonly HistoryRow[] = [];

/** What one member has done, as the history counters of all scenarios together keep it. */
export class MemberHistory {
  readonly #rows = new Map<string, HistoryRow[]>();

  rowsOf(counter: string): readonly HistoryRow[] {
    return this.#rows.get(counter) ?? NOTHING;
  }

  change(changes: readonly HistoryChange[]): void {
    for (const { counter, day, value, events, amountMinor, quantityMilli } of changes) {
      const rows = this.#rowsFor(counter);
      let place = rows.length - 1;
      while (place >= 0 && (rows[place]?.day !== day || rows[place]?.value !== value)) place -= 1;
      const row = rows[place];
      if (row === undefined) {
        rows.push({ day, value, events, amountMinor, quantityMilli });
        continue;
      }
      row.events += events;
      row.amountMinor += amountMinor;
      row.quantityMilli += quantityMilli;
      if (row.events === 0 && row.amountMinor === 0 && row.quantityMilli === 0) rows.splice(place, 1);
    }
  }

  #rowsFor(counter: string): HistoryRow[] {
    const known = this.#rows.get(counter);
    if (known) return known;
    const rows: HistoryRow[] = [];
    this.#rows.set(counter, rows);
    return rows;
  }
}
