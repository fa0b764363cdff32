import { z } from "zod";
import { returnPolicy } from "@/lib/programs/schema";

/** What a decision is stored as. It carries all that telling the story later needs. */

/** Between a member and a pool. */
const poolSide = {
  pool: z.string(),
  name: z.string(),
  /** On the pool's own statement, the member on the other side. */
  member: z.string().optional(),
  reason: z.string().optional(),
};

const subject = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("purchase"),
    amountMinor: z.number(),
    currency: z.string(),
    store: z.string().optional(),
  }),
  z.object({
    type: z.literal("return"),
    purchaseEventId: z.string(),
    /** Total of the purchase. */
    amountMinor: z.number(),
    currency: z.string(),
    store: z.string().optional(),
    /** Whether nothing of the purchase is left with the member. */
    isComplete: z.boolean(),
  }),
  z.object({ type: z.literal("custom"), name: z.string() }),
  /** A credit or debit by hand, or by a file. */
  z.object({
    type: z.literal("adjustment"),
    reason: z.string(),
    file: z.string().optional(),
    /** Signed. */
    points: z.number().optional(),
    /** What the points are called where they are not the spendable ones. */
    pointName: z.string().optional(),
  }),
  z.object({ type: z.literal("hold"), reason: z.string(), points: z.number(), expiresAt: z.string() }),
  z.object({
    type: z.literal("release"),
    reason: z.string(),
    points: z.number(),
    timedOut: z.boolean(),
    holdId: z.string().optional(),
  }),
  z.object({
    type: z.literal("spend"),
    reason: z.string(),
    reference: z.string().optional(),
    /** The hold that was captured. */
    holdId: z.string().optional(),
    /** The redemption that they were spent on: its reason is the reward's name. */
    redemptionId: z.string().optional(),
    /** How many there were, where a redemption spent them. */
    points: z.number().optional(),
    /** On a pool's statement, the member who spent. */
    member: z.string().optional(),
  }),
  /** The end of a day: points that were usable until then. */
  z.object({
    type: z.literal("expiry"),
    day: z.string(),
    points: z.number(),
    /** What points of another type than the spendable one are called. */
    pointName: z.string().optional(),
  }),
  /** Pending points that became active: on a day, or by an event. */
  z.object({
    type: z.literal("activation"),
    day: z.string(),
    points: z.number(),
    pointName: z.string().optional(),
  }),
  /** To or from another member, whose id is kept and nothing else of them. */
  z.object({ type: z.literal("transfer_out"), to: z.string(), message: z.string().optional() }),
  z.object({
    type: z.literal("transfer_in"),
    from: z.string(),
    message: z.string().optional(),
    /** Points that the member had sent to somebody who has left since. */
    sentBack: z.boolean().optional(),
  }),
  z.object({ type: z.literal("pool_out"), ...poolSide }),
  z.object({ type: z.literal("pool_in"), ...poolSide, sentBack: z.boolean().optional() }),
  z.object({
    type: z.literal("reversal"),
    reason: z.string(),
    /** The kind of what it undoes, `referral` for the credit of a reward for one, and its cause. */
    of: z.string(),
    causeId: z.string(),
    /** The purchase of which it undoes a return. */
    purchaseEventId: z.string().optional(),
  }),
]);
export const OPERATION_KINDS = [
  "adjustment",
  "hold",
  "release",
  "spend",
  "expiry",
  "activation",
  "transfer_out",
  "transfer_in",
  "pool_out",
  "pool_in",
  "reversal",
] as const;
export const DECISION_KINDS = ["purchase", "return", "custom", ...OPERATION_KINDS] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

const EVENT_KINDS: ReadonlySet<DecisionKind> = new Set(["purchase", "return", "custom"]);
/** Whether decisions of this kind are caused by events. */
export function isEventKind(kind: DecisionKind): boolean {
  return EVENT_KINDS.has(kind);
}
export type Subject = z.infer<typeof subject>;

/**
 * fired: it gave something; suppressed: another campaign came before it; control: the member is in its control group;
 * not: its conditions did not hold, or what it gives came to nothing.
 */
export const campaignStatus = z.enum(["fired", "suppressed", "control", "not"]);

/** What one campaign made of the event. */
const campaignOutcome = z.object({
  campaignId: z.string(),
  version: z.number(),
  name: z.string(),
  fired: z.boolean(),
  /** Absent where only whether it fired was kept. */
  status: campaignStatus.optional(),
  /** In plain words, why or why not. */
  reason: z.string(),
  /** Points before limits. */
  desired: z.number(),
  /** Points after limits. */
  granted: z.number(),
  /** The number in the reason, where it is one that is filled in: minor units, or points that were multiplied. */
  basis: z.number().optional(),
});
export type CampaignOutcome = z.infer<typeof campaignOutcome>;

const lotRef = z.object({ lotNo: z.number() });

/** What a limit has counted: of a member, or of the budget that all members share. */
const cap = z.object({
  per: z.literal("campaign").optional(),
  limitNo: z.number(),
  windowStart: z.string(),
  /** Points, times or minor units, as the limit has it. */
  used: z.number(),
});

/** What a campaign gave besides points. */
const benefit = z.object({
  /** Also the voucher's, the message's or the call's own id. */
  benefitId: z.string(),
  campaignId: z.string(),
  kind: z.enum(["voucher", "badge", "progress", "tier", "tag", "segment", "notify", "webhook"]),
  /** Name of the voucher or badge, challenge, code of the tier or segment, tag, title, topic. */
  what: z.string(),
  /** A tag or segment was taken away rather than given. */
  removes: z.boolean().optional(),
  /** It was so already. */
  unchanged: z.boolean().optional(),
  /** Last day of a voucher. */
  until: z.string().optional(),
  /** Where a challenge stands since, and how often this event completed it. */
  progress: z.object({ now: z.number(), goal: z.number(), completed: z.number() }).optional(),
});
export type BenefitOutcome = z.infer<typeof benefit>;

/** What was taken back with a purchase, or stays because it has been used, read, or given again since. */
const withdrawal = benefit
  .pick({ campaignId: true, kind: true, what: true, removes: true })
  .extend({ name: z.string(), stays: z.boolean().optional() });
export type WithdrawalOutcome = z.infer<typeof withdrawal>;

export const decisionOutcome = z.object({
  subject,
  campaigns: z.array(campaignOutcome),
  /** What the purchase earned, line by line: a return starts from here. */
  awards: z.array(
    z.object({
      campaignId: z.string(),
      points: z.number(),
      lines: z.array(z.object({ line: z.number(), points: z.number() })),
      caps: z.array(cap),
      lot: lotRef.nullable(),
      pointTypeNo: z.number().default(1),
      /** The campaign's own policy for returns; absent: the point type's. */
      returns: returnPolicy.optional(),
    }),
  ),
  /** What a return took back, by campaign; below zero where the reversal of one gave it back. */
  takenBack: z
    .array(
      z.object({
        campaignId: z.string(),
        name: z.string(),
        points: z.number(),
        /** What limits count less, or below zero more; absent in older ones: of each limit the points. */
        caps: z.array(cap).optional(),
      }),
    )
    .optional(),
  /** What came back of the purchase's lines: in all with this return, and before it. A reversal starts from here. */
  returned: z
    .array(
      z.object({
        line: z.number(),
        quantityMilli: z.number(),
        points: z.number(),
        before: z.object({ quantityMilli: z.number(), points: z.number() }),
      }),
    )
    .optional(),
  /** Restored points whose last day is over, and until when they can be used all the same. */
  grace: z.object({ points: z.number(), until: z.string() }).optional(),
  /** Points of the event that paid a debt, and points that became one. */
  debt: z.object({ paid: z.number(), made: z.number() }),
  /** Points that a return would have taken back and that its policy let the member keep. */
  forgiven: z.number().optional(),
  /** Points that came into being pending, by the day or the event that they wait for. */
  waiting: z.array(z.object({ points: z.number(), until: z.string() })).optional(),
  /** Pending points that the event made active. */
  activated: z.number().optional(),
  benefits: z.array(benefit).optional(),
  withdrawn: z.array(withdrawal).optional(),
  /** What moved in other point types. */
  others: z.array(z.object({ pointTypeNo: z.number(), points: z.number() })).optional(),
});
export type DecisionOutcome = z.infer<typeof decisionOutcome>;

/** Whether it gave or withdrew something besides points. */
export function movesBenefits({
  benefits = [],
  withdrawn = [],
}: Pick<DecisionOutcome, "benefits" | "withdrawn">): boolean {
  return benefits.length > 0 || withdrawn.length > 0;
}
