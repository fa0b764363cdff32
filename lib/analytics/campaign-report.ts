import { z } from "zod";

/** What was given, and how often and to how many members. */
const figures = z.object({
  /** Points given. */
  issued: z.number(),
  /** Of them, taken back by returns and reversals. */
  takenBack: z.number(),
  /** Vouchers, badges and whatever else it gave besides points. */
  benefits: z.number(),
  /** How often the campaign gave something, points or not. */
  awards: z.number(),
  /** Members who got something. */
  members: z.number(),
  /** What the points that stayed with members and the vouchers that were used cost, in minor units. */
  costMinor: z.number(),
});
export type CampaignFigures = z.infer<typeof figures>;

const uplift = z.object({
  mean: z.number(),
  controlMean: z.number(),
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  percent: z.number().nullable(),
  significant: z.boolean(),
});

/** What became of a campaign between two days of its program, both included. */
export const campaignReport = z
  .object({
    asOf: z.iso.datetime(),
    from: z.iso.date(),
    to: z.iso.date(),
    totals: figures.extend({
      /** Of its points, those that members have spent on rewards. */
      redeemed: z.number(),
    }),
    /** What it gave besides points, the most frequent first. */
    benefits: z.array(
      z.object({
        kind: z.enum(["voucher", "badge", "progress", "tier", "tag", "segment", "notify", "webhook"]),
        /** Name of the voucher or badge, challenge, code of the tier or segment, tag, title, topic. */
        what: z.string(),
        given: z.number(),
        members: z.number(),
        /** Of those given, taken back with the purchase. */
        withdrawn: z.number(),
        /** Of vouchers, those that were used, and what that cost, in minor units. */
        used: z.number(),
        costMinor: z.number(),
      }),
    ),
    /** Who pays how much of the cost of points and used vouchers; null: the program all of it. */
    funding: z
      .object({ sponsor: z.string(), name: z.string(), percent: z.number(), costMinor: z.number() })
      .nullable(),
    /** Shared limits of the live version, with what is used of each in the window of now. */
    budgets: z.array(
      z.object({
        measure: z.enum(["points", "times", "costMinor"]),
        window: z.string(),
        amount: z.number(),
        used: z.number(),
      }),
    ),
    /** Every day of the span, also those on which nothing was given. */
    days: z.array(figures.extend({ day: z.iso.date() })),
    /** The largest first; null where a purchase named no store or it was no purchase. */
    stores: z.array(figures.extend({ store: z.string().nullable() })),
    /** By the segments and the tier that members are in now; a member of two segments counts in both. */
    segments: z.array(figures.extend({ segment: z.string(), name: z.string() })),
    tiers: z.array(figures.extend({ tier: z.string().nullable(), name: z.string().nullable() })),
    /** Null where no control group is held out. Amounts are what members spent in these days, in minor units. */
    control: z
      .object({
        percent: z.number(),
        treatedMembers: z.number(),
        controlMembers: z.number(),
        /** Null while a group is too small to say. */
        spending: uplift.nullable(),
        /** The same of how often they bought. */
        visits: uplift.nullable(),
      })
      .nullable(),
  })
  .meta({ id: "CampaignReport" });
export type CampaignReport = z.infer<typeof campaignReport>;
