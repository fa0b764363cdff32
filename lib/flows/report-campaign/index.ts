import "server-only";

export { costOf } from "./figures";
export { listBudgetUse } from "./list-budget-use";
export { listCampaignAwards } from "./list-campaign-awards";
export { listGroupMembers } from "./list-group-members";
export { listReachedMembers } from "./list-reached-members";
export { listRedeemed } from "./list-redeemed";
export { measureBudgets } from "./measure-budgets";
export { pointTypeOf } from "./point-type-of";
export { readCampaignReport } from "./read-campaign-report";
export type * from "./schema";
export { sumUsedVouchers } from "./spend-sql";
export { sumCampaignAwards } from "./sum-campaign-awards";
