import type { CampaignReport } from "@/lib/analytics/schema";
import { type CampaignDefinition, limitNumber } from "@/lib/campaigns";
import { windowStart } from "@/lib/core/calendar";
import type { Tx } from "@/lib/db";
import { sumBudgetUse } from "./spend-sql";

const MEASURES = ["points", "times", "costMinor"] as const;

type Budget = CampaignReport["budgets"][number];
type Limited = { campaignId: string; limits: CampaignDefinition["limits"] };

/** The limits of campaigns that all members share, by campaign, each with what is used of it in its window of now. */
export async function measureBudgets(
  tx: Tx,
  { programId, timeZone }: { programId: string; timeZone: string },
  campaigns: readonly Limited[],
  now: Date,
): Promise<Map<string, Budget[]>> {
  const wanted = campaigns.map(({ campaignId, limits }) => ({
    campaignId,
    limits: sharedLimits(limits, now, timeZone),
  }));
  const limited = wanted.filter(({ limits }) => limits.length > 0);
  const starts = limited.flatMap(({ limits }) => limits.map(({ start }) => start));
  const use = await sumBudgetUse(
    tx,
    programId,
    limited.map(({ campaignId }) => campaignId),
    [...new Set(starts)],
  );
  const usedBy = new Map(use.map((row) => [keyOf(row.campaignId, row.limitNo, row.windowStart), row.used]));
  return new Map(
    wanted.map(({ campaignId, limits }) => [
      campaignId,
      limits.map(({ measure, window, amount, start, limitNo }) => {
        const used = Number(usedBy.get(keyOf(campaignId, limitNo, start)) ?? 0n);
        return { measure, window, amount, used };
      }),
    ]),
  );
}

const keyOf = (campaignId: string, limitNo: number, start: string) => `${campaignId} ${limitNo} ${start}`;

/** The limits of a campaign that all members share, each with the first day of its window of now. */
export function sharedLimits(limits: CampaignDefinition["limits"], now: Date, timeZone: string) {
  return limits.flatMap((limit) => {
    const measure = MEASURES.find((candidate) => limit[candidate] !== undefined);
    // A limit for each event is used up and renewed by each.
    if (limit.per !== "campaign" || limit.window === "event" || measure === undefined) return [];
    const start = windowStart(now, timeZone, limit.window);
    return {
      measure,
      window: limit.window,
      amount: limit[measure] ?? 0,
      start,
      limitNo: limitNumber(limit),
    };
  });
}
