import type { CampaignDefinition } from "@/lib/campaigns/schema";

/** A campaign that says nothing yet: what new ones and parts shown on their own build on. */
export const NO_CAMPAIGN: CampaignDefinition = {
  name: "",
  trigger: { event: "purchase" },
  audience: null,
  condition: null,
  effects: [],
  limits: [],
  schedule: {},
};
