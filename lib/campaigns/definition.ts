import { z } from "zod";
import { expiry, pending, returnPolicy } from "@/lib/programs/schema";

/**
 * The rules of a campaign as typed data: what the builder edits, the database keeps and the engine compiles.
 * Money is in minor units, points are whole, days and hours are reckoned in the program's time zone.
 */

const text = (max: number) => z.string().trim().min(1, "Must not be empty.").max(max);
const scalar = z.union([z.string().max(128), z.number(), z.boolean()]);

export const COMPARISONS = ["is", "is_not", "in", "not_in", "at_least", "at_most", "exists"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A comparison and the value that it needs: a list for in, a number for at_least, nothing for exists. */
const comparison = z.discriminatedUnion("op", [
  z.strictObject({ op: z.enum(["is", "is_not"]), value: scalar }),
  z.strictObject({
    op: z.enum(["in", "not_in"]),
    value: z.array(scalar).min(1, "Name at least one.").max(200),
  }),
  z.strictObject({ op: z.enum(["at_least", "at_most"]), value: z.number("Compare with a number.") }),
  z.strictObject({ op: z.literal("exists") }),
]);
export type ComparisonTest = z.infer<typeof comparison>;

/** Reserved attribute: whole days between joining and the event. */
export const DAYS_SINCE_JOINING = "daysSinceJoining";

const attributeName = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/,
    "A name starts with a letter; letters, digits, _, . and - follow.",
  );

const audienceTest = z.strictObject({ attribute: attributeName, test: comparison });

const audience = z.strictObject({
  match: z.enum(["all", "any"]),
  tests: z.array(audienceTest).min(1, "Name at least one thing that members must have.").max(20),
});
export type Audience = z.infer<typeof audience>;

export const TEXT_FIELDS = ["category", "brand", "sku", "name"] as const;
export const NUMBER_FIELDS = ["amountMinor", "quantity"] as const;

const lineTest = z.discriminatedUnion("field", [
  z.strictObject({
    field: z.enum(TEXT_FIELDS),
    /** Compared without regard to case; contains looks inside the text. */
    op: z.enum(["in", "not_in", "contains"]),
    values: z.array(text(128)).min(1, "Name at least one.").max(500),
  }),
  z.strictObject({
    field: z.enum(NUMBER_FIELDS),
    op: z.enum(["at_least", "at_most"]),
    value: z.number().min(0).max(100_000_000_000),
  }),
]);
export type LineTest = z.infer<typeof lineTest>;

/** Lines that pass every test. */
const lineFilter = z.array(lineTest).min(1, "Say which lines, or remove the filter.").max(10);
export type LineFilter = z.infer<typeof lineFilter>;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time such as 07:00.");

export type Condition =
  | { kind: "all" | "any"; conditions: Condition[] }
  | { kind: "not"; condition: Condition }
  | { kind: "event"; field: string; test: ComparisonTest }
  | { kind: "time"; weekdays?: number[] | undefined; from?: string | undefined; to?: string | undefined }
  | { kind: "lines"; quantifier: "any" | "all" | "none"; filter: LineFilter }
  | {
      kind: "basket";
      measure: "lines" | "quantity" | "amountMinor";
      filter?: LineFilter | undefined;
      op: "at_least" | "at_most";
      value: number;
    };

export const EVENT_FIELDS = ["amountMinor", "store", "channel"] as const;

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.enum(["all", "any"]),
      conditions: z.array(condition).min(1, "A group holds at least one condition.").max(20),
    }),
    z.strictObject({ kind: z.literal("not"), condition }),
    z.strictObject({
      kind: z.literal("event"),
      field: z.union([z.enum(EVENT_FIELDS), z.string().regex(/^attributes\.[A-Za-z][A-Za-z0-9_.-]{0,63}$/)], {
        error: "A field is amountMinor, store, channel or attributes.<name>.",
      }),
      test: comparison,
    }),
    z
      .strictObject({
        kind: z.literal("time"),
        /** 1 Monday … 7 Sunday */
        weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
        /** From this time of day on … */
        from: clock.optional(),
        /** … until before this one; earlier than `from`: over midnight. */
        to: clock.optional(),
      })
      .refine((value) => value.weekdays || value.from || value.to, "Choose days, hours, or both.")
      .refine(
        (value) => (value.from === undefined) === (value.to === undefined),
        "Hours need a beginning and an end.",
      )
      .refine((value) => value.from === undefined || value.from !== value.to, "The hours are empty."),
    z.strictObject({
      kind: z.literal("lines"),
      quantifier: z.enum(["any", "all", "none"]),
      filter: lineFilter,
    }),
    z.strictObject({
      kind: z.literal("basket"),
      measure: z.enum(["lines", "quantity", "amountMinor"]),
      filter: lineFilter.optional(),
      op: z.enum(["at_least", "at_most"]),
      value: z.number().min(0).max(100_000_000_000),
    }),
  ]),
);

const rounding = z.enum(["floor", "nearest", "ceil"]).default("floor");
export type Rounding = z.infer<typeof rounding>;

const effect = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fixed"), points: z.int().min(1, "At least 1 point.").max(1_000_000) }),
  z.strictObject({
    kind: z.literal("per_amount"),
    points: z.int().min(1, "At least 1 point.").max(10_000),
    /** For every so many minor units. */
    perMinor: z.int().min(1, "For an amount above zero.").max(1_000_000_000),
    /** lines: each line is rounded on its own; basket: their sum is rounded once. */
    basis: z.enum(["basket", "lines"]).default("basket"),
    filter: lineFilter.optional(),
    rounding,
  }),
  z.strictObject({
    kind: z.literal("multiplier"),
    /** 200 doubles the base points: it adds as many again. */
    factorPercent: z.int().min(101, "More than 100 %.").max(10_000),
    filter: lineFilter.optional(),
    rounding,
  }),
]);
export type Effect = z.infer<typeof effect>;

export const LIMIT_WINDOWS = ["event", "day", "week", "month", "year", "lifetime"] as const;

const limit = z.strictObject({
  per: z.literal("member"),
  points: z.int().min(1, "At least 1 point.").max(1_000_000_000),
  window: z.enum(LIMIT_WINDOWS),
});
export type Limit = z.infer<typeof limit>;

const trigger = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("purchase") }),
  z.strictObject({
    event: z.literal("custom"),
    name: z
      .string()
      .regex(/^[a-z][a-z0-9_.-]{0,63}$/, "Small letters, digits, _, . and -, starting with a letter."),
  }),
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

/** What a campaign consists of. Whether the parts make sense together is for `campaignDefinition` to say. */
export const definitionStructure = z.strictObject({
  name: text(80),
  trigger,
  /** null: everyone */
  audience: audience.nullable().default(null),
  /** null: always */
  condition: condition.nullable().default(null),
  effects: z.array(effect).min(1, "A campaign gives something: add an effect.").max(10),
  limits: z.array(limit).max(6).default([]),
  terms: terms.optional(),
  schedule: z
    .strictObject({
      startsAt: z.iso.datetime({ offset: true }).optional(),
      endsAt: z.iso.datetime({ offset: true }).optional(),
    })
    .default({}),
});
export type CampaignDefinition = z.output<typeof definitionStructure>;
