import { type CompiledRuleSet, compileRuleSet, selectRuleSet, selectRuleSetGroups } from "@/lib/campaigns";
import type { SqlTx } from "@/lib/db";
import type { LockedLane } from "@/lib/wallet";
import { noteNeeds } from "./rule-set-needs";

/** Compiled rule sets that this process keeps; the oldest goes first. */
const MAX_KEPT = 200;
const compiled = new Map<string, CompiledRuleSet>();

/**
 * The rule set that the program has in force, compiled once per version. The version was read inside the posting
 * transaction, and a version never changes, so what is kept here is never stale.
 */
export async function loadRuleSet(
  tx: SqlTx,
  { programId, ruleSetVersion, ...program }: LockedLane,
): Promise<CompiledRuleSet> {
  const { timeZone, currency, locale, pointTypes } = program;
  const pointName = pointTypes[0]?.name;
  const prices = pointTypes.map(({ code, valuePerThousandMinor }) => `${code} ${valuePerThousandMinor}`);
  const key = [programId, ruleSetVersion, timeZone, currency, locale, pointName, ...prices].join("\n");
  const known = compiled.get(key);
  if (known) return known;
  const campaigns = await selectRuleSet(tx, programId, ruleSetVersion);
  const ruleSet = compileRuleSet(ruleSetVersion, campaigns, {
    timeZone,
    currency,
    locale,
    pointName,
    pointTypes,
    groups: await selectRuleSetGroups(tx, programId, ruleSetVersion),
  });
  const [oldest] = compiled.keys();
  if (compiled.size >= MAX_KEPT && oldest !== undefined) compiled.delete(oldest);
  compiled.set(key, ruleSet);
  noteNeeds(ruleSet, campaigns);
  return ruleSet;
}
