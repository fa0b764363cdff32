import type { CompiledRuleSet } from "@/lib/campaigns";
import { addDays, type Day } from "@/lib/core/calendar";
import type { SqlTx } from "@/lib/db";
import { KeptCounters, keptCounters } from "./kept-counters";
import { type HistoryNeed, type KeptRow, loadHistory } from "./sql";

type Lane = Parameters<typeof keptCounters>[1];
type PostedEvent = { memberId: string; type: string; occurredAt: Date };

/** What a batch knows of what its members have done, and what it has to keep of it. */
export type KnownHistory = { kept: KeptCounters; rows: readonly KeptRow[] };

export const NO_HISTORY: KnownHistory = { kept: KeptCounters.NONE, rows: [] };

/** Days before all that anybody counts: everything but the row of all time. */
const FIRST_DAY: Day = "0001-01-02";

/**
 * Reads what the members of a batch have done, as far as conditions of the rule set look at it. It takes one
 * statement, and none where no condition looks at anything.
 */
export async function knownHistory(
  tx: SqlTx,
  lane: Lane,
  ruleSet: Pick<CompiledRuleSet, "clock" | "countersReadByType">,
  events: readonly PostedEvent[],
): Promise<KnownHistory> {
  const kept = await keptCounters(tx, lane);
  if (kept.isEmpty) return NO_HISTORY;
  return { kept, rows: await loadHistory(tx, lane.programId, needsOf(kept, ruleSet, events)) };
}

/** What conditions look at when they meet the events: of each counter, the days from the earliest window's first. */
function needsOf(
  kept: KeptCounters,
  { clock, countersReadByType }: Pick<CompiledRuleSet, "clock" | "countersReadByType">,
  events: readonly PostedEvent[],
): HistoryNeed[] {
  const needs = new Map<string, HistoryNeed>();
  for (const { memberId, type, occurredAt } of events) {
    for (const { counter, days } of countersReadByType.get(type) ?? []) {
      const counterNo = kept.numberOf(counter.key, memberId);
      if (counterNo === undefined) continue;
      const since =
        days === null ? FIRST_DAY : addDays(clock.windowStart(occurredAt.getTime(), "day"), -days);
      const known = needs.get(`${memberId} ${counterNo}`);
      if (known === undefined) needs.set(`${memberId} ${counterNo}`, { memberId, counterNo, since });
      else if (since < known.since) known.since = since;
    }
  }
  return [...needs.values()];
}
