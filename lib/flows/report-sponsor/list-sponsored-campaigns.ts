import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { type CampaignSummary, listCampaigns } from "@/lib/campaigns";
import type { Page } from "@/lib/core/cursor";
import { requireSponsor } from "./require-sponsor";

/**
 * The launched campaigns that a sponsor pays for, the newest first; archived ones are left out.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function listSponsoredCampaigns(
  ctx: Ctx,
  page: { q?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<Page<CampaignSummary>> {
  const { sponsor, inside } = await requireSponsor(ctx);
  return listCampaigns(inside, { ...page, sponsor });
}
