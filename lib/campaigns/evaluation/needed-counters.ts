import "server-only";
import type { Tx } from "@/lib/db";
import { lockRuleSetVersion, selectLiveDefinitions } from "../sql";
import { countersOf } from "./count-alone";
import { selectDefinitionsSince } from "./counter-sql";

/** Postings that began under an earlier rule set still go by it for a moment. */
const GRACE_MS = 60 * 60_000;

/**
 * The numbers of the counters that campaigns which run, wait or may run again ask for. Holds the program's turn to
 * change its rule set until the transaction ends, so that none comes to be needed meanwhile.
 */
export async function neededCounters(tx: Tx, programId: string, now: Date): Promise<Set<number>> {
  await lockRuleSetVersion(tx, programId);
  const since = new Date(now.getTime() - GRACE_MS);
  const definitions = [
    ...(await selectLiveDefinitions(tx, programId)),
    ...(await selectDefinitionsSince(tx, programId, since)),
  ];
  const keys = new Set(definitions.flatMap(countersOf).map(({ key }) => key));
  const counters = await tx.counter.findMany({
    where: { programId, key: { in: [...keys] } },
    select: { counterNo: true },
  });
  return new Set(counters.map(({ counterNo }) => counterNo));
}
