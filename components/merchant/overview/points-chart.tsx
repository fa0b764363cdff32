"use client";

import { BarChart3, Table2 } from "lucide-react";
import Link from "next/link";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { buttonClass } from "@/components/ui/button";
import {
  CHART,
  ChartLegend,
  ChartTip,
  dayAxis,
  figureAxis,
  GRID,
  rowUnder,
  TipFigure,
} from "@/components/ui/chart";
import { DataTable } from "@/components/ui/data-table";
import { formatDay, formatNumber } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import type { DayTotalDto, OverviewDto } from "@/lib/analytics/schema";
import { usePortal } from "../portal-context";
import { useOverview } from "./use-overview";

type Key = "issued" | "returned" | "redeemed";
type Series = { key: Key; label: string; colour: string };

const SERIES: Series[] = [
  { key: "issued", label: "Issued", colour: "var(--color-chart-1)" },
  { key: "redeemed", label: "Redeemed", colour: "var(--color-chart-2)" },
  { key: "returned", label: "Taken back", colour: "var(--color-chart-3)" },
];

/** Points per day, as a chart or as the table behind it; which one is in the URL. */
export function PointsChart({ initial, view }: { initial: OverviewDto; view: "chart" | "table" }) {
  const { program } = usePortal();
  const { days, current } = useOverview(initial);
  // What never happened needs no line along the floor.
  const series = SERIES.filter(({ key }) => key === "issued" || current[key] !== 0);
  const other = view === "chart" ? "?view=table" : `/p/${program.slug}`;
  return (
    <Panel
      title="Points per day"
      note={view === "chart" && <ChartLegend entries={series} />}
      actions={
        <Link href={other} scroll={false} className={buttonClass({ variant: "ghost", size: "sm" })}>
          {view === "chart" ? <Table2 aria-hidden="true" /> : <BarChart3 aria-hidden="true" />}
          {view === "chart" ? "View as table" : "View as chart"}
        </Link>
      }
      flush
      className="flex flex-col"
    >
      {view === "chart" ? (
        <Chart days={days} series={series} sums={current} />
      ) : (
        <DayTable days={days} locale={program.locale} />
      )}
    </Panel>
  );
}

function Chart({
  days,
  series,
  sums,
}: {
  days: DayTotalDto[];
  series: Series[];
  sums: Readonly<Record<Key, number>>;
}) {
  const { program } = usePortal();
  // A day on which more came back than went is drawn as nothing, so that one such day does not push the floor down:
  // what it came to is under the pointer and in the table. Where the whole series is below zero, it is drawn as it is.
  const drawn = (key: Key) => (row: DayTotalDto) => (sums[key] < 0 ? row[key] : Math.max(0, row[key]));
  return (
    // The chart is for the eye; the table behind it says the same to everybody else.
    <div className="h-80 px-2 pb-3" aria-hidden="true">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 308 }}>
        <ComposedChart data={days} {...CHART}>
          <CartesianGrid {...GRID} />
          <XAxis {...dayAxis(program.locale)} />
          <YAxis {...figureAxis(program.locale)} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--color-line-strong)" }}
            content={(pointed) => {
              const row = rowUnder<DayTotalDto>(pointed);
              return row === null ? null : (
                <ChartTip title={formatDay(row.day, "day", program.locale)}>
                  {series.map(({ key, label, colour }) => (
                    <TipFigure
                      key={key}
                      name={label}
                      colour={colour}
                      value={row[key]}
                      locale={program.locale}
                    />
                  ))}
                </ChartTip>
              );
            }}
          />
          {series.map(({ key, colour }) =>
            key === "issued" ? (
              <Area
                key={key}
                dataKey={drawn(key)}
                stroke={colour}
                strokeWidth={1.5}
                fill={colour}
                fillOpacity={0.08}
                isAnimationActive={false}
              />
            ) : (
              <Line
                key={key}
                dataKey={drawn(key)}
                stroke={colour}
                strokeWidth={1.5}
                dot={false}
                isAnimationActive={false}
              />
            ),
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function DayTable({ days, locale }: { days: DayTotalDto[]; locale: string }) {
  const number = (key: keyof Omit<DayTotalDto, "day">, header: string) => ({
    key,
    header,
    align: "end" as const,
    cell: (row: DayTotalDto) => formatNumber(row[key], locale),
  });
  return (
    <DataTable
      caption="Points per day"
      dense
      className="max-h-80 overflow-y-auto border-t"
      rows={[...days].reverse()}
      rowKey={(row) => row.day}
      columns={[
        { key: "day", header: "Day", cell: (row) => formatDay(row.day, "date", locale) },
        number("issued", "Issued"),
        number("redeemed", "Redeemed"),
        number("returned", "Taken back"),
        number("events", "Events"),
      ]}
    />
  );
}
