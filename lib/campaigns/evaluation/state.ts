import type { EngineMember } from "../evaluation/facts";
import type { HistoryChange, HistoryRow } from "../evaluation/history";
import type { Award } from "../evaluation/verdict";

/** What evaluation reads beside the event. */
export type EngineState = {
  member: EngineMember;
  /** What a limit of this member counts in a window so far, in the limit's measure. */
  capUse: (campaignId: string, limitNo: number, windowStart: string) => number;
  /** What a limit that all members share counts in a window so far, as far as is known here. */
  budgetUse: (campaignId: string, limitNo: number, windowStart: string) => number;
  /** Rows of the member's history by the key of their counter; empty where there are none. */
  history: (counterKey: string) => readonly HistoryRow[];
};

/**
 * The state that the member's next event meets: what the awards used and what the event adds to history is on top
 * of it. For previews and tests; whoever works through many events keeps counters of its own.
 */
export function stateAfter(
  state: EngineState,
  awards: readonly Award[],
  changes: readonly HistoryChange[] = [],
): EngineState {
  const isSame = changes.length === 0 && awards.every(({ caps }) => caps.length === 0);
  return isSame ? state : LaterState.after(state, awards, changes);
}

/** One level of counters over the state that evaluation began with, however many events came in between. */
class LaterState implements EngineState {
  readonly member: EngineMember;
  readonly #first: EngineState;
  readonly #used: ReadonlyMap<string, number>;
  readonly #history: ReadonlyMap<string, readonly HistoryRow[]>;

  private constructor(
    first: EngineState,
    used: ReadonlyMap<string, number>,
    history: ReadonlyMap<string, readonly HistoryRow[]>,
  ) {
    this.member = first.member;
    this.#first = first;
    this.#used = used;
    this.#history = history;
  }

  static after(state: EngineState, awards: readonly Award[], changes: readonly HistoryChange[]): LaterState {
    const isLater = state instanceof LaterState;
    const used = new Map(isLater ? state.#used : []);
    for (const { campaignId, caps } of awards) {
      for (const { per, limitNo, windowStart, used: added } of caps) {
        const key = keyOfUse(per, campaignId, limitNo, windowStart);
        used.set(key, (used.get(key) ?? 0) + added);
      }
    }
    const history = new Map(isLater ? state.#history : []);
    for (const { counter, ...row } of changes) {
      history.set(counter, withRow(history.get(counter) ?? state.history(counter), row));
    }
    return new LaterState(isLater ? state.#first : state, used, history);
  }

  capUse(campaignId: string, limitNo: number, windowStart: string): number {
    const added = this.#used.get(keyOfUse("member", campaignId, limitNo, windowStart)) ?? 0;
    return added + this.#first.capUse(campaignId, limitNo, windowStart);
  }

  budgetUse(campaignId: string, limitNo: number, windowStart: string): number {
    const added = this.#used.get(keyOfUse("campaign", campaignId, limitNo, windowStart)) ?? 0;
    return added + this.#first.budgetUse(campaignId, limitNo, windowStart);
  }

  history(counterKey: string): readonly HistoryRow[] {
    return this.#history.get(counterKey) ?? this.#first.history(counterKey);
  }
}

function keyOfUse(per: string, campaignId: string, limitNo: number, windowStart: string): string {
  return `${per} ${campaignId} ${limitNo} ${windowStart}`;
}

/** The rows with what a change adds to the one of its day and value. */
function withRow(rows: readonly HistoryRow[], added: HistoryRow): HistoryRow[] {
  const isSame = ({ day, value }: HistoryRow) => day === added.day && value === added.value;
  if (!rows.some(isSame)) return [...rows, added];
  return rows.map((row) =>
    isSame(row)
      ? {
          ...row,
          events: row.events + added.events,
          amountMinor: row.amountMinor + added.amountMinor,
          quantityMilli: row.quantityMilli + added.quantityMilli,
        }
      : row,
  );
}
