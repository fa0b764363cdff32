import { z } from "zod";
import { newReward, newRewardContent, type RewardKind, withoutDefaults } from "../reward-content";

/** What partners supply. Codes that are made, and money off the bill, are the program's own tills' affair. */
export const PROPOSED_KINDS = [
  "pool_voucher",
  "physical",
  "digital",
  "service",
  "donation",
] as const satisfies readonly RewardKind[];

/** What a partner says of a reward; what it costs members, who may have it and where it stands is the program's. */
const PARTNERS_PART = {
  fulfilment: true,
  name: true,
  summary: true,
  description: true,
  terms: true,
  howToUse: true,
  translations: true,
  imageId: true,
  stock: true,
  lowAt: true,
  poolId: true,
  startsAt: true,
  endsAt: true,
  validDays: true,
  valueMinor: true,
  costMinor: true,
  holdMinutes: true,
} as const;

const kind = z.enum(PROPOSED_KINDS);

/** A reward that a partner draws up, finished or not. Amounts are in minor units. */
export const newProposal = newReward.pick(PARTNERS_PART).extend({ kind });
/** The same as the verbs take it: what it refers to is named by UUID. */
export const newProposalContent = newRewardContent.pick(PARTNERS_PART).extend({ kind });
export type NewProposal = z.input<typeof newProposalContent>;

const SOME = "Name what is to change.";
const isSome = (change: object) => Object.keys(change).length > 0;

/** Some of a proposal: what is absent stays as it is. */
export const proposalChange = z
  .strictObject(withoutDefaults(newReward.pick(PARTNERS_PART).shape))
  .partial()
  .refine(isSome, SOME);
export const proposalContentChange = z
  .strictObject(withoutDefaults(newRewardContent.pick(PARTNERS_PART).shape))
  .partial()
  .refine(isSome, SOME);
export type ProposalChange = z.input<typeof proposalContentChange>;

export const returnNote = z.strictObject({
  note: z.string().trim().min(1, "Say what is to be changed.").max(500),
});
export type ReturnNote = z.input<typeof returnNote>;
