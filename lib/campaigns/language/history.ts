import { z } from "zod";
import { eventName, text } from "./comparison";
import { lineFilter } from "./line-filter";

/** Days of history that windows can look back on. */
export const MAX_HISTORY_DAYS = 400;

const named = (what: string) =>
  z.array(text(128)).min(1, `Add at least one ${what}, or count what happened in any.`).max(200);

/** The events of a member that a condition counts, and what of them. */
const counted = z.strictObject({
  /** `purchase` or `custom:<name>` */
  event: z.union([z.literal("purchase"), z.templateLiteral(["custom:", eventName])]).default("purchase"),
  /** Only these lines of a purchase; a purchase without any of them is not counted. */
  filter: lineFilter.optional(),
  stores: named("store").optional(),
  channels: named("channel").optional(),
});
export type Counted = z.infer<typeof counted>;

/**
 * Calendar days in the program's time zone. `days` ends with the day of the event and holds that many days; `current`
 * is the period that the event lies in so far, weeks beginning on Monday.
 */
const historyWindow = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("days"), days: z.int().min(1).max(MAX_HISTORY_DAYS) }),
  z.strictObject({ kind: z.literal("current"), period: z.enum(["day", "week", "month", "year"]) }),
  z.strictObject({ kind: z.literal("lifetime") }),
]);
export type HistoryWindow = z.infer<typeof historyWindow>;

export const DISTINCT_FIELDS = ["day", "store", "channel", "sku", "category", "brand"] as const;

const value = z.number().min(0).max(100_000_000_000);
const common = {
  kind: z.literal("history"),
  of: counted.prefault({}),
  /** Whether the event itself counts; else only those posted before it. */
  withThis: z.boolean().default(false),
};

/**
 * What the member has done. Returned goods are taken out again: of a sum at once, of a count when all that was counted
 * of a purchase has come back.
 */
export const historyCondition = z.discriminatedUnion("measure", [
  z.strictObject({
    ...common,
    measure: z.enum(["count", "amountMinor", "quantity"]),
    window: historyWindow,
    /** `every`: the event reaches or passes a multiple of the value; it counts itself. */
    op: z.enum(["at_least", "at_most", "every"]),
    value,
  }),
  z.strictObject({
    ...common,
    measure: z.literal("distinct"),
    what: z.enum(DISTINCT_FIELDS),
    window: historyWindow,
    op: z.enum(["at_least", "at_most"]),
    value,
  }),
  z.strictObject({
    ...common,
    /** Periods in a row with at least one event, up to the one that the event lies in. */
    measure: z.literal("streak"),
    unit: z.enum(["day", "week", "month"]),
    op: z.enum(["at_least", "at_most", "every"]),
    value: z.int().min(1).max(60),
  }),
  z.strictObject({
    ...common,
    /** Whole days between the first, or the last, counted event and this one. Holds for nobody without any. */
    measure: z.enum(["days_since_first", "days_since_last"]),
    op: z.enum(["at_least", "at_most"]),
    value: z.int().min(0).max(MAX_HISTORY_DAYS),
  }),
]);
export type HistoryCondition = z.infer<typeof historyCondition>;
