import { getCampaign, toCampaignResource } from "@/lib/api/contracts/campaigns";
import { route } from "@/lib/api/route";
import { readCampaign } from "@/lib/campaigns";

export const GET = route(getCampaign, async ({ ctx, params }) =>
  toCampaignResource(await readCampaign(ctx, params.id)),
);
