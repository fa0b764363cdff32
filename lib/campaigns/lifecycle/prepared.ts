import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import type { Tx } from "@/lib/db";
import { countersOf } from "../evaluation/count-alone";
import {
  type LaneCounters,
  numberCounters,
  selectDefinitions,
  selectLaneCounters,
  setPreparing,
} from "../evaluation/counter-sql";
import type { Counter } from "../evaluation/history";
import { selectRuleSet } from "../sql";

export type CampaignEntry = { campaignId: string; version: number };

/**
 * Of the campaigns that are to run, what can: a version whose conditions ask for history waits until all lanes have
 * counted it, or it would decide on an empty one. Meanwhile the version that ran before goes on. Remembers which
 * campaigns wait. The caller holds the program's turn to change its rule set.
 * @param before the rule set that is in force
 */
export async function whatIsPrepared(
  tx: Tx,
  { programId, clock }: Pick<Ctx, "programId" | "clock">,
  wanted: readonly CampaignEntry[],
  before: number,
): Promise<CampaignEntry[]> {
  const needs = await countersOfVersions(tx, programId, wanted);
  const counters = new Map([...needs.values()].flat().map((counter) => [counter.key, counter]));
  const waiting = new Set<string>();
  if (counters.size > 0) {
    const numbers = await numberCounters(tx, programId, [...counters.values()], clock.now());
    const lanes = await selectLaneCounters(tx, programId);
    for (const [campaignId, own] of needs) {
      const isReady = own.every(({ key }) => isKept(lanes, present(numbers.get(key), "it has a number")));
      if (!isReady) waiting.add(campaignId);
    }
  }
  await setPreparing(tx, programId, [...waiting]);
  if (waiting.size === 0) return [...wanted];
  const running = await selectRuleSet(tx, programId, before);
  const versions = new Map(running.map(({ campaignId, version }) => [campaignId, version]));
  return wanted.flatMap(({ campaignId, version }) => {
    if (!waiting.has(campaignId)) return [{ campaignId, version }];
    const earlier = versions.get(campaignId);
    return earlier === undefined ? [] : [{ campaignId, version: earlier }];
  });
}

/** The counters that versions of campaigns ask, by campaign. */
async function countersOfVersions(
  tx: Tx,
  programId: string,
  versions: readonly CampaignEntry[],
): Promise<Map<string, Counter[]>> {
  const definitions = await selectDefinitions(tx, programId, versions);
  return new Map(definitions.map(({ campaignId, definition }) => [campaignId, countersOf(definition)]));
}

function isKept(lanes: readonly { counters: LaneCounters }[], counterNo: number): boolean {
  return lanes.every(({ counters }) => counters[counterNo] === null);
}
