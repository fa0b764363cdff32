import type { Day } from "@/lib/core/calendar";
import { addCounts, addNumbers } from "./counts";

/** Which campaign, and how it is called: as the latest rule set that has it calls it. */
export type CampaignHead = {
  campaignId: string;
  version: number;
  name: string;
  pointTypeNo: number;
  ruleSetVersion: number;
};

const OF_CAMPAIGNS = [
  /** Events of its type that it looked at. */
  "evaluated",
  /** How often it gave something, and how often less than it would have. */
  "fired",
  "capped",
  "suppressed",
  "heldOut",
  /** Points of the campaign's own point type. */
  "desired",
  "granted",
  "suppressedPoints",
  "heldOutPoints",
  /** Of vouchers; points are valued in the end. */
  "benefitCostMinor",
  /** Total of the purchases for which it gave something. */
  "revenueMinor",
  /** To how many members it gave something. */
  "members",
] as const;

/** What a campaign did in a scenario. */
export type CampaignSums = CampaignHead &
  Record<(typeof OF_CAMPAIGNS)[number], number> & {
    /** How often it gave each thing that is no points. */
    benefits: Map<string, number>;
    /** Why it did not apply, and how often. */
    reasons: Map<string, number>;
  };

const OF_DAYS = ["matched", "points", "takenBack", "benefitCostMinor"] as const;
export type DaySums = Record<(typeof OF_DAYS)[number], number>;

const IN_ALL = ["matched", "points", "takenBack", "forgiven"] as const;

/** What a scenario made of the events of its period. Points are of the spendable type, but for those of campaigns. */
export type TallySums = Record<(typeof IN_ALL)[number], number> & {
  days: Map<Day, DaySums>;
  campaigns: CampaignSums[];
  /** Points that were taken back, by campaign. */
  takenBackOf: Map<string, number>;
};

export function openCampaign(head: CampaignHead): CampaignSums {
  return {
    ...head,
    evaluated: 0,
    fired: 0,
    capped: 0,
    suppressed: 0,
    heldOut: 0,
    desired: 0,
    granted: 0,
    suppressedPoints: 0,
    heldOutPoints: 0,
    benefitCostMinor: 0,
    revenueMinor: 0,
    members: 0,
    benefits: new Map(),
    reasons: new Map(),
  };
}

/** Adds what the same rules made of other members' events. */
export function addTally(to: TallySums, more: TallySums): void {
  addNumbers(to, more, IN_ALL);
  for (const [day, sums] of more.days) {
    const known = to.days.get(day);
    if (known === undefined) to.days.set(day, sums);
    else addNumbers(known, sums, OF_DAYS);
  }
  addCounts(to.takenBackOf, more.takenBackOf);
  for (const campaign of more.campaigns) {
    const known = to.campaigns.find(({ campaignId }) => campaignId === campaign.campaignId);
    if (known === undefined) to.campaigns.push(campaign);
    else addCampaign(known, campaign);
  }
}

/** What was counted in common with others, who count it as well, and what was counted beside it. */
export function tallyBeside(common: TallySums, own: TallySums): TallySums {
  const all = structuredClone(common);
  addTally(all, own);
  return all;
}

function addCampaign(to: CampaignSums, more: CampaignSums): void {
  if (more.ruleSetVersion > to.ruleSetVersion) {
    const { version, name, pointTypeNo, ruleSetVersion } = more;
    Object.assign(to, { version, name, pointTypeNo, ruleSetVersion });
  }
  addNumbers(to, more, OF_CAMPAIGNS);
  addCounts(to.benefits, more.benefits);
  addCounts(to.reasons, more.reasons);
}
