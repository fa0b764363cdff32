import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { VISIT_LIMIT, VISIT_POINTS } from "./moves";

/** What the tried programs reward: a point a euro and a star for half of one, line by line; and visits, up to a limit. */
export function campaignsOf(): CampaignDefinitionInput[] {
  const trigger = { event: "purchase" } as const;
  return [
    {
      name: "Base rate",
      trigger,
      effects: [{ kind: "per_amount", points: 1, perMinor: 100, basis: "lines" }],
    },
    {
      name: "Stars",
      trigger,
      effects: [{ kind: "per_amount", points: 2, perMinor: 100, basis: "lines" }],
      terms: { pointType: "stars" },
    },
    {
      name: "Visits",
      trigger: { event: "custom", name: "visit" },
      effects: [{ kind: "fixed", points: VISIT_POINTS }],
      limits: [{ per: "member", points: VISIT_LIMIT, window: "day" }],
    },
  ];
}
