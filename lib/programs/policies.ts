import { z } from "zod";

/** How a point type, or the points of one campaign, behave. Days are those of the program's time zone. */

const count = (max: number) => z.int().min(1, "At least 1.").max(max);

/**
 * How long points stay usable, counted from the day they become active, that day included in their use:
 * - `none`: for ever;
 * - `rolling`: so many days or months;
 * - `calendar`: until the end of the month, quarter or year, `keep` whole periods later;
 * - `sliding`: so many days or months after the member's latest activity in the point type.
 */
export const expiry = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("rolling"), unit: z.enum(["day", "month"]), count: count(3_650) }),
  z.strictObject({
    kind: z.literal("calendar"),
    period: z.enum(["month", "quarter", "year"]),
    keep: z.int().min(0).max(40).default(0),
  }),
  z.strictObject({ kind: z.literal("sliding"), unit: z.enum(["day", "month"]), count: count(3_650) }),
]);
export type Expiry = z.infer<typeof expiry>;

/**
 * When earned points become active: at once, so many days after the event, on a day, or when a custom event of
 * this name comes for the member. Such an event may name the purchase that it settles in its attribute
 * `purchaseId`; otherwise it settles everything that waits for it.
 */
export const pending = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("immediate") }),
  z.strictObject({ kind: z.literal("period"), days: count(730) }),
  z.strictObject({ kind: z.literal("date"), on: z.iso.date() }),
  z.strictObject({
    kind: z.literal("event"),
    name: z
      .string()
      .regex(/^[a-z][a-z0-9_.-]{0,63}$/, "Small letters, digits, _, . and -, starting with a letter."),
  }),
]);
export type Pending = z.infer<typeof pending>;

export const RETURN_POLICIES = ["debt", "within_balance", "only_pending"] as const;
/**
 * What a return does about points that are no longer there: the shortfall becomes a debt; it is forgiven once the
 * pending and available points are used up; or only points still pending are taken back at all.
 */
export type ReturnPolicy = (typeof RETURN_POLICIES)[number];
export const returnPolicy = z.enum(RETURN_POLICIES);

const points = z.int().min(0).max(1_000_000_000);

/** The program's limits on what people do with points. Absent parts have these defaults. */
export const ledgerPolicy = z.strictObject({
  adjustments: z
    .strictObject({
      /**
       * Credits and debits of more points than this need a second person, and so does what takes one person's for one
       * member in 24 hours beyond it; null: none does.
       */
      approvalAbove: points.nullable().default(1_000),
      /** The same for what one person does without a second one in 24 hours, all members taken together. */
      dailyAbove: points.nullable().default(10_000),
    })
    .prefault({}),
  holds: z
    .strictObject({
      /** Minutes that a hold lasts unless the caller says otherwise, and at most. */
      defaultMinutes: z.int().min(1).max(43_200).default(15),
      longestMinutes: z.int().min(1).max(525_600).default(10_080),
    })
    .prefault({}),
  transfers: z
    .strictObject({
      enabled: z.boolean().default(false),
      smallest: points.min(1).default(1),
      /** Points in one transfer, a day and a month; null: no limit. */
      largest: points.nullable().default(5_000),
      daily: points.nullable().default(10_000),
      monthly: points.nullable().default(50_000),
    })
    .prefault({}),
  pools: z
    .strictObject({
      enabled: z.boolean().default(false),
      /** Most members of one pool. */
      members: z.int().min(2).max(500).default(8),
    })
    .prefault({}),
  /** Days that restored points stay usable when their lot has expired meanwhile. */
  graceDays: z.int().min(0).max(366).default(30),
});
export type LedgerPolicy = z.infer<typeof ledgerPolicy>;

/** A kind of points that the program issues. */
export type PointTypeDto = {
  pointTypeNo: number;
  /** Stable name in campaigns and files. */
  code: string;
  name: string;
  /** Whether it buys rewards and can be sent; other types qualify for tiers and the like. */
  spendable: boolean;
  expiry: Expiry;
  pending: Pending;
  returnPolicy: ReturnPolicy;
  /** What a thousand of them cost the program, in minor units; 0: nothing. */
  valuePerThousandMinor: number;
};
