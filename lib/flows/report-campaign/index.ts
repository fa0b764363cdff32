import "server-only";

export { type CampaignAwardDto, listCampaignAwards } from "./list-campaign-awards";
export { readCampaignReport } from "./read-campaign-report";
