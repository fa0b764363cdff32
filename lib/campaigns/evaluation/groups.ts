import type { CampaignGroup, GroupPolicy } from "../schema";
import type { Outcome } from "./candidate";
import type { CompiledCampaign } from "./compile-campaign";
import type { Phrases } from "./phrases";
import type { Suppressions } from "./verdict";

/** The campaigns of a group for one type of event, in the order in which they are worked through. */
export type Stage = {
  policy: GroupPolicy;
  campaigns: readonly CompiledCampaign[];
  hasExclusive: boolean;
  hasControl: boolean;
};

/** Campaigns that name no group, or one that the program no longer has, stand in the last one, in which all apply. */
const LAST_POLICY: GroupPolicy = "all";

/** Sorts campaigns into stages: groups in their order, within them higher priorities first, then as given. */
export function stagesOf(
  campaigns: readonly CompiledCampaign[],
  groups: readonly CampaignGroup[],
  phrases: Phrases,
): Stage[] {
  const codes = new Set(groups.map(({ code }) => code));
  const stages = [
    ...groups.map(({ code, policy }) => ({
      policy,
      campaigns: campaigns.filter(({ group }) => group === code),
    })),
    {
      policy: LAST_POLICY,
      campaigns: campaigns.filter(({ group }) => group === undefined || !codes.has(group)),
    },
  ];
  return stages
    .filter((stage) => stage.campaigns.length > 0)
    .map(({ policy, campaigns: own }) => ({
      policy,
      campaigns: [...own]
        .sort((one, other) => other.priority - one.priority)
        .map((campaign) => ({ ...campaign, suppresses: suppressionsBy(campaign, policy, phrases) })),
      hasExclusive: own.some(({ exclusive }) => exclusive),
      hasControl: own.some(({ controlPercent }) => controlPercent > 0),
    }));
}

function suppressionsBy(
  { name, exclusive }: CompiledCampaign,
  policy: GroupPolicy,
  phrases: Phrases,
): Suppressions | null {
  if (policy === "all" && !exclusive) return null;
  const say = (words: string) => phrases.numberOf(`“${name}” ${words}`);
  const lost = {
    all: "excludes what comes after it",
    first_match: "comes first",
    best_for_member: "gave more",
    best_for_program: "costs less",
  }[policy];
  const tied = {
    all: lost,
    first_match: lost,
    best_for_member: "gave as much and comes first",
    best_for_program: "costs as much and comes first",
  }[policy];
  return {
    exclusive: say("excludes what comes after it"),
    lost: say(lost),
    tied: say(tied),
  };
}

/** What a campaign of a group would give. */
type Offer = { points: number; isSpendable: boolean; costMinor: number };

export function offerOf({ candidate, given, award }: Outcome): Offer {
  const { isSpendable } = candidate.campaign;
  return { points: given.granted, isSpendable, costMinor: award?.costMinor ?? 0 };
}

/**
 * Whether a later campaign beats an earlier one: of the spendable type more points, then of others, is better for
 * the member; less cost is better for the program. Whoever comes first keeps a tie.
 */
export function beats(later: Offer, earlier: Offer, policy: GroupPolicy): boolean {
  return comparison(later, earlier, policy) > 0;
}

export function ties(one: Offer, other: Offer, policy: GroupPolicy): boolean {
  return comparison(one, other, policy) === 0;
}

function comparison(one: Offer, other: Offer, policy: GroupPolicy): number {
  switch (policy) {
    case "all":
    case "first_match":
      return -1;
    case "best_for_member":
      return spendable(one) - spendable(other) || one.points - other.points;
    case "best_for_program":
      return other.costMinor - one.costMinor;
  }
}

function spendable({ points, isSpendable }: Offer): number {
  return isSpendable ? points : 0;
}
