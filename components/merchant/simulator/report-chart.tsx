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
import { formatCompact, formatDay, formatNumber } from "@/components/ui/format";
import { usePortal } from "../portal-context";
import type { ReportRow } from "./report-tables";

export type ChartSeries = { key: string; label: string };

const COLOURS = [
  "var(--color-chart-4)",
  "var(--color-chart-1)",
  "var(--color-chart-2)",
  "var(--color-chart-3)",
  "var(--color-ink-3)",
  "var(--color-accent-ink)",
];

export function colourOf(place: number): string {
  return COLOURS[place % COLOURS.length] ?? "var(--color-ink)";
}

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
  const tick = { fill: "var(--color-ink-3)", fontSize: 11 };
  const nameOf = (value: string) => (x === "day" ? formatDay(value, "day", program.locale) : value);
  const parts = (
    <>
      <CartesianGrid vertical={false} stroke="var(--color-line)" />
      <XAxis
        dataKey={x}
        tick={tick}
        tickLine={false}
        axisLine={false}
        minTickGap={kind === "bars" ? 8 : 48}
        tickFormatter={nameOf}
        tickMargin={8}
      />
      <YAxis
        tick={tick}
        tickLine={false}
        axisLine={false}
        width={48}
        tickFormatter={(value: number) => formatCompact(value, program.locale)}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={kind === "bars" ? { fill: "var(--color-hover)" } : { stroke: "var(--color-line-strong)" }}
        content={({ active, payload, label }) =>
          active && payload?.length ? (
            <div className="rounded-md border bg-surface px-3 py-2 text-xs shadow-float">
              <p className="mb-1 font-medium">{nameOf(String(label))}</p>
              {series.map(({ key, label: name }, place) => (
                <p key={key} className="flex items-center gap-2 text-ink-2">
                  <span className="size-2 rounded-[1.5px]" style={{ background: colourOf(place) }} />
                  <span className="flex-1">{name}</span>
                  <span className="ps-4 font-medium text-ink">
                    {formatNumber(Number(payload[0]?.payload[key] ?? 0), program.locale)}
                  </span>
                </p>
              ))}
            </div>
          ) : null
        }
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
  const margin = { top: 8, right: 16, bottom: 0, left: 0 };
  return (
    <div className="h-72 px-2 pb-3" aria-hidden="true">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 276 }}>
        {kind === "lines" ? (
          <LineChart data={rows} margin={margin} accessibilityLayer={false}>
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
          <BarChart data={rows} margin={margin} accessibilityLayer={false} barGap={2}>
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

export function ChartLegend({ series }: { series: ChartSeries[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
      {series.map(({ key, label }, place) => (
        <li key={key} className="flex items-center gap-1.5">
          <span
            aria-hidden="true"
            className="size-2 rounded-[1.5px]"
            style={{ background: colourOf(place) }}
          />
          {label}
        </li>
      ))}
    </ul>
  );
}
