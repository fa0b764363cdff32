"use client";

import { formatMoney, formatNumber } from "@/components/ui/format";
import { limitNumber } from "@/lib/campaigns/engine";
import type { Limit } from "@/lib/campaigns/schema";
import { usePortal } from "../../../portal-context";
import { parseAmount, toAmountText } from "../money";
import { QuietNumber } from "./quiet-controls";

/** How far limits are used up already when the example happens. */
export function LimitUse({
  limits,
  used,
  onChange,
}: {
  limits: readonly Limit[];
  /** By the limit's number: what it counts and for how long. */
  used: Readonly<Record<number, number>>;
  onChange: (used: Record<number, number>) => void;
}) {
  const { pointName, currency, locale } = usePortal().program;
  const counting = limits
    .map((limit, place) => ({ limit, place, number: limitNumber(limit) }))
    .filter(({ limit }) => limit.window !== "event");
  if (counting.length === 0) return null;
  return (
    <div className="rounded-lg border bg-surface px-3.5 py-1.5">
      {counting.map(({ limit, place, number }) => {
        const isCost = limit.costMinor !== undefined;
        const most = limit.points ?? limit.times ?? limit.costMinor ?? 0;
        const show = (value: number) => (isCost ? toAmountText(value, currency) : String(value));
        const allowed = isCost
          ? `${formatMoney(most, currency, locale)} of cost`
          : `${formatNumber(most, locale)} ${limit.points === undefined ? (most === 1 ? "time" : "times") : pointName}`;
        return (
          <p key={`limit-${place}`} className="text-ink-2 text-sm leading-7">
            {limit.per === "member" ? "The member has had" : "All members have had"}
            <QuietNumber
              label={`Used of limit ${place + 1}`}
              value={used[number] ?? 0}
              show={show}
              {...(isCost && { parse: (text: string) => parseAmount(text, currency) })}
              onChange={(value) => onChange({ ...used, [number]: value })}
              className="field-sizing-content font-medium text-ink"
            />
            of {allowed}
            {limit.window === "lifetime" ? "" : ` that ${limit.window}`}
          </p>
        );
      })}
    </div>
  );
}
