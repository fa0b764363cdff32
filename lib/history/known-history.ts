import type { CompiledRuleSet } from "@/lib/campaigns";
import { addDays, type Day } from "@/lib/core/calendar";
import type { SqlTx } from "@/lib/db";
import type { KnownHistory } from "./history-book";
import { KeptCounters, keptCounters } from "./kept-counters";
import { readHistory } from "./read-history";
import type { HistoryNeed } from "./sql";

type Lane = Parameters<typeof keptCounters>[1];
type PostedEvent = { memberId: string; type: string; occurredAt: Date };

export const NO_HISTORY: KnownHistory = { kept: KeptCounters.NONE, rows: [] };

/** Before all days that anybody counts, and after the one that stands for all time. */
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
  return { kept, rows: await readHistory(tx, lane, needsOf(kept, ruleSet, events)) };
}

/** What conditions look at when they meet the events: of each counter, the days from the earliest window's first. */
function needsOf(
  kept: KeptCounters,
  { clock, countersReadByType }: Pick<CompiledRuleSet, "clock" | "countersReadByType">,
  events: readonly PostedEvent[],
): HistoryNeed[] {
  const needs = new Map<string, HistoryNeed>();
  for (const { memberId, type, occurredAt } of events) {
    for (const { counter, days, byDay, allTime } of countersReadByType.get(type) ?? []) {
      const counterNo = kept.numberOf(counter.key, memberId);
      if (counterNo === undefined) continue;
      const since = byDay ? firstDay(clock.windowStart(occurredAt.getTime(), "day"), days) : null;
      const key = `${memberId} ${counterNo}`;
      const known = needs.get(key);
      if (known === undefined) needs.set(key, { memberId, counterNo, since, allTime });
      else {
        known.since = earlier(known.since, since);
        known.allTime ||= allTime;
      }
    }
  }
  return [...needs.values()];
}

function firstDay(day: Day, before: number | null): Day {
  return before === null ? FIRST_DAY : addDays(day, -before);
}

function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
