import { z } from "zod";

/** What the decision of an event is stored as. It carries all that telling the story later needs. */

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
]);
export type Subject = z.infer<typeof subject>;

/** What one campaign made of the event. */
const campaignOutcome = z.object({
  campaignId: z.string(),
  version: z.number(),
  name: z.string(),
  fired: z.boolean(),
  /** In plain words, why or why not. */
  reason: z.string(),
  /** Points before limits. */
  desired: z.number(),
  /** Points after limits. */
  granted: z.number(),
});
export type CampaignOutcome = z.infer<typeof campaignOutcome>;

const lotRef = z.object({ expiresOn: z.string(), lotNo: z.number() });

export const decisionOutcome = z.object({
  subject,
  campaigns: z.array(campaignOutcome),
  /** What the purchase earned, line by line: a return starts from here. */
  awards: z.array(
    z.object({
      campaignId: z.string(),
      points: z.number(),
      lines: z.array(z.object({ line: z.number(), points: z.number() })),
      caps: z.array(z.object({ limitNo: z.number(), windowStart: z.string(), used: z.number() })),
      lot: lotRef.nullable(),
    }),
  ),
  /** What a return took back, by campaign. */
  takenBack: z.array(z.object({ campaignId: z.string(), name: z.string(), points: z.number() })).optional(),
  /** Points of the event that paid a debt, and points that became one. */
  debt: z.object({ paid: z.number(), made: z.number() }),
  balanceAfter: z.number(),
});
export type DecisionOutcome = z.infer<typeof decisionOutcome>;
