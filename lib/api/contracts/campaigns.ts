import { z } from "zod";
import {
  CAMPAIGN_STATES,
  type CampaignDto,
  type CampaignSummary,
  campaignDefinition,
  campaignFilter,
} from "@/lib/campaigns/schema";
import { toTypeId } from "@/lib/core/ids";
import { pageOf, pageQuery, typeId } from "@/lib/core/schema";
import { contract } from "../contract";

const summary = z.object({
  id: z.string().meta({ examples: ["camp_01h455vb4pex5vsknk084sn02q"] }),
  key: z.string().meta({
    description: "What files call it; it never changes.",
    examples: ["a-point-for-every-euro"],
  }),
  name: z.string(),
  state: z.enum(CAMPAIGN_STATES),
  sentence: z.string().meta({
    description: "What runs, or would run once launched, in one sentence.",
    examples: ["Everyone gets 1 point per €1.00."],
  }),
  version: z.int().meta({ description: "The newest version." }),
  liveVersion: z.int().nullable().meta({ description: "The version launched last; null for a draft." }),
  preparing: z.object({ done: z.int(), of: z.int() }).nullable().meta({
    description:
      "Launched, and in force once what members have done has been counted: so many parts of so many; else null.",
  }),
  points: z.int().meta({ description: "Points given so far, less what returns took back." }),
  awards: z.int().meta({ description: "How often it gave points." }),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** A campaign in a list. */
export const campaignSummaryResource = summary.meta({ id: "CampaignSummary" });

/** A campaign with the rules that are live. */
export const campaignResource = summary
  .extend({
    definition: campaignDefinition.nullable().meta({
      description:
        "The rules of the live version; null before the first launch. Money is in minor units, weekdays are 1 (Monday) to 7.",
    }),
  })
  .meta({ id: "Campaign" });

export function toCampaignSummary({
  campaignId,
  ...campaign
}: CampaignSummary): z.input<typeof campaignSummaryResource> {
  const {
    key,
    name,
    state,
    sentence,
    version,
    liveVersion,
    preparing,
    points,
    awards,
    createdAt,
    updatedAt,
  } = campaign;
  return {
    id: toTypeId("camp", campaignId),
    key,
    name,
    state,
    sentence,
    version,
    liveVersion,
    preparing,
    points,
    awards,
    createdAt,
    updatedAt,
  };
}

export function toCampaignResource(campaign: CampaignDto): z.input<typeof campaignResource> {
  return { ...toCampaignSummary(campaign), definition: campaign.liveDefinition };
}

const tag = "Campaigns";

export const listCampaigns = contract({
  method: "GET",
  path: "/api/v1/campaigns",
  summary: "List campaigns",
  description: "The newest first. `q` is part of a name.",
  tag,
  permission: "campaigns:read",
  actors: ["apiKey", "user"],
  query: campaignFilter.extend(pageQuery.shape),
  response: pageOf(campaignSummaryResource),
});

export const getCampaign = contract({
  method: "GET",
  path: "/api/v1/campaigns/{id}",
  summary: "Read a campaign",
  description: "With the rules that are live, as typed data.",
  tag,
  permission: "campaigns:read",
  actors: ["apiKey", "user"],
  params: z.object({ id: typeId("camp") }),
  response: campaignResource,
  errors: { 404: "The program has no such campaign." },
});

export const campaignContracts = [listCampaigns, getCampaign];
