import { type CampaignDecision, compileRuleSet, step, type VersionedCampaign } from "@/lib/campaigns/engine";
import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { instantOfLocal } from "@/lib/core/calendar";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs/schema";
import type { Example } from "./example";
import { parseScalar } from "./scalar";

const DAY_MS = 86_400_000;

type Program = {
  timeZone: string;
  currency: string;
  locale: string;
  pointName: string;
  pointTypes: readonly { pointTypeNo: number; code: string }[];
};

export type Evaluation = {
  /** Of the spendable type. */
  points: number;
  campaigns: CampaignDecision[];
};

/**
 * What an example would earn: the draft among the campaigns that are live, by the very function that posts points.
 * Limits are taken as unused.
 * @param draft null while it cannot run
 */
export function evaluate(
  example: Example,
  draft: { campaignId: string; version: number; definition: CampaignDefinition } | null,
  trigger: CampaignDefinition["trigger"],
  live: readonly VersionedCampaign[],
  program: Program,
): Evaluation {
  const campaigns = [...(draft ? [draft] : []), ...live];
  const ruleSet = compileRuleSet(0, campaigns, program);
  const occurredAt = instantOfLocal(`${example.at}:00`, program.timeZone);
  const attributes = Object.fromEntries(
    example.attributes.filter(({ name }) => name !== "").map(({ name, value }) => [name, parseScalar(value)]),
  );
  const lines = example.lines.map(({ key: _key, brand, category, ...line }) => ({
    ...line,
    ...(brand && { brand }),
    ...(category && { category }),
  }));
  const isPurchase = trigger.event === "purchase";
  const { decision, awards } = step(
    ruleSet,
    {
      member: { attributes, joinedAt: new Date(occurredAt.getTime() - example.joinedDaysAgo * DAY_MS) },
      capUse: () => 0,
    },
    {
      type: isPurchase ? "purchase" : `custom:${trigger.name}`,
      occurredAt,
      payload: isPurchase
        ? {
            amountMinor: lines.reduce((sum, line) => sum + line.amountMinor, 0),
            lines,
            ...(example.store && { store: example.store }),
          }
        : {},
    },
  );
  const isSpendable = (campaignId: string) =>
    ruleSet.terms.get(campaignId)?.pointTypeNo === SPENDABLE_POINT_TYPE;
  const points = awards.reduce((sum, award) => (isSpendable(award.campaignId) ? sum + award.points : sum), 0);
  return { points, campaigns: decision.campaigns };
}
