import { assert, present } from "@/lib/core/assert";
import {
  type BudgetChange,
  type BudgetKey,
  type BudgetLaneRow,
  type BudgetWish,
  budgetName,
} from "./budget-sql";

/** What a posting knows of budgets before it decides. */
export type BudgetState = {
  lane: number;
  /** What the lane has of them; of those that it has whole, what every lane has. */
  rows: readonly BudgetLaneRow[];
  /** By `budgetName`, those that it has whole: it alone uses them until it is done. */
  whole: ReadonlySet<string>;
  /** How large limits are now, by `campaignId limitNo`. */
  amounts: ReadonlyMap<string, number>;
};

/** A posting that touches no budget. */
export const NO_BUDGETS: BudgetState = { lane: 0, rows: [], whole: new Set(), amounts: new Map() };

/** What has to be done before a posting may be written: it would be wrong as things are. */
export type Unsettled = {
  /** Parts to be set aside for the lane. */
  wishes: BudgetWish[];
  /** Budgets that the posting needs whole. */
  whole: BudgetKey[];
};

type Standing = {
  key: BudgetKey;
  amount: number;
  rows: BudgetLaneRow[];
  own: BudgetLaneRow | undefined;
  isWhole: boolean;
  /** What this posting may use in all; below zero where a limit was lowered under what is used. */
  free: number;
  /** What it uses, less what it gives back. */
  change: number;
  /** What it would have given besides, had there been more. */
  missing: number;
};

/**
 * The budgets of one posting. A lane gives from what it has reserved, without a look at the others. Where that does
 * not suffice the posting is made again, with more reserved or with the budget as a whole: so an award is cut only by
 * what is really left. Pure.
 */
export class BudgetBook {
  readonly #state: BudgetState;
  readonly #rows: ReadonlyMap<string, BudgetLaneRow[]>;
  readonly #standings = new Map<string, Standing>();

  constructor(state: BudgetState) {
    this.#state = state;
    const rows = new Map<string, BudgetLaneRow[]>();
    for (const row of state.rows) {
      const name = budgetName(row);
      const others = rows.get(name);
      if (others) others.push(row);
      else rows.set(name, [row]);
    }
    this.#rows = rows;
  }

  /** What is used of a limit, as far as this posting may count on the rest. */
  used(key: BudgetKey): number {
    const { amount, free, change } = this.#standing(key);
    return amount - free + change;
  }

  /** Uses some of a budget, or gives some back. */
  change(key: BudgetKey, delta: number): void {
    this.#standing(key).change += delta;
  }

  /** Notes that an award was cut by a budget. */
  miss(key: BudgetKey, missing: number): void {
    this.#standing(key).missing += missing;
  }

  #standing(key: BudgetKey): Standing {
    const name = budgetName(key);
    let standing = this.#standings.get(name);
    if (standing === undefined) {
      standing = this.#open(key, this.#state.whole.has(name), this.#rows.get(name) ?? []);
      this.#standings.set(name, standing);
    }
    return standing;
  }

  #open(key: BudgetKey, isWhole: boolean, rows: BudgetLaneRow[]): Standing {
    const own = rows.find(({ lane }) => lane === this.#state.lane);
    // A limit that is no longer in force is only given back to, whatever its size was.
    const amount = this.#state.amounts.get(`${key.campaignId} ${key.limitNo}`) ?? rows[0]?.amount ?? 0;
    let free = 0;
    if (isWhole) free = amount - rows.reduce((sum, { used }) => sum + used, 0);
    else if (own?.amount === amount) free = own.remainder ?? own.reserved - own.used;
    return { key, amount, rows, own, isWhole, free, change: 0, missing: 0 };
  }

  unsettled(): Unsettled {
    const unsettled: Unsettled = { wishes: [], whole: [] };
    for (const { key, amount, own, isWhole, free, change, missing } of this.#standings.values()) {
      if (isWhole) continue;
      const isCurrent = own === undefined || own.amount === amount;
      if (own !== undefined && own.remainder !== null) {
        // What is left is dealt out by turns. Taking none of it, because it does not suffice, is right as it is.
        if (change !== 0 || (missing > 0 && !isCurrent)) unsettled.whole.push(key);
      } else if (missing > 0) {
        if (isCurrent) unsettled.wishes.push({ ...key, amount, need: Math.max(1, change + missing - free) });
        else unsettled.whole.push(key);
      }
    }
    return unsettled;
  }

  close(): BudgetChange {
    const lanes: BudgetLaneRow[] = [];
    const central: (BudgetKey & { amount: number; reserved: number })[] = [];
    for (const standing of this.#standings.values()) {
      const { key, own, change } = standing;
      if (standing.isWhole) {
        const settled = this.#settle(standing);
        lanes.push(...settled.lanes);
        central.push({ ...key, amount: standing.amount, reserved: settled.reserved });
      } else if (change !== 0) {
        const row = present(own, "what is used was reserved");
        lanes.push({ ...row, used: row.used + change });
      }
    }
    return { lanes, central };
  }

  /** Takes back what lanes have not used: all begin anew, or by turns where an award had to be cut. */
  #settle({ key, amount, rows, own, free, change, missing }: Standing) {
    const remainder = Math.max(0, free - change);
    const byTurns = missing > 0 || remainder === 0;
    const all = own
      ? rows
      : [...rows, { ...key, lane: this.#state.lane, amount, reserved: 0, used: 0, remainder: null }];
    const lanes = all.map((row) => {
      const used = row.lane === this.#state.lane ? row.used + change : row.used;
      assert(used >= 0, "no more comes back than was used");
      return { ...row, amount, used, reserved: used, remainder: byTurns ? remainder : null };
    });
    const used = lanes.reduce((sum, row) => sum + row.used, 0);
    // A lane without a row of its own must not find anything to reserve.
    return { lanes, reserved: byTurns ? Math.max(amount, used) : used };
  }
}
