import "server-only";

export { listFundedCampaigns } from "./list-funded-campaigns";
export { listSponsoredCampaigns } from "./list-sponsored-campaigns";
export { readSponsoredCampaign } from "./read-sponsored-campaign";
export type * from "./schema";
