import { z } from "zod";
import { pageOf, pageQuery, shortCode, typeId } from "@/lib/core/schema";
import {
  categoryChange,
  categoryDto,
  categoryOrder,
  MAX_ORDERED,
  newCategory,
  newReward,
  offerQuery,
  rewardChange,
  rewardDto,
  rewardFilter,
  rewardOffer,
  rewardOfferDetail,
  rewardSummary,
} from "@/lib/rewards/schema";
import { contract } from "../contract";

const tag = "Rewards";
const reads = { tag, permission: "rewards:read", actors: ["apiKey", "user"] } as const;
const writes = { tag, permission: "rewards:write", actors: ["apiKey", "user"] } as const;
const byId = z.object({ id: typeId("rwd") });
const byCode = z.object({ code: shortCode });
const missing = { 404: "The program has no such reward." };

export const listRewards = contract({
  ...reads,
  method: "GET",
  path: "/api/v1/rewards",
  summary: "List rewards in the order of the catalogue",
  query: rewardFilter.extend({ partnerId: typeId("org").optional() }).extend(pageQuery.shape),
  response: pageOf(rewardSummary),
});

export const createReward = contract({
  ...writes,
  method: "POST",
  path: "/api/v1/rewards",
  summary: "Create a reward as a draft",
  description:
    "Only kind and name are needed. Nobody sees the draft before it is published. Amounts are in minor units of the " +
    "program's currency.",
  body: newReward,
  response: rewardDto,
  status: 201,
});

export const getReward = contract({
  ...reads,
  method: "GET",
  path: "/api/v1/rewards/{id}",
  summary: "Read a reward",
  params: byId,
  response: rewardDto,
  errors: missing,
});

export const changeReward = contract({
  ...writes,
  method: "PATCH",
  path: "/api/v1/rewards/{id}",
  summary: "Change a reward",
  description:
    "What the body does not name stays. A published reward stays one that can be redeemed; redemptions keep what they " +
    "were promised.",
  params: byId,
  body: rewardChange,
  response: rewardDto,
  errors: missing,
});

export const publishReward = contract({
  ...writes,
  method: "POST",
  path: "/api/v1/rewards/{id}/publish",
  summary: "Publish a draft",
  params: byId,
  response: rewardDto,
  errors: {
    ...missing,
    409: "It is no draft (`reward_not_draft`), or its partner is still at work on it (`proposal_not_sent`).",
    422: "Nobody could redeem it yet; each field says why.",
  },
});

export const unpublishReward = contract({
  ...writes,
  method: "POST",
  path: "/api/v1/rewards/{id}/unpublish",
  summary: "Take a reward out of the catalogue, or out of the archive",
  description: "It becomes a draft. Redemptions under way go on.",
  params: byId,
  response: rewardDto,
  errors: { ...missing, 409: "It is a draft already (`reward_is_draft`)." },
});

export const archiveReward = contract({
  ...writes,
  method: "POST",
  path: "/api/v1/rewards/{id}/archive",
  summary: "Archive a reward",
  params: byId,
  response: rewardDto,
  errors: { ...missing, 409: "It is archived already (`reward_is_archived`)." },
});

export const duplicateReward = contract({
  ...writes,
  method: "POST",
  path: "/api/v1/rewards/{id}/duplicate",
  summary: "Make a draft that is like another reward",
  params: byId,
  response: rewardDto,
  status: 201,
  errors: missing,
});

export const orderRewards = contract({
  ...writes,
  method: "PUT",
  path: "/api/v1/rewards/order",
  summary: "Put rewards into an order among themselves",
  description: "They share out the places in the catalogue that they have; all others stay where they are.",
  body: z.strictObject({
    rewardIds: z
      .array(typeId("rwd"))
      .min(1)
      .max(MAX_ORDERED)
      .refine((ids) => new Set(ids).size === ids.length, "Name each reward once."),
  }),
  response: z.object({ ordered: z.int() }),
  errors: missing,
});

export const listCategories = contract({
  ...reads,
  method: "GET",
  path: "/api/v1/reward-categories",
  summary: "List the categories of the catalogue",
  response: z.object({ items: z.array(categoryDto) }),
});

export const createCategory = contract({
  ...writes,
  method: "POST",
  path: "/api/v1/reward-categories",
  summary: "Create a category",
  body: newCategory,
  response: categoryDto,
  status: 201,
  errors: { 409: "The code is taken (`category_exists`), or there are too many (`too_many_categories`)." },
});

export const changeCategory = contract({
  ...writes,
  method: "PATCH",
  path: "/api/v1/reward-categories/{code}",
  summary: "Change what a category is called",
  params: byCode,
  body: categoryChange,
  response: byCode,
  errors: { 404: "The catalogue has no such category." },
});

export const removeCategory = contract({
  ...writes,
  method: "DELETE",
  path: "/api/v1/reward-categories/{code}",
  summary: "Remove a category",
  description: "Its rewards stay, in none.",
  params: byCode,
  response: byCode,
  errors: { 404: "The catalogue has no such category." },
});

export const orderCategories = contract({
  ...writes,
  method: "PUT",
  path: "/api/v1/reward-categories/order",
  summary: "Put the categories into an order",
  body: categoryOrder,
  response: z.object({ codes: z.array(z.string()) }),
});

const byMember = z.object({ id: typeId("mem") });
const forMembers = { ...reads, actors: ["apiKey", "user", "member"] } as const;

export const listMemberRewards = contract({
  ...forMembers,
  method: "GET",
  path: "/api/v1/members/{id}/rewards",
  summary: "List the catalogue as a member sees it",
  description:
    "Each reward with the member's own price and whether the member can have it now. What is for segments that the " +
    "member is not in is left out; what is for other tiers, sold out or out of reach is listed as that.",
  params: byMember,
  query: offerQuery,
  response: pageOf(rewardOffer),
  errors: { 404: "The program has no such member." },
});

export const getMemberReward = contract({
  ...forMembers,
  method: "GET",
  path: "/api/v1/members/{id}/rewards/{reward}",
  summary: "Read a reward as a member sees it",
  params: byMember.extend({ reward: typeId("rwd") }),
  query: offerQuery.pick({ language: true }),
  response: rewardOfferDetail,
  errors: { 404: "There is no such member or reward, or it is not offered to the member." },
});

export const rewardContracts = [
  listRewards,
  createReward,
  orderRewards,
  getReward,
  changeReward,
  publishReward,
  unpublishReward,
  archiveReward,
  duplicateReward,
  listCategories,
  createCategory,
  orderCategories,
  changeCategory,
  removeCategory,
  listMemberRewards,
  getMemberReward,
];
