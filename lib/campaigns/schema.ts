import { z } from "zod";
import { type CampaignDefinition, definitionStructure } from "./definition";
import { findMeaningless } from "./meaning";

export {
  type Audience,
  type CampaignDefinition,
  COMPARISONS,
  type Comparison,
  type ComparisonTest,
  type Condition,
  DAYS_SINCE_JOINING,
  type Effect,
  EVENT_FIELDS,
  LIMIT_WINDOWS,
  type Limit,
  type LineFilter,
  type LineTest,
  NUMBER_FIELDS,
  type Rounding,
  TEXT_FIELDS,
} from "./definition";

/** A campaign that can run. What fits the types and still cannot mean anything is refused where it stands. */
export const campaignDefinition = definitionStructure.superRefine((definition, context) => {
  for (const { path, message } of findMeaningless(definition)) {
    context.addIssue({ code: "custom", path, message });
  }
});
export type CampaignDefinitionInput = z.input<typeof campaignDefinition>;

export const CAMPAIGN_STATES = ["draft", "active", "paused", "ended"] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

export const campaignFilter = z.object({
  /** Part of the name. */
  q: z.string().max(200).optional(),
  state: z.enum(CAMPAIGN_STATES).optional(),
});
export type CampaignFilter = z.output<typeof campaignFilter>;

/** A campaign in a list. Ids are UUIDs, instants ISO 8601. */
export type CampaignSummary = {
  campaignId: string;
  name: string;
  state: CampaignState;
  /** The version being edited or, when nothing is being edited, the launched one. */
  version: number;
  /** The version that was launched last; null before the first launch. */
  liveVersion: number | null;
  /** Whether there are changes that have not been launched. */
  hasDraft: boolean;
  /** What runs, or would run, in one sentence. */
  sentence: string;
  /** Points given so far, less what returns took back. */
  points: number;
  /** How often it gave points. */
  awards: number;
  createdAt: string;
  updatedAt: string;
};

export type CampaignDto = CampaignSummary & {
  /** Of `version`. A draft is shaped like a campaign, but may be unfinished. */
  definition: CampaignDefinition;
  /** Of `liveVersion`. */
  liveDefinition: CampaignDefinition | null;
  savedAt: string;
  /** When `version` was launched; null for a draft. */
  launchedAt: string | null;
};

export type CampaignVersionDto = {
  version: number;
  sentence: string;
  savedAt: string;
  launchedAt: string | null;
  isLive: boolean;
};
