import {
  type CompiledRuleSet,
  compileRuleSet,
  openWorkshop,
  type RuleSetProgram,
  type VersionedCampaign,
} from "@/lib/campaigns/engine";
import type { CampaignGroup } from "@/lib/campaigns/schema";
import type { SqlTx } from "@/lib/db";
import type { ProgramDto } from "@/lib/programs";
import type { ScenarioSpec, SimulationRequest } from "@/lib/simulations";
import { listGroups, listLaunched, listRuleSets } from "./sql";

type RuleSet = { campaigns: readonly VersionedCampaign[]; groups: readonly CampaignGroup[] };

const NO_RULES: RuleSet = { campaigns: [], groups: [] };

/** What the program's rules have been, and the groups as they stand now. */
export type LiveRules = { byVersion: ReadonlyMap<number, RuleSet>; current: number; groups: CampaignGroup[] };

export async function loadLiveRules(
  tx: SqlTx,
  { programId, ruleSetVersion }: Pick<ProgramDto, "programId" | "ruleSetVersion">,
): Promise<LiveRules> {
  const ruleSets = await listRuleSets(tx, programId);
  const launched = await listLaunched(tx, programId);
  const definitions = new Map(launched.map((campaign) => [keyOf(campaign), campaign]));
  const byVersion = new Map(
    ruleSets.map(({ version, campaigns, groups }) => [
      version,
      { campaigns: campaigns.flatMap((entry) => definitions.get(keyOf(entry)) ?? []), groups },
    ]),
  );
  return { byVersion, current: ruleSetVersion, groups: await listGroups(tx, programId) };
}

function keyOf({ campaignId, version }: { campaignId: string; version: number }): string {
  return `${campaignId} ${version}`;
}

export type Scenarios = {
  /** The rules as they were, before the period. */
  before: ScenarioSpec;
  /** What the variants are compared with, then the variants. */
  scenarios: ScenarioSpec[];
  /** Every campaign of all of them, for the history that they ask for. */
  counting: CompiledRuleSet;
  /** Ids of all of them, in order. */
  campaignIds: string[];
};

/** The sets of rules that a request puts side by side. */
export function scenariosOf(
  { mode, rules, replaces, variants }: Pick<SimulationRequest, "mode" | "rules" | "replaces" | "variants">,
  live: LiveRules,
  program: RuleSetProgram,
): Scenarios {
  const seen = new Map<string, VersionedCampaign>();
  // All rules look at the same events: what they ask alike is answered once.
  const workshop = openWorkshop(program);
  const compile = (version: number, { campaigns, groups }: RuleSet) => {
    for (const campaign of campaigns) seen.set(keyOf(campaign), campaign);
    return compileRuleSet(version, campaigns, { ...program, groups }, workshop);
  };
  const liveAt = (version: number): RuleSet => {
    if (mode === "alone") return NO_RULES;
    return live.byVersion.get(rules === "now" ? live.current : version) ?? NO_RULES;
  };
  const before: ScenarioSpec = {
    name: "As it was",
    rulesAt: remembered((version) =>
      compile(version, mode === "alone" ? NO_RULES : (live.byVersion.get(version) ?? NO_RULES)),
    ),
    tried: new Set(),
  };
  const baseline: ScenarioSpec = {
    name: mode === "alone" ? "Nothing" : rules === "now" ? "Live rules" : "Rules as they were",
    rulesAt: remembered((version) => compile(version, liveAt(version))),
    tried: new Set(),
  };
  const tried = variants.map(({ campaignId, version: own, definition }): ScenarioSpec => {
    const campaign = { campaignId, version: own, definition };
    return {
      name: definition.name,
      rulesAt: remembered((version) => {
        const { campaigns } = liveAt(version);
        const stays = ({ campaignId: id }: VersionedCampaign) =>
          id !== campaignId && !(mode === "instead" && (replaces === undefined || replaces.includes(id)));
        const others = campaigns.filter(stays);
        return compile(version, { campaigns: inOrder([...others, campaign]), groups: live.groups });
      }),
      tried: new Set([campaignId]),
    };
  });
  const scenarios = [baseline, ...tried];
  for (const spec of [before, ...scenarios])
    for (const version of live.byVersion.keys()) spec.rulesAt(version);
  for (const spec of scenarios) spec.rulesAt(0);
  // A counter belongs to a way of counting, not to a campaign: one of each campaign's versions would not do.
  const all = [...seen.values()].map((campaign, place) => ({ ...campaign, campaignId: `${place}` }));
  const campaignIds = [...new Set([...seen.values()].map(({ campaignId }) => campaignId))].sort();
  return { before, scenarios, counting: compileRuleSet(0, all, program, workshop), campaignIds };
}

/** Ids are made in order of time, which is the order in which equal campaigns are evaluated. */
function inOrder(campaigns: VersionedCampaign[]): VersionedCampaign[] {
  return campaigns.sort((one, other) => (one.campaignId < other.campaignId ? -1 : 1));
}

function remembered(compile: (version: number) => CompiledRuleSet): (version: number) => CompiledRuleSet {
  const known = new Map<number, CompiledRuleSet>();
  return (version) => {
    const found = known.get(version);
    if (found) return found;
    const made = compile(version);
    known.set(version, made);
    return made;
  };
}
