import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { db } from "@/lib/db";
import { sumAwards } from "./awards-sql";
import { figuresOf } from "./figures";
import { lookBehind } from "./look-behind";
import { pointTypeOf } from "./point-type-of";
import type { AskedDays, AwardFilter, AwardSums } from "./schema";

/**
 * What the decisions come to that a list of them shows: the report's figures of just these.
 * @throws Forbidden, NotFound, Invalid for impossible days; Conflict `not_launched`
 */
export async function sumCampaignAwards(
  ctx: Ctx,
  campaignId: string,
  { from, to, ...filter }: AwardFilter & AskedDays,
): Promise<AwardSums> {
  const { span, campaign, program } = await lookBehind(ctx, campaignId, { from, to });
  const { valuePerThousandMinor } = pointTypeOf(campaign, program);
  const row = await sumAwards(db(), span, filter);
  return {
    ...figuresOf(row, valuePerThousandMinor),
    withdrawn: row.withdrawn,
    used: row.used,
    vouchersMinor: Number(row.vouchersMinor),
    valuePerThousandMinor,
  };
}
