import type { CompiledRuleSet } from "@/lib/campaigns/engine";
import type { LimitMeasure } from "@/lib/campaigns/schema";
import type { Day, Window } from "@/lib/core/calendar";
import { addCounts } from "./counts";

/** A budget as the latest rule set that has it describes it. */
type BudgetHead = {
  name: string;
  measure: LimitMeasure;
  amount: number;
  window: Window;
  ruleSetVersion: number;
};

/** A limit that all members of a campaign share, and what a scenario used of it. */
export type BudgetTally = {
  campaignId: string;
  limitNo: number;
  /** Null where no rule set that was met has it: something came back of what was used before. */
  head: BudgetHead | null;
  /** Used by day, in the limit's measure; less what came back on it. */
  days: Map<Day, number>;
  /** The day on which each of its windows ran out, by the window's first day. */
  ranOut: Map<string, Day>;
};

/** Adds what other members used of the same budgets. */
export function addBudgets(to: BudgetTally[], more: readonly BudgetTally[]): void {
  for (const tally of more) {
    const known = to.find((other) => keyOf(other) === keyOf(tally));
    if (known === undefined) to.push(tally);
    else {
      if (tally.head !== null) headBy(known, tally.head);
      addCounts(known.days, tally.days);
      for (const [window, day] of tally.ranOut) known.ranOut.set(window, day);
    }
  }
}

function headBy(tally: BudgetTally, head: BudgetHead): void {
  if (tally.head === null || head.ruleSetVersion > tally.head.ruleSetVersion) tally.head = head;
}

/** The budgets of a scenario's campaigns, by campaign and limit. */
export class Budgets {
  readonly #tallies = new Map<string, BudgetTally>();
  /** How large limits are, by rule set. */
  readonly #amounts = new Map<CompiledRuleSet, Map<string, number>>();

  /** Learns the budgets of a rule set that comes into force. */
  learn({ byType, budgetsByType, version: ruleSetVersion }: CompiledRuleSet): void {
    for (const [type, budgets] of budgetsByType) {
      const names = new Map((byType.get(type) ?? []).map(({ campaignId, name }) => [campaignId, name]));
      for (const { campaignId, limitNo, measure, amount, window } of budgets) {
        const name = names.get(campaignId) ?? "";
        headBy(this.#tallyOf(campaignId, limitNo), { name, measure, amount, window, ruleSetVersion });
      }
    }
  }

  /** How large a limit is in a rule set; null: it has none of the kind. */
  amountIn(rules: CompiledRuleSet, campaignId: string, limitNo: number): number | null {
    let amounts = this.#amounts.get(rules);
    if (amounts === undefined) {
      const all = [...rules.budgetsByType.values()].flat();
      amounts = new Map(all.map((budget) => [keyOf(budget), budget.amount]));
      this.#amounts.set(rules, amounts);
    }
    return amounts.get(keyOf({ campaignId, limitNo })) ?? null;
  }

  /** Counts what was used of a limit on a day, or came back. */
  count(campaignId: string, limitNo: number, delta: number, day: Day): void {
    const { days } = this.#tallyOf(campaignId, limitNo);
    days.set(day, (days.get(day) ?? 0) + delta);
  }

  /** Notes the day on which nothing was left of a window. */
  noteEnd(campaignId: string, limitNo: number, windowStart: string, day: Day): void {
    this.#tallyOf(campaignId, limitNo).ranOut.set(windowStart, day);
  }

  #tallyOf(campaignId: string, limitNo: number): BudgetTally {
    const key = keyOf({ campaignId, limitNo });
    const known = this.#tallies.get(key);
    if (known) return known;
    const tally = { campaignId, limitNo, head: null, days: new Map(), ranOut: new Map() };
    this.#tallies.set(key, tally);
    return tally;
  }

  list(): BudgetTally[] {
    return [...this.#tallies.values()];
  }
}

function keyOf({ campaignId, limitNo }: { campaignId: string; limitNo: number }): string {
  return `${campaignId} ${limitNo}`;
}
