import {
  type CampaignDecision,
  compileRuleSet,
  type EngineEvent,
  type EngineMember,
  type EngineState,
  isHeldOut,
  step,
  type VersionedCampaign,
} from "@/lib/campaigns/engine";
import type { CampaignDefinition, CampaignGroup } from "@/lib/campaigns/schema";
import { instantOfLocal } from "@/lib/core/calendar";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs/schema";
import type { Example } from "./example";
import { pastQuestions, pastRows } from "./past";
import { attributesOf, purchasePayload } from "./purchase-payload";

const DAY_MS = 86_400_000;

type Program = {
  timeZone: string;
  currency: string;
  locale: string;
  pointName: string;
  pointTypes: readonly { pointTypeNo: number; code: string; valuePerThousandMinor?: number }[];
};

export type ExampleOutcome = {
  /** Of the spendable type. */
  points: number;
  /** What the points and the rest cost, in minor units. */
  costMinor: number;
  campaigns: CampaignDecision[];
};

export type Draft = { campaignId: string; version: number; definition: CampaignDefinition };

/**
 * What an example would earn: the draft among the campaigns that are live, by the very function that posts points.
 * @param draft null while it cannot run
 */
export function evaluateExample(
  example: Example,
  { draft, definition }: { draft: Draft | null; definition: CampaignDefinition },
  live: readonly VersionedCampaign[],
  program: Program & { groups: readonly CampaignGroup[] },
): ExampleOutcome {
  const campaigns = [...(draft ? [draft] : []), ...live];
  const ruleSet = compileRuleSet(0, campaigns, program);
  const occurredAt = instantOfLocal(`${example.at}:00`, program.timeZone);
  const { decision, awards } = step(
    ruleSet,
    stateOf(example, { definition, campaigns, draft }, occurredAt, program.timeZone),
    eventOf(example, definition.trigger, occurredAt),
  );
  const isSpendable = (campaignId: string) =>
    ruleSet.terms.get(campaignId)?.pointTypeNo === SPENDABLE_POINT_TYPE;
  return {
    points: awards.reduce((sum, award) => (isSpendable(award.campaignId) ? sum + award.points : sum), 0),
    costMinor: awards.reduce((sum, award) => sum + award.costMinor, 0),
    campaigns: decision.campaigns,
  };
}

function eventOf(example: Example, trigger: CampaignDefinition["trigger"], occurredAt: Date): EngineEvent {
  if (trigger.event === "custom") {
    const attributes = attributesOf(example.eventAttributes);
    return { type: `custom:${trigger.name}`, occurredAt, payload: { attributes } };
  }
  return { type: "purchase", occurredAt, payload: purchasePayload(example) };
}

function stateOf(
  example: Example,
  {
    definition,
    campaigns,
    draft,
  }: { definition: CampaignDefinition; campaigns: readonly VersionedCampaign[]; draft: Draft | null },
  occurredAt: Date,
  timeZone: string,
): EngineState {
  const past = pastRows(pastQuestions(definition, example.past), example.at.slice(0, 10), timeZone);
  const used = (campaignId: string, limitNo: number) =>
    campaignId === draft?.campaignId ? (example.used[limitNo] ?? 0) : 0;
  return {
    member: memberOf(example, campaigns, occurredAt),
    capUse: used,
    budgetUse: used,
    history: (counterKey) => past.get(counterKey) ?? [],
  };
}

function memberOf(example: Example, campaigns: readonly VersionedCampaign[], occurredAt: Date): EngineMember {
  const { tier, segments, tags, birthday } = example;
  return {
    memberId: memberInNoControlGroup(campaigns),
    attributes: attributesOf(example.attributes),
    joinedAt: new Date(occurredAt.getTime() - example.joinedDaysAgo * DAY_MS),
    tier: tier || null,
    segments,
    tags,
    birthday: birthday || null,
  };
}

const MAX_CANDIDATES = 500;

/** Whom the example stands for: somebody who gets what the campaigns give. */
function memberInNoControlGroup(campaigns: readonly VersionedCampaign[]): string {
  for (let candidate = 0; candidate < MAX_CANDIDATES; candidate += 1) {
    const memberId = `example-${candidate}`;
    const isFree = campaigns.every(
      ({ campaignId, definition: { control } }) =>
        control === undefined || !isHeldOut(campaignId, memberId, control.percent),
    );
    if (isFree) return memberId;
  }
  return "example";
}
