import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { listCampaigns, readLiveDefinitions } from "@/lib/campaigns";
import type { Page } from "@/lib/core/cursor";
import { db } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { costOf, measureBudgets, sumUsedVouchers } from "../report-campaign";
import type { FundedCampaign } from "./schema";

export type FundedPage = { q?: string | undefined; cursor?: string | undefined; limit: number };

/**
 * The launched campaigns that a sponsor pays for, the newest first, without the archived ones. What they cost is read
 * from totals that are kept as points are given, so that the list does not count what the campaigns gave.
 * @param sponsor code that campaigns name
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listFundedCampaigns(
  ctx: Ctx,
  sponsor: string,
  page: FundedPage,
): Promise<Page<FundedCampaign>> {
  const { programId } = ctx;
  const [found, program] = await Promise.all([
    listCampaigns(ctx, { ...page, sponsor }),
    recallProgram(programId, ctx.tx),
  ]);
  const definitions = await readLiveDefinitions(ctx, found.items);
  const tx = ctx.tx ?? db();
  const ids = [...definitions.keys()];
  const [budgets, vouchers] = await Promise.all([
    measureBudgets(
      tx,
      program,
      [...definitions].map(([campaignId, { limits }]) => ({ campaignId, limits })),
      ctx.clock.now(),
    ),
    sumUsedVouchers(tx, programId, ids),
  ]);
  const vouchersBy = new Map(vouchers.map(({ campaignId, costMinor }) => [campaignId, Number(costMinor)]));
  return {
    ...found,
    items: found.items.map((campaign) => {
      const { campaignId, points } = campaign;
      const definition = definitions.get(campaignId);
      const code = definition?.terms?.pointType;
      const type = program.pointTypes.find((candidate) => candidate.code === code) ?? program.pointType;
      const costMinor = costOf(points, type.valuePerThousandMinor) + (vouchersBy.get(campaignId) ?? 0);
      const percent = definition?.funding?.percent ?? 0;
      return {
        ...campaign,
        pointName: type.name,
        costMinor,
        percent,
        shareMinor: Math.floor((costMinor * percent) / 100),
        budgets: budgets.get(campaignId) ?? [],
      };
    }),
  };
}
