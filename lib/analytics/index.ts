import "server-only";

export { campaignReport } from "./campaign-report";
export { readOverview } from "./queries";
export type * from "./schema";
export { addTo, type GroupSums, upliftOf } from "./uplift";
