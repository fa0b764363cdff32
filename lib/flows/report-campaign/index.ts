import "server-only";

export { costOf } from "./figures";
export { type CampaignAwardDto, listCampaignAwards } from "./list-campaign-awards";
export { measureBudgets } from "./measure-budgets";
export { readCampaignReport } from "./read-campaign-report";
export { sumUsedVouchers } from "./spend-sql";
