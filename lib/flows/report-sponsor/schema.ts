import type { CampaignReport } from "@/lib/analytics/schema";
import type { CampaignSummary } from "@/lib/campaigns/schema";

/** A campaign that a sponsor pays for, with what it has cost since its launch. Amounts are minor units. */
export type FundedCampaign = CampaignSummary & {
  /** What its points are called. */
  pointName: string;
  /** Of the points given less those taken back, and of the vouchers used. */
  costMinor: number;
  /** How much of that the sponsor pays. */
  percent: number;
  shareMinor: number;
  /** The limits that all members share, each with what is used of it in the window of now. */
  budgets: CampaignReport["budgets"];
};
