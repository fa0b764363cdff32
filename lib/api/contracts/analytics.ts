import { overview } from "@/lib/analytics/schema";
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

export const analyticsContracts = [getOverview];
