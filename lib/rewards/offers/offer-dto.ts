import { z } from "zod";
import { pageQuery, shortCode } from "@/lib/core/schema";
import { imageDto } from "@/lib/images/schema";
import { FULFILMENTS, LIMIT_PERIODS, perMember, REWARD_KINDS } from "../reward-content";

/** Of what is left no more is told than this: a number that large is no reason to hurry. */
export const MAX_TOLD_LEFT = 20;

const count = z.int().min(0);
const coded = z.object({ code: z.string(), name: z.string() });

/** Whether the member can have a reward now, and what it takes. */
export const standing = z.discriminatedUnion("code", [
  z.object({ code: z.literal("ready") }),
  z.object({
    code: z.literal("short"),
    missing: count.meta({ description: "Points that are still to be earned." }),
  }),
  z.object({ code: z.literal("sold_out") }),
  z.object({
    code: z.literal("limit_reached"),
    count,
    per: z.enum(LIMIT_PERIODS),
  }),
  z.object({ code: z.literal("not_yet"), startsAt: z.iso.datetime() }),
  z.object({ code: z.literal("over"), endsAt: z.iso.datetime() }),
  z.object({
    code: z.literal("other_tier"),
    tiers: z.array(coded),
    from: coded
      .nullable()
      .meta({ description: "The lowest tier that may have it, where all above it may as well." }),
  }),
]);
export type Standing = z.output<typeof standing>;

const offer = {
  id: z.string().meta({ examples: ["rwd_01h455vb4pex5vsknk084sn02q"] }),
  kind: z.enum(REWARD_KINDS),
  name: z.string(),
  summary: z.string(),
  image: imageDto.nullable(),
  partner: z.string().nullable().meta({ description: "Who supplies it; null: the program itself." }),
  category: coded.nullable(),
  price: z
    .object({ points: count, amountMinor: count })
    .nullable()
    .meta({ description: "What it costs this member; null: there is no price for the member's tier." }),
  standing,
  left: count.nullable().meta({ description: "Left to give, up to 20; null: plenty." }),
  endsAt: z.iso.datetime().nullable(),
};

/** A reward as a member finds it in the catalogue, in the member's language. Amounts are in minor units. */
export const rewardOffer = z.object(offer).meta({ id: "RewardOffer" });
export type RewardOffer = z.output<typeof rewardOffer>;

/** The same with all that there is to know before it is redeemed. Texts are Markdown. */
export const rewardOfferDetail = z
  .object({
    ...offer,
    fulfilment: z.enum(FULFILMENTS),
    description: z.string(),
    terms: z.string(),
    howToUse: z.string(),
    perMember: perMember.nullable(),
    validDays: count.nullable(),
    stores: z.array(z.string()),
    valueMinor: count.nullable(),
  })
  .meta({ id: "RewardOfferDetail" });
export type RewardOfferDetail = z.output<typeof rewardOfferDetail>;

export const OFFER_SORTS = ["recommended", "points", "newest"] as const;
export type OfferSort = (typeof OFFER_SORTS)[number];

export const offerQuery = pageQuery.extend({
  q: z.string().max(200).optional().meta({ description: "Part of the name or the summary." }),
  category: shortCode.optional(),
  sort: z.enum(OFFER_SORTS).default("recommended"),
  only: z.enum(["ready"]).optional().meta({ description: "`ready`: what the member can have now." }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .meta({ description: "Language of the texts, as far as they are translated." }),
});

/** A reward as anybody may see it. */
export const publicReward = z.object({
  id: z.string(),
  kind: z.enum(REWARD_KINDS),
  name: z.string(),
  summary: z.string(),
  image: imageDto.nullable(),
  partner: z.string().nullable(),
  category: coded.nullable(),
  /** The lowest that anybody pays. */
  price: z.object({ points: count, amountMinor: count }),
  isSoldOut: z.boolean(),
});
export type PublicReward = z.output<typeof publicReward>;
