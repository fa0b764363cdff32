"use client";

import { formatNumber, formatSigned, percentChange } from "@/components/ui/format";
import { Change, StatStrip } from "@/components/ui/stat-strip";
import type { OverviewDto } from "@/lib/analytics/schema";
import { usePortal } from "../portal-context";
import { useOverview } from "./use-overview";

const BEFORE = "30 days before";

/** The strip of figures at the top of the overview. */
export function OverviewStats({ initial }: { initial: OverviewDto }) {
  const { program } = usePortal();
  const { current, before, isComparable, outstanding, members } = useOverview(initial);
  const write = (value: number) => formatNumber(value, program.locale);
  const change = (key: keyof typeof current, otherwise: string) => {
    if (!isComparable || before[key] <= 0) return otherwise;
    const percent = percentChange(before[key], current[key]);
    return (
      <Change percent={percent}>
        {percent === null ? `${write(before[key])} in the ${BEFORE}` : `vs ${BEFORE}`}
      </Change>
    );
  };
  const net = current.issued - current.returned - current.redeemed;
  return (
    <StatStrip
      stats={[
        { label: "Points issued", value: write(current.issued), note: change("issued", "in 30 days") },
        { label: "Points redeemed", value: write(current.redeemed), note: change("redeemed", "in 30 days") },
        {
          label: "Outstanding points",
          value: write(outstanding),
          note: `${formatSigned(net, program.locale)} in 30 days`,
        },
        { label: "Events", value: write(current.events), note: change("events", "in 30 days") },
        {
          label: "Active members",
          value: write(current.activeMembers),
          note: <>{change("activeMembers", `of ${write(members)}`)}</>,
        },
      ]}
    />
  );
}
