import { z } from "zod";

/** A text that says something. @param missing what to tell whoever left it empty */
export const text = (max: number, missing = "Must not be empty.") =>
  z.string().trim().min(1, missing).max(max);
const scalar = z.union([z.string().max(128), z.number(), z.boolean()]);

export const COMPARISONS = [
  "is",
  "is_not",
  "in",
  "not_in",
  "contains",
  "at_least",
  "at_most",
  "exists",
] as const;
export type Comparison = (typeof COMPARISONS)[number];

/**
 * A comparison and the value that it needs: a list for in, a number for at_least, nothing for exists. Text is compared
 * without regard to case. Of something that has several values, such as segments, it is enough that one fits; is_not
 * and not_in want that none does.
 */
export const comparison = z.discriminatedUnion("op", [
  z.strictObject({ op: z.enum(["is", "is_not"]), value: scalar }),
  z.strictObject({
    op: z.enum(["in", "not_in"]),
    value: z.array(scalar).min(1, "Add at least one value to compare with.").max(200),
  }),
  z.strictObject({ op: z.literal("contains"), value: text(128, "Say which text it must contain.") }),
  z.strictObject({ op: z.enum(["at_least", "at_most"]), value: z.number("Compare with a number.") }),
  z.strictObject({ op: z.literal("exists") }),
]);
export type ComparisonTest = z.infer<typeof comparison>;

export const attributeName = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/,
    "A name starts with a letter; letters, digits, _, . and - follow.",
  );

/** What is wrong with a field that may be one of several kinds of names. @param kinds the fields that there are */
export const fieldError =
  (kinds: string) =>
  ({ input }: { input?: unknown }): string =>
    typeof input === "string" && input.endsWith(".") ? "Say which one: give its name." : kinds;

export const eventName = z
  .string()
  .regex(/^[a-z][a-z0-9_.-]{0,63}$/, "Small letters, digits, _, . and -, starting with a letter.");

/** What a program gives a short name of its own: a tier, a segment, a group of campaigns, a sponsor. */
export const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "Small letters, digits, _ and -, at most 40.");
