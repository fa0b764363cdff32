import type { CompiledRuleSet } from "@/lib/campaigns/engine";

/** A scenario, by the campaigns that are tried in it. */
type Trying = { tried: ReadonlySet<string> };
type Stages = NonNullable<ReturnType<CompiledRuleSet["stagesByType"]["get"]>>;
type Campaign = Stages[number]["campaigns"][number];

/** A campaign that not all scenarios have, and its place among the verdicts of those that have it. */
export type OwnCampaign = { check: Campaign["check"]; place: number };

/** What the rules of all scenarios have in common at a time. */
export type CommonRules = {
  rules: CompiledRuleSet;
  /** By event type, what each scenario has beside them; null where they work through what they share differently. */
  ownByType: ReadonlyMap<string, OwnCampaign[][] | null>;
};

/**
 * Finds the campaigns that every scenario has and works through alike.
 * @param sets one for each scenario, of one workshop
 * @param specs in the same order; what one of them tries is its own, whatever is in force under the same name
 */
export function commonRulesOf(sets: readonly CompiledRuleSet[], specs: readonly Trying[]): CommonRules {
  const [first] = sets;
  if (first === undefined) throw new RangeError("there is a scenario");
  const types = new Set(sets.flatMap(({ stagesByType }) => [...stagesByType.keys()]));
  const stagesByType = new Map<string, Stages>();
  const ownByType = new Map<string, OwnCampaign[][] | null>();
  for (const type of types) {
    const stages = sets.map((rules) => rules.stagesByType.get(type) ?? []);
    const isCommon = commonIn(stages, specs);
    const [shared = [], ...others] = stages.map((own) => keptOf(own, isCommon));
    const course = courseOf(shared);
    const isAlike = others.every((other) => courseOf(other) === course);
    ownByType.set(type, isAlike ? stages.map((own) => ownOf(own, isCommon)) : null);
    if (isAlike && shared.length > 0) stagesByType.set(type, shared);
  }
  const byType = new Map(
    [...stagesByType].map(([type, stages]) => [type, stages.flatMap(({ campaigns }) => campaigns)]),
  );
  return { rules: { ...first, stagesByType, byType }, ownByType };
}

/** Whether all have a campaign in the same version, and none tries it. */
function commonIn(stages: readonly Stages[], specs: readonly Trying[]): (campaign: Campaign) => boolean {
  const scenarios = new Map<string, number>();
  for (const { campaigns } of stages.flat()) {
    for (const campaign of campaigns)
      scenarios.set(nameOf(campaign), (scenarios.get(nameOf(campaign)) ?? 0) + 1);
  }
  return (campaign) =>
    scenarios.get(nameOf(campaign)) === stages.length &&
    specs.every(({ tried }) => !tried.has(campaign.campaignId));
}

function nameOf({ campaignId, version }: Campaign): string {
  return `${campaignId} ${version}`;
}

function keptOf(stages: Stages, isCommon: (campaign: Campaign) => boolean): Stages {
  return stages
    .map((stage) => ({ ...stage, campaigns: stage.campaigns.filter(isCommon) }))
    .filter(({ campaigns }) => campaigns.length > 0);
}

/** In which order, and by which policies, campaigns are worked through. */
function courseOf(stages: Stages): string {
  return JSON.stringify(stages.map(({ policy, campaigns }) => [policy, campaigns.map(nameOf)]));
}

function ownOf(stages: Stages, isCommon: (campaign: Campaign) => boolean): OwnCampaign[] {
  return stages
    .flatMap(({ campaigns }) => campaigns)
    .flatMap((campaign, place) => (isCommon(campaign) ? [] : [{ check: campaign.check, place }]));
}
