import { listCampaigns as contract, toCampaignSummary } from "@/lib/api/contracts/campaigns";
import { route } from "@/lib/api/route";
import { listCampaigns } from "@/lib/campaigns";

export const GET = route(contract, async ({ ctx, query }) => {
  const { items, nextCursor } = await listCampaigns(ctx, query);
  return { items: items.map(toCampaignSummary), nextCursor };
});
