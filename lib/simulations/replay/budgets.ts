import type { CapChange, CompiledRuleSet } from "@/lib/campaigns/engine";
import type { LimitMeasure } from "@/lib/campaigns/schema";
import type { Day, Window } from "@/lib/core/calendar";

/** A limit that all members of a campaign share, and what a scenario used of it. */
export type BudgetTally = {
  campaignId: string;
  name: string;
  limitNo: number;
  measure: LimitMeasure;
  amount: number;
  window: Window;
  /** Used by day, in the limit's measure; less what came back on it. */
  days: Map<Day, number>;
  /** The day on which each of its windows ran out, by the window's first day. */
  ranOut: Map<string, Day>;
};

/** The budgets of a scenario's campaigns, by campaign and limit. */
export class Budgets {
  readonly #tallies = new Map<string, BudgetTally>();

  /** Learns the budgets of a rule set that comes into force. */
  learn({ byType, budgetsByType }: CompiledRuleSet): void {
    for (const [type, budgets] of budgetsByType) {
      const names = new Map((byType.get(type) ?? []).map(({ campaignId, name }) => [campaignId, name]));
      for (const { campaignId, limitNo, measure, amount, window } of budgets) {
        const head = { campaignId, name: names.get(campaignId) ?? "", limitNo, measure, amount, window };
        const known = this.#tallies.get(keyOf(head));
        if (known) Object.assign(known, head);
        else this.#tallies.set(keyOf(head), { ...head, days: new Map(), ranOut: new Map() });
      }
    }
  }

  /** @param used by all in the change's window, this change among it */
  count(
    campaignId: string,
    { limitNo, windowStart, used: delta }: Omit<CapChange, "per">,
    used: number,
    day: Day,
  ): void {
    const tally = this.#tallies.get(keyOf({ campaignId, limitNo }));
    if (tally === undefined) return;
    tally.days.set(day, (tally.days.get(day) ?? 0) + delta);
    if (used >= tally.amount && !tally.ranOut.has(windowStart)) tally.ranOut.set(windowStart, day);
  }

  list(): BudgetTally[] {
    return [...this.#tallies.values()];
  }
}

function keyOf({ campaignId, limitNo }: { campaignId: string; limitNo: number }): string {
  return `${campaignId} ${limitNo}`;
}
