import { toTypeId } from "@/lib/core/ids";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import type { CampaignFigures, ScenarioReport, SimulationReport, SpendReturn } from "../report-schema";
import { budgetFiguresOf } from "./budget-figures";
import { liabilityOf } from "./liability";
import { comparisonOf, distributionOf, tiersOf } from "./member-figures";
import { frequentReasons } from "./reasons";
import type { ReplaySpec } from "./replay";
import { costOfPoints, type ReportContext } from "./report-context";
import type { ScenarioSpec } from "./scenario";
import type { ReplaySummary, ScenarioSummary } from "./summary";
import type { CampaignSums, TallySums } from "./tally-sums";

type Reported = Pick<ReplaySpec, "scenarios" | "comparesLedger">;

/** Puts what a replay came to into figures, the scenario that the others are compared with first. */
export function reportOf(summary: ReplaySummary, spec: Reported, context: ReportContext): SimulationReport {
  const { eventsByType, members, revenueMinor, refused, scenarios, ledger } = summary;
  const [baseline = null] = scenarios;
  let events = 0;
  for (const sum of eventsByType.values()) events += sum;
  const { differences, ...sums } = ledger;
  return {
    from: context.from,
    to: context.to,
    events,
    refused,
    byType: [...eventsByType].map(([type, own]) => ({ type, events: own })).sort(byEvents),
    members,
    revenueMinor,
    scenarios: scenarios.flatMap((scenario, place) => {
      const own = spec.scenarios[place];
      const other = scenario === baseline ? null : baseline;
      return own === undefined ? [] : scenarioReport(summary, scenario, own, other, events, context);
    }),
    ledger: spec.comparesLedger
      ? {
          ...sums,
          differences: differences.map(({ id, entry }) => ({ eventId: toTypeId("evt", id), ...entry })),
        }
      : null,
  };
}

function byEvents(one: { type: string; events: number }, other: { type: string; events: number }): number {
  return other.events - one.events || (one.type < other.type ? -1 : 1);
}

function scenarioReport(
  replay: ReplaySummary,
  scenario: ScenarioSummary,
  spec: ScenarioSpec,
  baseline: ScenarioSummary | null,
  events: number,
  context: ReportContext,
): ScenarioReport {
  const { tally, members, budgets } = scenario;
  const campaigns = campaignsOf(scenario, spec.tried, context);
  const costMinor = costOfAll(campaigns);
  const [triedId] = spec.tried;
  const tried = campaigns.find(({ isTried }) => isTried);
  return {
    name: spec.name,
    campaignId: triedId === undefined ? null : toTypeId("camp", triedId),
    version: tried?.version ?? null,
    matched: tally.matched,
    unmatched: Math.max(0, events - tally.matched - (replay.eventsByType.get("return") ?? 0)),
    points: tally.points,
    takenBack: tally.takenBack,
    forgiven: tally.forgiven,
    costMinor,
    campaigns,
    budgets: [...budgets].sort(byCampaign).flatMap((budget) => budgetFiguresOf(budget) ?? []),
    liability: liabilityOf(scenario, context),
    distribution: distributionOf(members),
    comparison: baseline && comparisonOf(members),
    tiers: tiersOf(members),
    spend: baseline && spendReturnOf(tried, costMinor, baseline, context),
    days: daysOf(replay, scenario, context),
  };
}

/** Ids are made in order of time, and limits have numbers. */
function byCampaign(
  one: ScenarioSummary["budgets"][number],
  other: ScenarioSummary["budgets"][number],
): number {
  if (one.campaignId === other.campaignId) return one.limitNo - other.limitNo;
  return one.campaignId < other.campaignId ? -1 : 1;
}

function campaignsOf(
  { tally }: ScenarioSummary,
  triedIds: ReadonlySet<string>,
  context: ReportContext,
): CampaignFigures[] {
  return tally.campaigns
    .map((campaign) => {
      const {
        ruleSetVersion: _version,
        benefits,
        benefitCostMinor: _cost,
        pointTypeNo,
        reasons,
        ...figures
      } = campaign;
      return {
        ...figures,
        campaignId: toTypeId("camp", campaign.campaignId),
        isTried: triedIds.has(campaign.campaignId),
        pointType: context.pointTypes.find((type) => type.pointTypeNo === pointTypeNo)?.name ?? "",
        takenBack: tally.takenBackOf.get(campaign.campaignId) ?? 0,
        costMinor: costOf(campaign, tally, context),
        benefits: [...benefits].map(([kind, times]) => ({ kind, times })).sort(byKind),
        reasons: frequentReasons(reasons),
      };
    })
    .sort(
      (one, other) =>
        Number(other.isTried) - Number(one.isTried) ||
        other.granted - one.granted ||
        (one.campaignId < other.campaignId ? -1 : 1),
    );
}

function byKind(one: { kind: string }, other: { kind: string }): number {
  return one.kind < other.kind ? -1 : 1;
}

function costOfAll(campaigns: readonly CampaignFigures[]): number {
  return campaigns.reduce((sum, campaign) => sum + campaign.costMinor, 0);
}

function costOf(
  { campaignId, granted, pointTypeNo, benefitCostMinor }: CampaignSums,
  { takenBackOf }: TallySums,
  context: ReportContext,
): number {
  const kept = Math.max(0, granted - (takenBackOf.get(campaignId) ?? 0));
  return costOfPoints(kept, pointTypeNo, context) + benefitCostMinor;
}

function spendReturnOf(
  tried: CampaignFigures | undefined,
  costMinor: number,
  baseline: ScenarioSummary,
  context: ReportContext,
): SpendReturn {
  const matchedRevenueMinor = tried?.revenueMinor ?? 0;
  const extraCostMinor = costMinor - costOfAll(campaignsOf(baseline, NONE_TRIED, context));
  const { upliftPercent } = context;
  const extraRevenueMinor = Math.round((matchedRevenueMinor * (upliftPercent ?? 0)) / 100);
  return {
    matchedRevenueMinor,
    extraCostMinor,
    breakEvenPercent:
      matchedRevenueMinor === 0 ? null : Math.max(0, (extraCostMinor / matchedRevenueMinor) * 100),
    assumed:
      upliftPercent === null
        ? null
        : {
            percent: upliftPercent,
            extraRevenueMinor,
            returnPerUnitSpent: extraCostMinor <= 0 ? null : extraRevenueMinor / extraCostMinor,
          },
  };
}

const NONE_TRIED: ReadonlySet<string> = new Set();

function daysOf(
  replay: ReplaySummary,
  scenario: ScenarioSummary,
  context: ReportContext,
): ScenarioReport["days"] {
  const { days } = scenario.tally;
  const all = new Set([...replay.dayEvents.keys(), ...days.keys()]);
  return [...all].sort().map((day) => {
    const own = days.get(day);
    const points = own?.points ?? 0;
    return {
      day,
      events: replay.dayEvents.get(day) ?? 0,
      matched: own?.matched ?? 0,
      points,
      takenBack: own?.takenBack ?? 0,
      costMinor:
        costOfPoints(Math.max(0, points), SPENDABLE_POINT_TYPE, context) + (own?.benefitCostMinor ?? 0),
    };
  });
}
