"use client";

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { CHART, ChartTip, dayAxis, figureAxis, GRID, rowUnder } from "@/components/ui/chart";
import { formatDay, formatNumber } from "@/components/ui/format";
import type { CampaignReport } from "@/lib/analytics/schema";

type Day = CampaignReport["days"][number];

/**
 * Points that the campaign gave a day, or how often it gave something where it gives no points. For the eye: the table
 * below says the same to everybody.
 */
export function DaysChart({
  days,
  shows,
  locale,
  pointName,
}: {
  days: Day[];
  shows: "issued" | "awards";
  locale: string;
  pointName: string;
}) {
  return (
    <div className="h-64 px-2 pb-3" aria-hidden="true">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 244 }}>
        <BarChart data={days} {...CHART}>
          <CartesianGrid {...GRID} />
          <XAxis {...dayAxis(locale)} />
          <YAxis {...figureAxis(locale)} allowDecimals={false} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--color-sunken)" }}
            content={(pointed) => {
              const day = rowUnder<Day>(pointed);
              if (day === null) return null;
              const what = shows === "issued" ? pointName : "times";
              return (
                <ChartTip title={formatDay(day.day, "day", locale)}>
                  <p className="text-ink-2">
                    {formatNumber(day[shows], locale)} {what}, {formatNumber(day.members, locale)} members
                  </p>
                </ChartTip>
              );
            }}
          />
          <Bar
            dataKey={shows}
            fill="var(--color-chart-1)"
            radius={[1.5, 1.5, 0, 0]}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
