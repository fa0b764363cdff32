"use client";

import {
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { bottomAxis, CHART, ChartTip, figureAxis, GRID, rowUnder, TipFigure } from "@/components/ui/chart";
import { formatDay } from "@/components/ui/format";
import { usePortal } from "../portal-context";
import { type ReportRow, rangeInWords } from "./report-tables";
import { colourOf } from "./series-colours";

export type ChartSeries = { key: string; label: string };

/**
 * Rows of a report as lines over days, or as bars. For the eye alone: the table behind it says the same to everybody
 * else.
 */
export function ReportChart({
  kind,
  x,
  series,
  rows,
  mark,
}: {
  kind: "lines" | "bars";
  /** Column along the axis; days are written as days. */
  x: string;
  series: ChartSeries[];
  rows: ReportRow[];
  /** A place on the axis that is marked, with what it says. */
  mark?: { at: string; label: string };
}) {
  const { program } = usePortal();
  const nameOf = (value: string) => {
    if (x === "day") return formatDay(value, "day", program.locale);
    return x === "range" ? rangeInWords(value, program.locale) : value;
  };
  const parts = (
    <>
      <CartesianGrid {...GRID} />
      <XAxis {...bottomAxis(x, nameOf, kind === "bars" ? 8 : 48)} />
      <YAxis {...figureAxis(program.locale, 48)} />
      <Tooltip
        isAnimationActive={false}
        cursor={kind === "bars" ? { fill: "var(--color-hover)" } : { stroke: "var(--color-line-strong)" }}
        content={(pointed) => {
          const row = rowUnder<ReportRow>(pointed);
          return row === null ? null : (
            <ChartTip title={nameOf(String(row[x]))}>
              {series.map(({ key, label }, place) => (
                <TipFigure
                  key={key}
                  name={label}
                  colour={colourOf(place)}
                  value={Number(row[key] ?? 0)}
                  locale={program.locale}
                />
              ))}
            </ChartTip>
          );
        }}
      />
      {mark && (
        <ReferenceLine
          x={mark.at}
          stroke="var(--color-bad)"
          strokeDasharray="3 3"
          label={{
            value: mark.label,
            position: "insideTopRight",
            fill: "var(--color-bad-ink)",
            fontSize: 11,
          }}
        />
      )}
    </>
  );
  return (
    <div className="h-72 px-2 pb-3" aria-hidden="true">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 276 }}>
        {kind === "lines" ? (
          <LineChart data={rows} {...CHART}>
            {parts}
            {series.map(({ key }, place) => (
              <Line
                key={key}
                dataKey={key}
                stroke={colourOf(place)}
                strokeWidth={1.75}
                strokeDasharray={place === 0 && series.length > 1 ? "4 3" : undefined}
                dot={rows.length < 3}
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        ) : (
          <BarChart data={rows} {...CHART} barGap={2}>
            {parts}
            {series.map(({ key }, place) => (
              <Bar
                key={key}
                dataKey={key}
                fill={colourOf(series.length > 1 ? place : 1)}
                radius={[2, 2, 0, 0]}
                maxBarSize={48}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        )}
      </ResponsiveContainer>
    </div>
  );
}
