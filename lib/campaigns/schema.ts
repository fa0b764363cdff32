import { z } from "zod";
import { type CampaignDefinition, definitionStructure } from "./language/definition";
import { CAMPAIGN_STATES, type CampaignState } from "./lifecycle/campaign-state";
import { findMeaningless } from "./meaning";

export { type KnownCodes, unknownCodes } from "./codes/unknown-codes";
export {
  type Audience,
  audience,
  DAYS_SINCE_JOINING,
  type MemberTest,
  SEGMENTS,
  TAGS,
  TIER,
} from "./language/audience";
export {
  COMPARED_FIELDS,
  type ComparingCondition,
  type DistanceCondition,
  type Operand,
  type OperandType,
  operandOf,
  typeOf,
} from "./language/comparing";
export { COMPARISONS, type Comparison, type ComparisonTest } from "./language/comparison";
export { type Condition, EVENT_FIELDS } from "./language/condition";
export {
  type CampaignDefinition,
  type CampaignGroup,
  campaignGroup,
  definitionStructure,
  GROUP_POLICIES,
  type GroupPolicy,
  LIMIT_MEASURES,
  LIMIT_WINDOWS,
  type Limit,
  type LimitMeasure,
  type MemberText,
  type Stacking,
} from "./language/definition";
export {
  type BenefitEffect,
  benefitEffect,
  type Effect,
  isBenefit,
  type PointEffect,
  type Rounding,
  sourceOf,
  VALUE_SOURCES,
  type ValueSource,
} from "./language/effect";
export {
  type Counted,
  DISTINCT_FIELDS,
  type HistoryCondition,
  type HistoryWindow,
  MAX_HISTORY_DAYS,
} from "./language/history";
export {
  type BoundTest,
  type LabelTest,
  type LineFilter,
  type LineTest,
  type NameTest,
  NUMBER_FIELDS,
  TEXT_FIELDS,
} from "./language/line-filter";
export type { PiecePick } from "./language/pick";
export { CAMPAIGN_STATES, type CampaignState, shownVersion } from "./lifecycle/campaign-state";
export { withDefaults } from "./lifecycle/with-defaults";

/** A campaign that can run. What fits the types and still cannot mean anything is refused where it stands. */
export const campaignDefinition = definitionStructure.superRefine((definition, context) => {
  for (const { path, message } of findMeaningless(definition)) {
    context.addIssue({ code: "custom", path, message });
  }
});

/** Faults of unfinished work: something is empty, too small, not chosen yet, or contradicts something else. */
const UNFINISHED = new Set(["too_small", "too_big", "invalid_format", "custom"]);
/** Where a name is one of several kinds, a name not typed yet is none of them. */
const NAME_OF_KIND = /^(field|with|of\.event)$/;

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

/** newest: by when they were made; name: from A to Z; points: those that gave most first. */
export const CAMPAIGN_SORTS = ["newest", "name", "points"] as const;
export type CampaignSort = (typeof CAMPAIGN_SORTS)[number];

export const campaignFilter = z.object({
  /** Part of the name. */
  q: z.string().max(200).optional(),
  state: z.enum(CAMPAIGN_STATES).optional(),
  /** Code of the sponsor who pays for what is live. */
  sponsor: z.string().max(40).optional(),
  sort: z.enum(CAMPAIGN_SORTS).optional(),
});
/** Why a campaign is sent back. */
export const sendBackInput = z.strictObject({ comment: z.string().trim().max(1_000).default("") });
export type SendBackInput = z.input<typeof sendBackInput>;

export type CampaignFilter = z.output<typeof campaignFilter>;

/** How far the counting of what members have done has got: lanes done, of so many. */
export type Preparation = { done: number; of: number };

/** A campaign in a list. Ids are UUIDs, instants ISO 8601. */
export type CampaignSummary = {
  campaignId: string;
  /** What files call it; made from the name at creation. */
  key: string;
  name: string;
  state: CampaignState;
  /** The version being edited or, when nothing is being edited or the campaign is over, the launched one. */
  version: number;
  /** The version that was launched last; null before the first launch. */
  liveVersion: number | null;
  /** Whether there are changes that have not been launched. */
  hasDraft: boolean;
  /** Whether the newest version waits for a second person; it stays as it is meanwhile. */
  isInReview: boolean;
  /** When the schedule starts or ends it next; null: never. */
  changesAt: string | null;
  /** Launched, and in force once the history that it looks at has been counted; null: nothing is being counted. */
  preparing: Preparation | null;
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
  /** Who submitted `version` for review, while it is reviewed. */
  review: { submittedBy: Doer; submittedAt: string } | null;
  /** Who sent `version` back last, and why, until it is submitted again. */
  sentBack: { by: Doer; at: string; comment: string | null } | null;
};

/** Who did something: `ref` as the audit log names them, `name` null for those who are gone. */
export type Doer = { ref: string; name: string | null };

export type CampaignVersionDto = {
  version: number;
  sentence: string;
  savedAt: string;
  launchedAt: string | null;
  isLive: boolean;
};

/** How many members a campaign is for. */
export type AudienceCount = {
  /** Members who can earn. */
  all: number;
  /** Those of them who are in the audience now, and pass what the condition asks of every member. */
  reached: number;
};
