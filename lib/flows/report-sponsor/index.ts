import "server-only";

export { type FundedCampaign, listFundedCampaigns } from "./list-funded-campaigns";
export { listSponsoredCampaigns } from "./list-sponsored-campaigns";
export { readSponsoredCampaign } from "./read-sponsored-campaign";
