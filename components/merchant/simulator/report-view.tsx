import type { ReactNode } from "react";
import { formatDay, formatMoney, formatNumber, formatSigned } from "@/components/ui/format";
import { StatStrip } from "@/components/ui/stat-strip";
import type { ScenarioReport, SimulationReport } from "@/lib/simulations/schema";
import { type PanelContext, ReportPanel } from "./report-panel";
import { type ReportTable, reportTables, tableOf } from "./report-tables";

export const REPORT_TABS = {
  overview: "Overview",
  campaigns: "Campaigns",
  members: "Members",
  budget: "Budget and liability",
  examples: "Examples",
} as const;
export type ReportTab = keyof typeof REPORT_TABS;

type ViewProps = {
  report: SimulationReport;
  /** Place of the scenario that is looked at. */
  place: number;
  context: PanelContext;
};

/** The part of a report that a tab is about. */
export function ReportView({ tab, ...props }: ViewProps & { tab: Exclude<ReportTab, "examples"> }) {
  const scenario = props.report.scenarios[props.place];
  if (scenario === undefined) return null;
  const tables = reportTables(props.report, props.place);
  const table = (key: string): ReportTable =>
    tableOf(tables, key) ?? { key, title: "", columns: [], rows: [] };
  switch (tab) {
    case "overview":
      return <OverviewPart {...props} scenario={scenario} table={table} />;
    case "campaigns":
      return <CampaignsPart {...props} scenario={scenario} table={table} />;
    case "members":
      return <MembersPart {...props} scenario={scenario} table={table} />;
    case "budget":
      return <BudgetPart {...props} scenario={scenario} table={table} />;
  }
}

type PartProps = ViewProps & { scenario: ScenarioReport; table: (key: string) => ReportTable };

function seriesOf({ scenarios }: SimulationReport) {
  return scenarios.map(({ name }, place) => ({ key: `s${place}`, label: name }));
}

function OverviewPart({ report, scenario, table, context }: PartProps) {
  const { locale, currency } = context.formats;
  const number = (value: number) => formatNumber(value, locale);
  const baseline = report.scenarios[0];
  const more =
    baseline === undefined
      ? 0
      : scenario.points - scenario.takenBack - (baseline.points - baseline.takenBack);
  const share = report.revenueMinor === 0 ? null : (scenario.costMinor / report.revenueMinor) * 100;
  return (
    <>
      <StatStrip
        stats={[
          {
            label: "Events that earn",
            value: number(scenario.matched),
            note: `${number(scenario.unmatched)} do not`,
          },
          {
            label: "Points that stay",
            value: number(scenario.points - scenario.takenBack),
            note: scenario.comparison
              ? more === 0
                ? `as many as with “${baseline?.name}”`
                : `${formatSigned(more, locale)} against “${baseline?.name}”`
              : "what the others are compared with",
          },
          {
            label: "Cost",
            value: formatMoney(scenario.costMinor, currency, locale),
            note: share === null ? undefined : `${number(Math.round(share * 100) / 100)} % of revenue`,
          },
          {
            label: "Members who get points",
            value: number(scenario.distribution.reached),
            note: `of ${number(report.members)}`,
          },
          {
            label: "Revenue",
            value: formatMoney(report.revenueMinor, currency, locale),
            note: `${number(report.events)} events`,
          },
        ]}
      />
      <ReportPanel table={table("scenarios")} context={context} />
      <ReportPanel
        table={table("days")}
        chart={{ kind: "lines", x: "day", series: seriesOf(report) }}
        context={context}
      />
      <ReportPanel
        table={table("return")}
        context={context}
        empty="There is nothing to compare with."
        about="What a campaign rewards is what members bought anyway: history cannot show how they would have behaved. “Breaks even at” is how much more they would have to buy for the extra cost to come back in revenue."
      />
    </>
  );
}

function CampaignsPart({ scenario, table, context }: PartProps) {
  const tried = scenario.campaigns.find(({ isTried }) => isTried);
  const reasons = tried?.reasons.slice(0, 8) ?? [];
  const top: ReportTable = {
    ...table("reasons"),
    title: "Why events got nothing",
    columns: [
      { key: "reason", header: "Reason", kind: "text" },
      { key: "events", header: "Events", kind: "number" },
    ],
    rows: reasons.map(({ reason, events }) => ({ reason, events })),
  };
  return (
    <>
      <ReportPanel table={table("campaigns")} context={context} />
      {tried && (
        <ReportPanel
          table={top}
          about={`Of ${tried.name}, v${tried.version}: the most frequent reasons.`}
          context={context}
          empty="It gave something for every event that it looked at."
        />
      )}
      <ReportPanel table={table("reasons")} context={context} />
    </>
  );
}

function MembersPart({ report, scenario, table, context }: PartProps) {
  const { locale } = context.formats;
  const number = (value: number) => formatNumber(value, locale);
  const { comparison, distribution } = scenario;
  const quantile = (percent: number) =>
    distribution.quantiles.find((one) => one.percent === percent)?.points ?? 0;
  return (
    <>
      <StatStrip
        stats={[
          ...(comparison
            ? [
                {
                  label: "Get more",
                  value: number(comparison.winners),
                  note: `${number(comparison.pointsMore)} points in all`,
                },
                {
                  label: "Get less",
                  value: number(comparison.losers),
                  note: `${number(comparison.pointsLess)} points in all`,
                },
                { label: "Get the same", value: number(comparison.unchanged) },
              ]
            : [{ label: "Members", value: number(report.members) }]),
          {
            label: "Half get at most",
            value: number(quantile(50)),
            note: `a tenth at most ${number(quantile(10))}`,
          },
          {
            label: "One in ten gets more than",
            value: number(quantile(90)),
            note: `one in a hundred ${number(quantile(99))}`,
          },
        ]}
      />
      <ReportPanel
        table={table("histogram")}
        chart={{ kind: "bars", x: "range", series: [{ key: "members", label: "Members" }] }}
        context={context}
        empty="Nobody gets points."
      />
      <div className="grid min-w-0 items-start gap-4 xl:grid-cols-2">
        {comparison && (
          <>
            <ReportPanel table={table("winners")} context={context} empty="Nobody gets more." />
            <ReportPanel table={table("losers")} context={context} empty="Nobody gets less." />
          </>
        )}
        <ReportPanel table={table("top")} context={context} empty="Nobody gets points." />
        <ReportPanel table={table("tier-moves")} context={context} empty="Nobody changes tier." />
      </div>
      <ReportPanel table={table("tiers")} context={context} empty="Members have no tiers." />
      <ReportPanel table={table("segments")} context={context} empty="Members are in no segments." />
    </>
  );
}

function BudgetPart({ report, scenario, table, context }: PartProps) {
  const { locale, currency } = context.formats;
  const { liability } = scenario;
  const share = liability.breakageShare;
  return (
    <>
      {scenario.budgets.length === 0 ? (
        <ReportPanel
          table={{ ...table("budgets"), rows: [] }}
          context={context}
          empty="None of these campaigns has a budget. Give one a limit that all members share to see how long it lasts."
        />
      ) : (
        scenario.budgets.map((budget, index) => {
          const of =
            budget.measure === "costMinor"
              ? formatMoney(budget.amount, currency, locale)
              : `${formatNumber(budget.amount, locale)} ${budget.measure}`;
          const rows = budget.days.map(({ day, used, left }) => ({ day, used, left }));
          return (
            <ReportPanel
              key={`${budget.campaignId} ${budget.measure} ${budget.window}`}
              title={`${budget.name}: ${of}${windowInWords(budget.window)}`}
              about={
                budget.ranOutOn === null
                  ? "It lasts for the whole period."
                  : `It runs out on ${formatDay(budget.ranOutOn, "date", locale)}.`
              }
              table={{
                key: "budgets",
                title: `Budget ${index + 1} by day`,
                columns: [
                  { key: "day", header: "Day", kind: "day" },
                  { key: "used", header: "Used", kind: budget.measure === "costMinor" ? "money" : "number" },
                  { key: "left", header: "Left", kind: budget.measure === "costMinor" ? "money" : "number" },
                ],
                rows,
              }}
              chart={{
                kind: "lines",
                x: "day",
                series: [{ key: "left", label: "Left" }],
                ...(budget.ranOutOn !== null && { mark: { at: budget.ranOutOn, label: "runs out" } }),
              }}
              context={context}
              empty="Nothing of it is used."
            />
          );
        })
      )}
      <ReportPanel
        table={table("liability")}
        context={context}
        about={liabilityAbout(report, share, formatMoney(liability.valueMinor, currency, locale), locale)}
      />
    </>
  );
}

function windowInWords(window: string): string {
  return window === "lifetime" ? " in all" : ` a ${window}`;
}

function liabilityAbout(
  report: SimulationReport,
  share: number | null,
  value: string,
  locale: string,
): ReactNode {
  const breakage =
    share === null
      ? "No points have been spent or have ended yet, so nothing can be said about how many will end unused."
      : `Of the points that have left your program so far, ${formatNumber(Math.round(share * 1_000) / 10, locale)} % ended unused; the same share is expected here.`;
  return `What members hold on ${formatDay(report.to, "date", locale)} is worth ${value}. Spending is taken as it was. A return that somebody undid gives its points back and nothing else: limits, budgets and history stay as the return left them. ${breakage}`;
}
