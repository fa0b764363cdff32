import type { CampaignReport } from "@/lib/analytics/schema";
import { type CampaignDefinition, limitNumber } from "@/lib/campaigns";
import { windowStart } from "@/lib/core/calendar";
import type { Tx } from "@/lib/db";
import { type ReportSpan, sumBudgetUse } from "./sql";

const MEASURES = ["points", "times", "costMinor"] as const;

/** The limits that all members share, each with what is used of it in the window that now lies in. */
export async function measureBudgets(
  tx: Tx,
  span: ReportSpan,
  { limits }: Pick<CampaignDefinition, "limits">,
  now: Date,
): Promise<CampaignReport["budgets"]> {
  const wanted = limits.flatMap((limit) => {
    const measure = MEASURES.find((candidate) => limit[candidate] !== undefined);
    // A limit for each event is used up and renewed by each.
    if (limit.per !== "campaign" || limit.window === "event" || measure === undefined) return [];
    const start = windowStart(now, span.timeZone, limit.window);
    return {
      measure,
      window: limit.window,
      amount: limit[measure] ?? 0,
      start,
      limitNo: limitNumber(limit),
    };
  });
  const use = await sumBudgetUse(tx, span, [...new Set(wanted.map(({ start }) => start))]);
  return wanted.map(({ measure, window, amount, start, limitNo }) => {
    const found = use.find((row) => row.limitNo === limitNo && row.windowStart === start);
    return { measure, window, amount, used: Number(found?.used ?? 0n) };
  });
}
