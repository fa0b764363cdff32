import type { CapChange, VersionedCampaign } from "@/lib/campaigns/engine";
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

  /** Learns the budgets of campaigns that come into force. */
  learn(campaigns: readonly VersionedCampaign[]): void {
    for (const { campaignId, definition } of campaigns) {
      for (const [limitNo, limit] of definition.limits.entries()) {
        if (limit.per !== "campaign" || limit.window === "event") continue;
        const measure =
          limit.points !== undefined ? "points" : limit.times !== undefined ? "times" : "costMinor";
        const head = {
          campaignId,
          name: definition.name,
          limitNo,
          measure,
          amount: limit[measure] ?? 0,
        } as const;
        const known = this.#tallies.get(keyOf(head));
        if (known) Object.assign(known, head, { window: limit.window });
        else {
          const tally = { ...head, window: limit.window, days: new Map(), ranOut: new Map() };
          this.#tallies.set(keyOf(head), tally);
        }
      }
    }
  }

  /** @param used by all in the change's window, this change among it */
  count(campaignId: string, { limitNo, windowStart, used: delta }: CapChange, used: number, day: Day): void {
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
