import { z } from "zod";
import { LANGUAGES } from "@/lib/i18n/locales";
import { expiry, pending, returnPolicy } from "@/lib/programs/schema";
import { audience } from "./audience";
import { code, eventName, text } from "./comparison";
import { condition } from "./condition";
import { effect } from "./effect";

/**
 * The rules of a campaign as typed data: what the builder edits, the database keeps and the engine compiles.
 * Money is in minor units, points are whole, days and hours are reckoned in the program's time zone.
 */

export const LIMIT_WINDOWS = ["event", "day", "week", "month", "year", "lifetime"] as const;
/** What a limit counts: points, how often the campaign gives something, or what it costs in minor units. */
export const LIMIT_MEASURES = ["points", "times", "costMinor"] as const;
export type LimitMeasure = (typeof LIMIT_MEASURES)[number];

const most = (message: string) => z.int().min(1, message).max(1_000_000_000_000).optional();

/** Exactly one of the three measures. `per: "campaign"` is the budget that all members share. */
const limit = z
  .strictObject({
    per: z.enum(["member", "campaign"]),
    points: most("At least 1 point."),
    times: most("At least once."),
    costMinor: most("More than nothing."),
    window: z.enum(LIMIT_WINDOWS),
  })
  .refine(
    (given) => LIMIT_MEASURES.filter((measure) => given[measure] !== undefined).length === 1,
    "A limit is of points, of times or of cost: exactly one of them.",
  );
export type Limit = z.infer<typeof limit>;

const trigger = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("purchase") }),
  z.strictObject({ event: z.literal("custom"), name: eventName }),
]);

/** What becomes of the points that the campaign gives; what is absent is as the point type has it. */
const terms = z.strictObject({
  /** Code of the point type; absent: the spendable one. */
  pointType: z.string().min(1).max(40).optional(),
  pending: pending.optional(),
  /** Sliding is for whole point types: it is the member's activity in the type that slides. */
  expiry: expiry
    .refine(({ kind }) => kind !== "sliding", "Only a whole point type can slide; choose another expiry.")
    .optional(),
  returns: returnPolicy.optional(),
});
export type CampaignTerms = z.infer<typeof terms>;

/** How a campaign goes together with others. */
const stacking = z.strictObject({
  /** Code of the group that it stands in; absent: the last one, in which all apply. */
  group: code.optional(),
  /** Within its group the higher ones come first; equal ones in the order of their making. */
  priority: z.int().min(-1_000).max(1_000).default(0),
  /** When it gives something, nothing that comes after it does. */
  exclusive: z.boolean().default(false),
});
export type Stacking = z.infer<typeof stacking>;

/** What members read of a campaign in one language. */
const memberText = z
  .strictObject({
    /** Instead of the campaign's name. */
    title: text(80).optional(),
    /** Above the sentence that is made from the rules. */
    description: text(500).optional(),
  })
  .refine(
    ({ title, description }) => title !== undefined || description !== undefined,
    "Write a title or a description, or leave the language out.",
  );
export type MemberText = z.infer<typeof memberText>;

/** What a campaign consists of. Whether the parts make sense together is for `campaignDefinition` to say. */
export const definitionStructure = z.strictObject({
  name: text(80, "Give the campaign a name."),
  trigger,
  /** null: everyone */
  audience: audience.nullable().default(null),
  /** null: always */
  condition: condition.nullable().default(null),
  effects: z.array(effect).min(1, "A campaign gives something: add an effect.").max(10),
  limits: z.array(limit).max(10).default([]),
  terms: terms.optional(),
  stacking: stacking.optional(),
  /** Share of the audience that gets nothing, always the same members, so that the effect can be measured. */
  control: z.strictObject({ percent: z.int().min(1).max(50) }).optional(),
  /** Who pays how much of what the campaign costs; absent: the program all of it. */
  funding: z.strictObject({ sponsor: code, percent: z.int().min(1).max(100) }).optional(),
  schedule: z
    .strictObject({
      startsAt: z.iso.datetime({ offset: true }).optional(),
      endsAt: z.iso.datetime({ offset: true }).optional(),
    })
    .default({}),
  /** In the merchant's own words, by language; absent: the name, and the sentence that is made from the rules. */
  texts: z.partialRecord(z.enum(LANGUAGES), memberText).optional(),
});
export type CampaignDefinition = z.output<typeof definitionStructure>;

/** How the campaigns of a group go together; groups are worked through in their order. */
export const GROUP_POLICIES = ["all", "first_match", "best_for_member", "best_for_program"] as const;
export type GroupPolicy = (typeof GROUP_POLICIES)[number];
export const campaignGroup = z.strictObject({ code, name: text(60), policy: z.enum(GROUP_POLICIES) });
export type CampaignGroup = z.infer<typeof campaignGroup>;
