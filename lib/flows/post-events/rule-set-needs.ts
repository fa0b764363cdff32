import { type CompiledRuleSet, looksAtSegments, type VersionedCampaign } from "@/lib/campaigns";
import { isOccasion } from "@/lib/occasions/schema";

/** What posting has to load for the campaigns of a rule set, beside what every posting needs. */
export type Needs = {
  segments: boolean;
  /** Where members stand in their challenges. */
  progress: boolean;
  /** Names of what Tessera notices by itself and campaigns begin with. */
  awaited: ReadonlySet<string>;
};

const noted = new WeakMap<CompiledRuleSet, Needs>();
const NOTHING: Needs = { segments: false, progress: false, awaited: new Set() };

/** Remembers the needs of a rule set that has just been compiled. */
export function noteNeeds(ruleSet: CompiledRuleSet, campaigns: readonly VersionedCampaign[]): void {
  const definitions = campaigns.map(({ definition }) => definition);
  noted.set(ruleSet, {
    segments: definitions.some(looksAtSegments),
    progress: definitions.some(({ effects }) => effects.some(({ kind }) => kind === "progress")),
    awaited: new Set(
      definitions.flatMap(({ trigger }) =>
        trigger.event === "custom" && isOccasion(trigger.name) ? trigger.name : [],
      ),
    ),
  });
}

export function needsOf(ruleSet: CompiledRuleSet): Needs {
  return noted.get(ruleSet) ?? NOTHING;
}
