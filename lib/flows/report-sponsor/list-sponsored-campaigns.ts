import "server-only";
import type { Ctx } from "@/lib/auth/context";
import type { Page } from "@/lib/core/cursor";
import { type FundedPage, listFundedCampaigns } from "./list-funded-campaigns";
import { requireSponsor } from "./require-sponsor";
import type { FundedCampaign } from "./schema";

/**
 * The campaigns that the sponsor who asks pays for, as `listFundedCampaigns` tells of them.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function listSponsoredCampaigns(ctx: Ctx, page: FundedPage): Promise<Page<FundedCampaign>> {
  const { sponsor, inside } = await requireSponsor(ctx);
  return listFundedCampaigns(inside, sponsor, page);
}
