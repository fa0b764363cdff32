import { z } from "zod";
import { imageDto } from "@/lib/images/schema";
import {
  eligibility,
  FULFILMENTS,
  perMember,
  REWARD_KINDS,
  REWARD_STATES,
  rewardPrice,
  rewardTexts,
} from "./reward-content";

/** So many codes of a pool are counted for a list; of a pool that has more it is said that there are at least so many. */
export const MAX_COUNTED = 10_000;

const count = z.int().min(0);
const named = z.object({ id: z.string(), name: z.string() });

export const PROPOSAL_STATES = ["drawn_up", "waiting", "returned", "decided"] as const;

const proposal = z.object({
  by: named,
  state: z.enum(PROPOSAL_STATES).meta({
    description:
      "Whether its partner is at work on it, it waits for the program, was sent back, or has been decided on.",
  }),
  note: z.string().nullable().meta({ description: "Why the program sent it back." }),
});
export type ProposalDto = z.output<typeof proposal>;

const summary = {
  id: z.string().meta({ examples: ["rwd_01h455vb4pex5vsknk084sn02q"] }),
  state: z.enum(REWARD_STATES),
  kind: z.enum(REWARD_KINDS),
  fulfilment: z.enum(FULFILMENTS),
  name: z.string(),
  summary: z.string(),
  partner: named.nullable().meta({ description: "Who supplies it; null: the program itself." }),
  proposal: proposal.nullable().meta({ description: "Where a partner drew it up; null: the program did." }),
  category: z.string().nullable(),
  image: imageDto.nullable(),
  prices: z.array(rewardPrice),
  stock: count.nullable().meta({ description: "Counted by itself, beside its pool; null: not counted." }),
  left: count.nullable().meta({
    description:
      "Left to give, of its stock and its pool; null: as many as are asked for. Of a pool at most 10,000 are counted.",
  }),
  isLow: z.boolean().meta({ description: "Whether no more are left than the program wants to be told of." }),
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
};

/** A reward as lists show it. Ids are TypeIDs, amounts minor units of the program's currency. */
export const rewardSummary = z.object(summary).meta({ id: "RewardSummary" });
export type RewardSummary = z.output<typeof rewardSummary>;

/** All of a reward, as those who look after it see it. */
export const rewardDto = z
  .object({
    ...summary,
    key: z.string().meta({ description: "What files know it by.", examples: ["a-bag-of-beans"] }),
    description: z.string(),
    terms: z.string(),
    howToUse: z.string(),
    translations: z.record(z.string(), rewardTexts),
    lowAt: count.nullable(),
    pool: named.nullable(),
    codePattern: z.string().nullable(),
    perMember: perMember.nullable(),
    eligibility,
    validDays: count.nullable(),
    stores: z.array(z.string()),
    valueMinor: count.nullable(),
    costMinor: count,
    holdMinutes: count.nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Reward" });
export type RewardDto = z.output<typeof rewardDto>;

export const categoryDto = z
  .object({
    code: z.string(),
    name: z.string(),
    names: z.record(z.string(), z.string()).meta({ description: "In other languages." }),
    rewards: count.meta({ description: "How many rewards are in it, archived ones left aside." }),
  })
  .meta({ id: "RewardCategory" });
export type CategoryDto = z.output<typeof categoryDto>;
