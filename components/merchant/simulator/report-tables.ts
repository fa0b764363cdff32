import { formatNumber } from "@/components/ui/format";
import type { CampaignFigures, ScenarioReport, SimulationReport } from "@/lib/simulations/schema";

/** How the values of a column are written. Money is in minor units, shares are in percent, ranges name their ends. */
export type ColumnKind = "text" | "range" | "day" | "number" | "signed" | "money" | "percent" | Named;
/** What reports know by its code or id, and readers by its name. */
export type Named = "member" | "tier" | "segment";
/** Names of each kind by code or TypeID. */
export type ReportNames = Record<Named, ReadonlyMap<string, string>>;
export type ReportColumn = { key: string; header: string; kind: ColumnKind };
export type ReportRow = Record<string, string | number | null>;
export type ReportTable = { key: string; title: string; columns: ReportColumn[]; rows: ReportRow[] };

const text = (key: string, header: string): ReportColumn => ({ key, header, kind: "text" });
const number = (key: string, header: string): ReportColumn => ({ key, header, kind: "number" });
const signed = (key: string, header: string): ReportColumn => ({ key, header, kind: "signed" });
const money = (key: string, header: string): ReportColumn => ({ key, header, kind: "money" });
const percent = (key: string, header: string): ReportColumn => ({ key, header, kind: "percent" });
const day: ReportColumn = { key: "day", header: "Day", kind: "day" };
const member: ReportColumn = { key: "member", header: "Member", kind: "member" };
const tier = (key: string, header: string): ReportColumn => ({ key, header, kind: "tier" });
const segment = (key: string, header: string): ReportColumn => ({ key, header, kind: "segment" });

/** The tables of a report: all that its charts and its files show. @param place of the scenario that they are about */
export function reportTables(report: SimulationReport, place: number): ReportTable[] {
  const scenario = report.scenarios[place] ?? report.scenarios[0];
  if (scenario === undefined) return [];
  return [
    scenariosTable(report),
    daysTable(report),
    campaignsTable(scenario),
    reasonsTable(scenario),
    budgetTable(scenario),
    membersTable(scenario),
    topTable("top", "Members who get most", scenario.distribution.top),
    ...comparisonTables(scenario),
    groupTable("tiers", "By tier", tier("code", "Tier"), scenario.distribution.byTier),
    groupTable("segments", "By segment", segment("code", "Segment"), scenario.distribution.bySegment),
    tierMoves(scenario),
    liabilityTable(report),
    spendTable(report),
  ];
}

/** Whether a column names something by its code or id. */
export function isNamed(kind: ColumnKind): kind is Named {
  return kind === "member" || kind === "tier" || kind === "segment";
}

export function tableOf(tables: readonly ReportTable[], key: string): ReportTable | undefined {
  return tables.find((table) => table.key === key);
}

function scenariosTable({ scenarios, revenueMinor }: SimulationReport): ReportTable {
  return {
    key: "scenarios",
    title: "Side by side",
    columns: [
      text("name", "Rules"),
      number("matched", "Earn"),
      number("unmatched", "Do not"),
      number("reached", "Members"),
      number("points", "Points given"),
      number("takenBack", "Taken back"),
      money("costMinor", "Cost"),
      percent("share", "Of revenue"),
      money("extraCostMinor", "Extra cost"),
    ],
    rows: scenarios.map(
      ({ name, matched, unmatched, distribution, points, takenBack, costMinor, spend }) => ({
        name,
        matched,
        unmatched,
        reached: distribution.reached,
        points,
        takenBack,
        costMinor,
        share: revenueMinor === 0 ? null : (costMinor / revenueMinor) * 100,
        extraCostMinor: spend?.extraCostMinor ?? null,
      }),
    ),
  };
}

/** Points by day, a column for each scenario. */
function daysTable({ scenarios }: SimulationReport): ReportTable {
  const [baseline] = scenarios;
  return {
    key: "days",
    title: "Points given by day",
    columns: [
      day,
      number("events", "Events"),
      ...scenarios.map(({ name }, place) => number(`s${place}`, name)),
    ],
    rows: (baseline?.days ?? []).map((own, row) => ({
      day: own.day,
      events: own.events,
      ...Object.fromEntries(scenarios.map(({ days }, place) => [`s${place}`, days[row]?.points ?? 0])),
    })),
  };
}

function campaignsTable({ campaigns }: ScenarioReport): ReportTable {
  return {
    key: "campaigns",
    title: "What each campaign does",
    columns: [
      text("name", "Campaign"),
      number("evaluated", "Looked at"),
      number("fired", "Gave"),
      number("capped", "Limited"),
      number("suppressed", "Suppressed"),
      number("heldOut", "Held out"),
      number("members", "Members"),
      number("desired", "Before limits"),
      number("granted", "Given"),
      number("takenBack", "Taken back"),
      money("costMinor", "Cost"),
    ],
    rows: campaigns.map((campaign) => ({
      name: nameOf(campaign),
      evaluated: campaign.evaluated,
      fired: campaign.fired,
      capped: campaign.capped,
      suppressed: campaign.suppressed,
      heldOut: campaign.heldOut,
      members: campaign.members,
      desired: campaign.desired,
      granted: campaign.granted,
      takenBack: campaign.takenBack,
      costMinor: campaign.costMinor,
    })),
  };
}

function nameOf({ name, version, isTried }: CampaignFigures): string {
  return isTried ? `${name} (tried, v${version})` : name;
}

function reasonsTable({ campaigns }: ScenarioReport): ReportTable {
  return {
    key: "reasons",
    title: "Why campaigns gave nothing",
    columns: [text("campaign", "Campaign"), text("reason", "Reason"), number("events", "Events")],
    rows: campaigns.flatMap((campaign) =>
      campaign.reasons.map(({ reason, events }) => ({ campaign: nameOf(campaign), reason, events })),
    ),
  };
}

function budgetTable({ budgets }: ScenarioReport): ReportTable {
  return {
    key: "budgets",
    title: "Budgets by day",
    columns: [
      day,
      text("campaign", "Campaign"),
      text("of", "Budget of"),
      number("used", "Used"),
      number("left", "Left"),
    ],
    rows: budgets.flatMap(({ name, measure, window, days }) =>
      days.map(({ day: on, used, left }) => ({
        day: on,
        campaign: name,
        of: `${measure === "costMinor" ? "cost, in minor units" : measure}, ${window}`,
        used,
        left,
      })),
    ),
  };
}

function membersTable({ distribution }: ScenarioReport): ReportTable {
  return {
    key: "histogram",
    title: "Members by points",
    columns: [
      { key: "range", header: "Points", kind: "range" },
      number("members", "Members"),
      number("points", "Points in all"),
    ],
    rows: distribution.histogram.map(({ from, to, members, points }) => ({
      range: to === null ? `${from} and more` : from >= to ? `${to} and less` : `${from} – ${to}`,
      members,
      points,
    })),
  };
}

function topTable(key: string, title: string, members: ScenarioReport["distribution"]["top"]): ReportTable {
  return {
    key,
    title,
    columns: [
      member,
      number("points", "Points"),
      number("before", "Compared with"),
      signed("more", "Difference"),
    ],
    rows: members.map(({ memberId, points, baselinePoints }) => ({
      member: memberId,
      points,
      before: baselinePoints,
      more: points - baselinePoints,
    })),
  };
}

function comparisonTables({ comparison }: ScenarioReport): ReportTable[] {
  if (comparison === null) return [];
  return [
    topTable("winners", "Members who get more", comparison.topWinners),
    topTable("losers", "Members who get less", comparison.topLosers),
  ];
}

function groupTable(
  key: string,
  title: string,
  of: ReportColumn,
  groups: ScenarioReport["distribution"]["byTier"],
): ReportTable {
  return {
    key,
    title,
    columns: [
      of,
      number("members", "Members"),
      number("reached", "Get points"),
      number("points", "Points"),
      number("before", "Compared with"),
      signed("more", "Difference"),
    ],
    rows: groups.map(({ code, members, reached, points, baselinePoints }) => ({
      code: code === "" ? "None" : code,
      members,
      reached,
      points,
      before: baselinePoints,
      more: points - baselinePoints,
    })),
  };
}

function tierMoves({ tiers }: ScenarioReport): ReportTable {
  return {
    key: "tier-moves",
    title: "Tiers before and after",
    columns: [tier("from", "Before"), tier("to", "After"), number("members", "Members")],
    rows: tiers.map(({ from, to, members }) => ({ from: from ?? "None", to: to ?? "None", members })),
  };
}

function liabilityTable({ scenarios }: SimulationReport): ReportTable {
  const figures = [
    ["opening", "Points before the period"],
    ["given", "Given"],
    ["takenBack", "Taken back"],
    ["spent", "Spent, as they were"],
    ["expired", "Ended unused"],
    ["moved", "Credits, debits, transfers and undone returns, as they were"],
    ["outstanding", "With members at the end"],
    ["pending", "of which pending"],
    ["owed", "Owed by members"],
    ["expectedBreakage", "Expected to end unused"],
  ] as const;
  return {
    key: "liability",
    title: "Points that members hold",
    columns: [text("figure", "Points"), ...scenarios.map(({ name }, place) => number(`s${place}`, name))],
    rows: figures.map(([key, figure]) => ({
      figure,
      ...Object.fromEntries(scenarios.map(({ liability }, place) => [`s${place}`, liability[key]])),
    })),
  };
}

function spendTable({ scenarios }: SimulationReport): ReportTable {
  return {
    key: "return",
    title: "Return on what it costs",
    columns: [
      text("name", "Rules"),
      money("matchedRevenueMinor", "Revenue it rewards"),
      money("extraCostMinor", "Extra cost"),
      percent("breakEvenPercent", "Breaks even at"),
      percent("assumedPercent", "Assumed uplift"),
      money("extraRevenueMinor", "Extra revenue then"),
      number("returnPerUnitSpent", "Revenue for each unit spent"),
    ],
    rows: scenarios.flatMap(({ name, spend }) =>
      spend === null
        ? []
        : [
            {
              name,
              matchedRevenueMinor: spend.matchedRevenueMinor,
              extraCostMinor: spend.extraCostMinor,
              breakEvenPercent: spend.breakEvenPercent,
              assumedPercent: spend.assumed?.percent ?? null,
              extraRevenueMinor: spend.assumed?.extraRevenueMinor ?? null,
              returnPerUnitSpent: spend.assumed?.returnPerUnitSpent ?? null,
            },
          ],
    ),
  };
}

/** "1000 – 1999" with its numbers as the locale writes them: "1,000 – 1,999". */
export function rangeInWords(range: string, locale: string): string {
  return range.replaceAll(/\d+/g, (digits) => formatNumber(Number(digits), locale));
}
