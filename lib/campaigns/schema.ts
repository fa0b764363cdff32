import { z } from "zod";
import { type CampaignDefinition, definitionStructure } from "./definition";
import { findMeaningless } from "./meaning";

export {
  type CampaignDefinition,
  type CampaignGroup,
  campaignGroup,
  GROUP_POLICIES,
  type GroupPolicy,
  LIMIT_MEASURES,
  LIMIT_WINDOWS,
  type Limit,
  type LimitMeasure,
  type Stacking,
} from "./definition";
export {
  type Audience,
  audience,
  DAYS_SINCE_JOINING,
  type MemberTest,
  SEGMENTS,
  TAGS,
  TIER,
} from "./language/audience";
export { COMPARISONS, type Comparison, type ComparisonTest } from "./language/comparison";
export { type Condition, EVENT_FIELDS } from "./language/condition";
export {
  type BenefitEffect,
  type Effect,
  isBenefit,
  type PointEffect,
  type Rounding,
} from "./language/effect";
export {
  type Counted,
  DISTINCT_FIELDS,
  type HistoryCondition,
  type HistoryWindow,
  MAX_HISTORY_DAYS,
} from "./language/history";
export { type LineFilter, type LineTest, NUMBER_FIELDS, TEXT_FIELDS } from "./language/line-filter";

/** A campaign that can run. What fits the types and still cannot mean anything is refused where it stands. */
export const campaignDefinition = definitionStructure.superRefine((definition, context) => {
  for (const { path, message } of findMeaningless(definition)) {
    context.addIssue({ code: "custom", path, message });
  }
});

/** Faults of unfinished work: something is empty, too small, not chosen yet, or contradicts something else. */
const UNFINISHED = new Set(["too_small", "too_big", "invalid_format", "custom"]);
/** Where a name is one of several kinds, a name not typed yet is none of them. */
const NAME_OF_KIND = /^(field|of\.event)$/;

/** Whether all that is wrong is that somebody is still working on it; else it is not shaped like a campaign. */
export function isUnfinished({ issues }: z.ZodError): boolean {
  return issues.every(
    ({ code, path }) =>
      UNFINISHED.has(code) ||
      (code === "invalid_union" &&
        (NAME_OF_KIND.test(String(path.at(-1))) || NAME_OF_KIND.test(path.slice(-2).join(".")))),
  );
}

export type CampaignDefinitionInput = z.input<typeof campaignDefinition>;

export const CAMPAIGN_STATES = [
  "draft",
  "in_review",
  "scheduled",
  "active",
  "paused",
  "ended",
  "archived",
] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

export const campaignFilter = z.object({
  /** Part of the name. */
  q: z.string().max(200).optional(),
  state: z.enum(CAMPAIGN_STATES).optional(),
});
export type CampaignFilter = z.output<typeof campaignFilter>;

/** How far the counting of what members have done has got: lanes done, of so many. */
export type Preparation = { done: number; of: number };

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
