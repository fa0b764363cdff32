import "server-only";

export { listSponsoredCampaigns } from "./list-sponsored-campaigns";
export { readSponsoredCampaign } from "./read-sponsored-campaign";
