import { z } from "zod";
import { campaignReport, overview } from "@/lib/analytics/schema";
import { typeId } from "@/lib/core/schema";
import { contract } from "../contract";

export const getOverview = contract({
  method: "GET",
  path: "/api/v1/overview",
  summary: "Read the program's key figures",
  description:
    "Points issued, returned and redeemed, events and active members of the last 30 days with the 30 days " +
    "before to compare, the same a day, and the points outstanding now.",
  tag: "Analytics",
  permission: "wallet:read",
  actors: ["apiKey", "user"],
  response: overview,
});

export const getCampaignReport = contract({
  method: "GET",
  path: "/api/v1/campaigns/{id}/report",
  summary: "Read what a campaign achieved",
  description:
    "Points given, taken back and spent, what they cost, whom they reached, budgets, the difference to the control " +
    "group with its 95 % interval, and the same by day, store, segment and tier. Days are the program's; without " +
    "them the report covers everything since the launch, at most 400 days. It may be two minutes old: see `asOf`.",
  tag: "Analytics",
  permission: "campaigns:read",
  actors: ["apiKey", "user"],
  params: z.object({ id: typeId("camp") }),
  query: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
  response: campaignReport,
  errors: {
    404: "The program has no such campaign.",
    409: "`not_launched`: there is nothing to report yet.",
    422: "The days end before they begin, or are too many.",
  },
});

export const analyticsContracts = [getOverview, getCampaignReport];
