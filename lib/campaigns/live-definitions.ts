import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { db } from "@/lib/db";
import type { CampaignDefinition, CampaignSummary } from "./schema";

/**
 * The rules that campaigns were launched with last, by campaign; those that were never launched are left out.
 * @throws Forbidden
 */
export async function readLiveDefinitions(
  ctx: Ctx,
  campaigns: readonly Pick<CampaignSummary, "campaignId" | "liveVersion">[],
): Promise<Map<string, CampaignDefinition>> {
  requirePermission(ctx, "campaigns:read");
  const launched = campaigns.flatMap(({ campaignId, liveVersion }) =>
    liveVersion === null ? [] : [{ campaignId, version: liveVersion }],
  );
  if (launched.length === 0) return new Map();
  const rows = await (ctx.tx ?? db()).campaignVersion.findMany({
    where: { programId: ctx.programId, OR: launched },
    select: { campaignId: true, definition: true },
  });
  return new Map(rows.map(({ campaignId, definition }) => [campaignId, definition as CampaignDefinition]));
}
