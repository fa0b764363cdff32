import { z } from "zod";
import { DAYS_SINCE_JOINING, SEGMENTS, TAGS, TIER } from "./audience";
import { attributeName, fieldError } from "./comparison";

/** What an event has one of. Only purchases have these; `quantity` is the pieces of all lines together. */
export const COMPARED_FIELDS = ["amountMinor", "quantity", "store", "channel", "device"] as const;
type ComparedField = (typeof COMPARED_FIELDS)[number];

const NAMED = /^(attributes|lines)\.[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
const NAMED_WITH_MEMBER = /^(attributes|lines|member)\.[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
const FIELDS = "amountMinor, quantity, store, channel, device, attributes.<name> or lines.<name>";
const noField = fieldError(`A field is ${FIELDS}.`);
const noOther = fieldError(`Compare it with ${FIELDS}, or member.<name>.`);

/** A thing of the event and another thing, of the event or of its member, that are held against one another. */
export const comparingCondition = z.strictObject({
  kind: z.literal("compare"),
  /** `lines.<name>`: the labels of that name on all lines, added up. */
  field: z.union([z.enum(COMPARED_FIELDS), z.string().regex(NAMED, { error: noField })], { error: noField }),
  op: z.enum(["is", "is_not", "at_least", "at_most"]),
  with: z.union([z.enum(COMPARED_FIELDS), z.string().regex(NAMED_WITH_MEMBER, { error: noOther })], {
    error: noOther,
  }),
});
export type ComparingCondition = z.infer<typeof comparingCondition>;

/** What a comparison names: a field of the event by itself, or something by its name. */
export type Operand =
  | { of: "event"; name: ComparedField }
  | { of: "attributes" | "lines" | "member"; name: string };

const isField = (field: string): field is ComparedField =>
  (COMPARED_FIELDS as readonly string[]).includes(field);

/** Reads `store`, `attributes.city` or `member.homeStore`. */
export function operandOf(field: string): Operand {
  if (isField(field)) return { of: "event", name: field };
  const of = (["lines", "member"] as const).find((each) => field.startsWith(`${each}.`)) ?? "attributes";
  return { of, name: field.slice(of.length + 1) };
}

/**
 * What kind of thing is compared. An attribute may be anything; `number` is one of which nobody knows what it counts;
 * of `labels` a member has several.
 */
export type OperandType = "any" | "text" | "labels" | "number" | "money" | "pieces" | "days";

export function typeOf({ of, name }: Operand): OperandType {
  switch (of) {
    case "event":
      return name === "amountMinor" ? "money" : name === "quantity" ? "pieces" : "text";
    case "lines":
      return "number";
    case "attributes":
      return "any";
    case "member":
      if (name === SEGMENTS || name === TAGS) return "labels";
      if (name === TIER) return "text";
      return name === DAYS_SINCE_JOINING ? "days" : "any";
  }
}

/** Where the event happened, and how far from a place that may be. */
export const distanceCondition = z.strictObject({
  kind: z.literal("distance"),
  /** In degrees (WGS 84), as maps show them. */
  place: z.strictObject({
    name: z.string().trim().min(1, "Say what the place is called.").max(80),
    latitude: z.number().min(-90, "From -90 to 90 degrees.").max(90, "From -90 to 90 degrees."),
    longitude: z.number().min(-180, "From -180 to 180 degrees.").max(180, "From -180 to 180 degrees."),
  }),
  /** Along the surface of the Earth, in whole metres. */
  withinMetres: z.int().min(1, "At least one metre.").max(100_000_000),
  /** Which attributes of the event say where it was, in degrees. */
  attributes: z
    .strictObject({
      latitude: attributeName.default("latitude"),
      longitude: attributeName.default("longitude"),
    })
    .prefault({}),
});
export type DistanceCondition = z.infer<typeof distanceCondition>;
