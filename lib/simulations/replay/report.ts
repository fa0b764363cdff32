import { toTypeId } from "@/lib/core/ids";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import type { CampaignFigures, ScenarioReport, SimulationReport, SpendReturn } from "../report-schema";
import { budgetFiguresOf } from "./budget-figures";
import { liabilityOf } from "./liability";
import { compareMembers, distributionOf, tiersOf } from "./member-figures";
import type { Replay } from "./replay";
import { costOfPoints, type ReportContext } from "./report-context";
import type { Scenario } from "./scenario";
import type { CampaignTally } from "./tally";

/** Sums a replay up, the scenario that the others are compared with first. */
export function reportOf(replay: Replay, context: ReportContext): SimulationReport {
  const [baseline] = replay.scenarios;
  const people = replay.participants();
  for (const scenario of replay.scenarios) {
    for (const person of replay.people()) scenario.settle(person, replay.spec.to);
  }
  let events = 0;
  for (const sum of replay.eventsByType.values()) events += sum;
  return {
    from: context.from,
    to: context.to,
    events,
    refused: replay.refused,
    byType: [...replay.eventsByType].map(([type, own]) => ({ type, events: own })).sort(byEvents),
    members: people.length,
    revenueMinor: replay.revenueMinor,
    scenarios: replay.scenarios.map((scenario) =>
      scenarioReport(replay, scenario, scenario === baseline ? null : (baseline ?? null), events, context),
    ),
    ledger: replay.spec.comparesLedger
      ? {
          compared: replay.ledger.compared,
          different: replay.ledger.different,
          ledgerPoints: replay.ledger.ledgerPoints,
          replayPoints: replay.ledger.replayPoints,
          differences: replay.ledger.differences.map((difference) => ({
            ...difference,
            eventId: toTypeId("evt", difference.eventId),
          })),
        }
      : null,
  };
}

function byEvents(one: { events: number }, other: { events: number }): number {
  return other.events - one.events;
}

function scenarioReport(
  replay: Replay,
  scenario: Scenario,
  baseline: Scenario | null,
  events: number,
  context: ReportContext,
): ScenarioReport {
  const { tally, spec } = scenario;
  const campaigns = campaignsOf(scenario, context);
  const costMinor = campaigns.reduce((sum, campaign) => sum + campaign.costMinor, 0);
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
    budgets: scenario.budgets.list().map((budget) => budgetFiguresOf(budget)),
    liability: liabilityOf(replay, scenario, context),
    distribution: distributionOf(replay, scenario, baseline),
    comparison: baseline && compareMembers(replay, scenario, baseline),
    tiers: tiersOf(replay, scenario),
    spend: baseline && spendReturnOf(tried, costMinor, baseline, context),
    days: daysOf(replay, scenario, context),
  };
}

function campaignsOf(scenario: Scenario, context: ReportContext): CampaignFigures[] {
  return [...scenario.tally.campaigns.values()]
    .map((tally) => {
      const { campaignId, no: _no, benefits, benefitCostMinor, pointTypeNo, ...figures } = tally;
      return {
        ...figures,
        campaignId: toTypeId("camp", campaignId),
        isTried: scenario.spec.tried.has(campaignId),
        pointType: context.pointTypes.find((type) => type.pointTypeNo === pointTypeNo)?.name ?? "",
        costMinor: costOf(tally, context),
        benefits: [...benefits].map(([kind, times]) => ({ kind, times })),
        reasons: scenario.tally.reasonsOf(campaignId),
      };
    })
    .sort((one, other) => Number(other.isTried) - Number(one.isTried) || other.granted - one.granted);
}

function costOf(tally: CampaignTally, context: ReportContext): number {
  const kept = Math.max(0, tally.granted - tally.takenBack);
  return costOfPoints(kept, tally.pointTypeNo, context) + tally.benefitCostMinor;
}

function spendReturnOf(
  tried: CampaignFigures | undefined,
  costMinor: number,
  baseline: Scenario,
  context: ReportContext,
): SpendReturn {
  const matchedRevenueMinor = tried?.revenueMinor ?? 0;
  const before = campaignsOf(baseline, context).reduce((sum, campaign) => sum + campaign.costMinor, 0);
  const extraCostMinor = costMinor - before;
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

function daysOf(replay: Replay, scenario: Scenario, context: ReportContext): ScenarioReport["days"] {
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
