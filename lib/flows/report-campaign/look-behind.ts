import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { type CampaignDto, readCampaign } from "@/lib/campaigns";
import { type ProgramDto, recallProgram } from "@/lib/programs";
import type { ReportSpan } from "./given-sql";
import { spanOf } from "./read-campaign-report";
import type { AskedDays } from "./schema";

/**
 * What a look behind a figure of a campaign's report begins with. Whoever looks sees members.
 * @throws Forbidden, NotFound, Invalid for impossible days; Conflict `not_launched`
 */
export async function lookBehind(
  ctx: Ctx,
  campaignId: string,
  asked: AskedDays,
): Promise<{ campaign: CampaignDto; program: ProgramDto; span: ReportSpan }> {
  requirePermission(ctx, "campaigns:read");
  requirePermission(ctx, "members:read");
  const [campaign, program] = await Promise.all([
    readCampaign(ctx, campaignId),
    recallProgram(ctx.programId),
  ]);
  return { campaign, program, span: await spanOf(ctx, campaign, program, asked) };
}
