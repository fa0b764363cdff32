import "server-only";
import type { Tx } from "@/lib/db";
import { lockRuleSetVersion, selectLiveDefinitions } from "../sql";
import { selectDefinitionsSince } from "./counter-sql";
import { counterKeyOf, daysLookedAt, historyConditionsIn } from "./counters";

/** Postings that began under an earlier rule set still go by it for a moment. */
const GRACE_MS = 60 * 60_000;

/**
 * The counters that campaigns which run, wait or may run again ask for, by their numbers: how many days back any of them
 * looks, without end where it looks at all there are. Holds the program's turn to change its rule set until the
 * transaction ends, so that none comes to be needed meanwhile.
 */
export async function neededCounters(tx: Tx, programId: string, now: Date): Promise<Map<number, number>> {
  await lockRuleSetVersion(tx, programId);
  const since = new Date(now.getTime() - GRACE_MS);
  const definitions = [
    ...(await selectLiveDefinitions(tx, programId)),
    ...(await selectDefinitionsSince(tx, programId, since)),
  ];
  const days = new Map<string, number>();
  for (const asked of definitions.flatMap(({ condition }) => historyConditionsIn(condition))) {
    const key = counterKeyOf(asked);
    days.set(key, Math.max(days.get(key) ?? 0, daysLookedAt(asked) ?? Number.POSITIVE_INFINITY));
  }
  const counters = await tx.counter.findMany({
    where: { programId, key: { in: [...days.keys()] } },
    select: { counterNo: true, key: true },
  });
  return new Map(counters.map(({ counterNo, key }) => [counterNo, days.get(key) ?? 0]));
}
