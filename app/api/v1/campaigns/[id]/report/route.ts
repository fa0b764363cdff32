import { getCampaignReport } from "@/lib/api/contracts/analytics";
import { route } from "@/lib/api/route";
import { readCampaignReport } from "@/lib/flows/report-campaign";

export const GET = route(getCampaignReport, ({ ctx, params, query }) =>
  readCampaignReport(ctx, params.id, query),
);
