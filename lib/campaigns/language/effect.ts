import { z } from "zod";
import { code, text } from "./comparison";
import { lineFilter } from "./line-filter";
import { piecePick } from "./pick";

export const rounding = z.enum(["floor", "nearest", "ceil"]).default("floor");
export type Rounding = z.infer<typeof rounding>;

const points = (max: number) => z.int().min(1, "At least 1 point.").max(max);
/** Most points that this effect gives for one event. */
const upTo = points(1_000_000_000).optional();

/** Only for each whole one: 19 € at 10 points per 10 € give 10 points rather than 19. Absent: in proportion. */
const whole = z.literal(true).optional();

/** What a number that earns points comes with: the event, the lines of a purchase together, or the member. */
export const VALUE_SOURCES = ["attributes", "lines", "member"] as const;
export type ValueSource = (typeof VALUE_SOURCES)[number];

/** What has to be bought besides, so that a set is whole. */
const alongside = z.strictObject({
  filter: lineFilter,
  pieces: z.int().min(1, "At least one piece.").max(1_000_000).default(1),
});

/** Effects that give points. */
const pointEffects = [
  z.strictObject({ kind: z.literal("fixed"), points: points(1_000_000) }),
  z.strictObject({
    kind: z.literal("per_amount"),
    points: points(10_000),
    /** For every so many minor units. */
    perMinor: z.int().min(1, "For an amount above zero.").max(1_000_000_000),
    /** lines: each line is rounded on its own; basket: their sum is rounded once. */
    whole,
    basis: z.enum(["basket", "lines"]).default("basket"),
    filter: lineFilter.optional(),
    /** Only some of the pieces: the cheapest of every three. */
    pick: piecePick.optional(),
    rounding,
    upTo,
  }),
  z.strictObject({
    kind: z.literal("per_quantity"),
    points: points(1_000_000),
    /** For every so many whole pieces. */
    pieces: z.int().min(1, "For at least one piece.").max(1_000_000).default(1),
    filter: lineFilter.optional(),
    /** Only for whole sets: each with so many pieces of all of these too. */
    together: z.array(alongside).min(1, "Say what is bought with it, or leave this out.").max(5).optional(),
    upTo,
  }),
  z.strictObject({
    kind: z.literal("per_value"),
    /** A number of the event, of its lines added up, or of the member: `attributes.miles`, `lines.bonus`, `member.seats`. */
    field: z
      .string()
      .regex(
        /^(attributes|lines|member)\.[A-Za-z][A-Za-z0-9_.-]{0,63}$/,
        "A field is attributes.<name>, lines.<name> or member.<name>.",
      ),
    points: points(1_000_000),
    per: z.int().min(1, "For a number above zero.").max(1_000_000_000),
    whole,
    rounding,
    upTo,
  }),
  z.strictObject({
    kind: z.literal("steps"),
    measure: z.enum(["amountMinor", "quantity", "lines"]),
    filter: lineFilter.optional(),
    /** The highest step that is reached counts. */
    steps: z
      .array(z.strictObject({ from: z.int().min(1).max(100_000_000_000), points: points(1_000_000) }))
      .min(1, "Add a step.")
      .max(20),
  }),
  z.strictObject({
    kind: z.literal("multiplier"),
    /** 200 doubles the base points: it adds as many again. */
    factorPercent: z.int().min(101, "More than 100 %.").max(10_000),
    /** base: what is earned per amount, quantity or value; all: bonuses of the same event too. */
    on: z.enum(["base", "all"]).default("base"),
    filter: lineFilter.optional(),
    pick: piecePick.optional(),
    rounding,
    upTo,
  }),
] as const;

/** Effects that give something else. They follow the purchase: when all of it comes back, so do they, as far as they can. */
const benefitEffects = [
  z.strictObject({
    kind: z.literal("voucher"),
    /** What members read on it: "Free coffee". */
    name: text(80, "Say what the voucher is called."),
    /** Calendar days of use, the first one being the day it is given; absent: without end. */
    validDays: z.int().min(1).max(3_660).optional(),
    /** What it costs when it is used, in minor units. */
    costMinor: z.int().min(0).max(100_000_000).default(0),
  }),
  z.strictObject({ kind: z.literal("badge"), badge: text(60, "Say which badge.") }),
  z.strictObject({
    kind: z.literal("progress"),
    challenge: text(60, "Say which challenge."),
    by: z.int().min(1).max(1_000_000).default(1),
    /** Reaching it completes the challenge, which then starts again. */
    goal: z.int().min(1).max(1_000_000_000),
  }),
  z.strictObject({ kind: z.literal("tier"), tier: code }),
  z.strictObject({
    kind: z.literal("tag"),
    tag: text(60, "Say which tag."),
    action: z.enum(["add", "remove"]).default("add"),
  }),
  z.strictObject({
    kind: z.literal("segment"),
    segment: code,
    action: z.enum(["add", "remove"]).default("add"),
  }),
  z.strictObject({
    kind: z.literal("notify"),
    title: text(80, "Give the message a title."),
    body: text(500, "Say what the message is."),
  }),
  z.strictObject({
    kind: z.literal("webhook"),
    url: z.url({ protocol: /^https$/, error: "An address that begins with https://." }).max(2_000),
    /** Sent along, so that the receiver knows what it is about. */
    topic: text(60, "Say what the call is about."),
  }),
] as const;

export const benefitEffect = z.discriminatedUnion("kind", benefitEffects);
export type BenefitEffect = z.infer<typeof benefitEffect>;

export const effect = z.discriminatedUnion("kind", [...pointEffects, ...benefitEffects]);
export type Effect = z.infer<typeof effect>;
export type PointEffect = Exclude<Effect, BenefitEffect>;

/** What a field of a number that earns points names: where it comes from, and its name there. */
export function sourceOf(field: string): { source: ValueSource; name: string } {
  const source = VALUE_SOURCES.find((each) => field.startsWith(`${each}.`)) ?? "attributes";
  return { source, name: field.slice(source.length + 1) };
}

const BENEFITS: ReadonlySet<string> = new Set(benefitEffects.map(({ shape }) => shape.kind.value));

export function isBenefit(given: Effect): given is BenefitEffect {
  return BENEFITS.has(given.kind);
}
