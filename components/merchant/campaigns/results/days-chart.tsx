"use client";

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatCompact, formatDay, formatNumber } from "@/components/ui/format";
import type { CampaignReport } from "@/lib/analytics/schema";

type Day = CampaignReport["days"][number];

/** Points that the campaign gave a day. For the eye: the table below says the same to everybody. */
export function DaysChart({ days, locale, pointName }: { days: Day[]; locale: string; pointName: string }) {
  const tick = { fill: "var(--color-ink-3)", fontSize: 11 };
  const dayName = (day: string) => formatDay(day, "day", locale);
  return (
    <div className="h-64 px-2 pb-3" aria-hidden="true">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 244 }}>
        <BarChart data={days} margin={{ top: 8, right: 16, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="day"
            tick={tick}
            tickLine={false}
            axisLine={false}
            minTickGap={48}
            tickFormatter={dayName}
            tickMargin={8}
          />
          <YAxis
            tick={tick}
            tickLine={false}
            axisLine={false}
            width={44}
            tickFormatter={(value: number) => formatCompact(value, locale)}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--color-sunken)" }}
            content={({ active, payload }) => {
              const day = active ? (payload?.[0]?.payload as Day | undefined) : undefined;
              if (!day) return null;
              return (
                <div className="rounded-md border bg-surface px-3 py-2 text-xs shadow-float">
                  <p className="mb-1 font-medium">{dayName(day.day)}</p>
                  <p className="text-ink-2">
                    {formatNumber(day.issued, locale)} {pointName} to {formatNumber(day.members, locale)}{" "}
                    members
                  </p>
                </div>
              );
            }}
          />
          <Bar
            dataKey="issued"
            fill="var(--color-chart-1)"
            radius={[1.5, 1.5, 0, 0]}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
