import { z } from "zod";
import { toTypeId } from "@/lib/core/ids";
import { pageOf, pageQuery, typeId } from "@/lib/core/schema";
import type {
  DissolutionPreview,
  OwnPool,
  PoolDto,
  PoolMemberDto,
  PoolSpendDto,
  PoolSummary,
} from "@/lib/pools";
import {
  contribution,
  invitation,
  limitChange,
  newPool,
  POOL_KINDS,
  POOL_MEMBER_STATES,
  POOL_ROLES,
  POOL_STATES,
  payOut,
  poolFilter,
  poolSpend,
} from "@/lib/pools/schema";
import { contract } from "../contract";
import { activityEntry } from "./wallet";

const tag = "Pools";
const actors = ["apiKey", "user", "member"] as const;
const byPool = z.object({ id: typeId("pool") });
const byPart = z.object({ id: typeId("pool"), member: typeId("mem") });
const memberId = typeId("mem");
const noPool = "The program has no such pool, or the member who asks is not in it.";
const dissolved = "The pool has been dissolved (`pool_dissolved`)";

const summary = z.object({
  id: z.string().meta({ examples: ["pool_01h455vb4pex5vsknk084sn02q"] }),
  kind: z.enum(POOL_KINDS),
  name: z.string(),
  state: z.enum(POOL_STATES),
  owner: z.object({ id: z.string(), name: z.string() }).meta({ description: "The member who runs it." }),
  available: z.int().meta({ description: "Points that can be spent." }),
  members: z.int().meta({ description: "Active members." }),
  createdAt: z.iso.datetime(),
  dissolvedAt: z.iso.datetime().nullable(),
});

const part = z.object({
  memberId: z.string(),
  name: z.string(),
  role: z.enum(POOL_ROLES),
  state: z.enum(POOL_MEMBER_STATES),
  monthlyLimit: z.int().nullable().meta({ description: "Points a calendar month; null: no limit." }),
  spentThisMonth: z.int(),
  contributed: z.int().meta({ description: "Points given to the pool, of all time." }),
  joinedAt: z.iso.datetime().nullable(),
});

const poolResource = summary.extend({ membership: z.array(part) }).meta({ id: "Pool" });

export function toPoolSummary({ poolId, ownerId, ownerName, ...dto }: PoolSummary): z.input<typeof summary> {
  return { ...dto, id: toTypeId("pool", poolId), owner: { id: toTypeId("mem", ownerId), name: ownerName } };
}

export function toPoolResource({ membership, ...dto }: PoolDto): z.input<typeof poolResource> {
  const toPart = ({ memberId: id, ...row }: PoolMemberDto) => ({ ...row, memberId: toTypeId("mem", id) });
  return { ...toPoolSummary(dto), membership: membership.map(toPart) };
}

export const createPool = contract({
  method: "POST",
  path: "/api/v1/pools",
  summary: "Found a pool",
  description: "A household or a team shares points. The member named as owner runs it and is its first.",
  tag,
  permission: "points:send",
  actors,
  body: newPool.extend({ ownerId: memberId }),
  response: poolResource,
  status: 201,
  errors: {
    404: "The program has no such member.",
    409: "Pools are off (`pools_off`), or the member is in a household already (`in_household`) or not active.",
  },
});

export const listPools = contract({
  method: "GET",
  path: "/api/v1/pools",
  summary: "List pools",
  description: "The newest first; with `q`, by name, those whose name begins with it.",
  tag,
  permission: "wallet:read",
  actors: ["apiKey", "user"],
  query: poolFilter.extend(pageQuery.shape),
  response: pageOf(summary.meta({ id: "PoolSummary" })),
});

export const listPoolsOfMember = contract({
  method: "GET",
  path: "/api/v1/members/{id}/pools",
  summary: "List the pools that a member is in or has been invited to",
  tag,
  permission: "wallet:read",
  actors,
  params: z.object({ id: memberId }),
  response: z.object({
    items: z.array(
      summary.extend({
        available: z.int().nullable().meta({ description: "Null until the invitation is accepted." }),
        own: z.object({ role: z.enum(POOL_ROLES), state: z.enum(["active", "invited"]) }),
      }),
    ),
  }),
  errors: { 404: "The program has no such member." },
});

export function toOwnPool({ available, ...dto }: OwnPool) {
  return { ...toPoolSummary({ ...dto, available: 0 }), available, own: dto.own };
}

export const getPool = contract({
  method: "GET",
  path: "/api/v1/pools/{id}",
  summary: "Read a pool with its members",
  tag,
  permission: "wallet:read",
  actors,
  params: byPool,
  response: poolResource,
  errors: { 404: noPool },
});

export const getPoolActivity = contract({
  method: "GET",
  path: "/api/v1/pools/{id}/activity",
  summary: "Read what moved a pool's points, the newest first, with the reasons",
  tag,
  permission: "wallet:read",
  actors,
  params: byPool,
  query: pageQuery,
  response: pageOf(activityEntry),
  errors: { 404: noPool },
});

export const inviteToPool = contract({
  method: "POST",
  path: "/api/v1/pools/{id}/members",
  summary: "Invite a member into a pool",
  description: "For whoever runs the pool, and for staff. Name the member by exactly one way.",
  tag,
  permission: "points:send",
  actors,
  params: byPool,
  body: invitation,
  response: z.object({ memberId: z.string(), name: z.string() }),
  status: 201,
  errors: {
    404: noPool,
    409: `\`unknown_member\`, \`already_in_pool\`, \`pool_full\`, \`pools_off\`. ${dissolved}.`,
  },
});

export const answerPoolInvitation = contract({
  method: "POST",
  path: "/api/v1/pools/{id}/members/{member}/answer",
  summary: "Accept or decline an invitation",
  tag,
  permission: "points:send",
  actors,
  params: byPart,
  body: z.strictObject({ accepts: z.boolean() }),
  response: z.object({ poolId: z.string(), state: z.enum(["active", "declined"]) }),
  errors: {
    404: "There is no such invitation.",
    409: `In another household (\`in_household\`). ${dissolved}.`,
  },
});

export const changePoolMember = contract({
  method: "PATCH",
  path: "/api/v1/pools/{id}/members/{member}",
  summary: "Set what a member may spend a month",
  tag,
  permission: "points:send",
  actors,
  params: byPart,
  body: limitChange,
  response: z.object({ poolId: z.string(), memberId: z.string(), monthlyLimit: z.int().nullable() }),
  errors: { 404: noPool, 409: `${dissolved}.` },
});

export const removePoolMember = contract({
  method: "DELETE",
  path: "/api/v1/pools/{id}/members/{member}",
  summary: "Leave a pool, or take somebody out of it",
  description: "What the member has contributed stays in the pool. Whoever runs it cannot leave it.",
  tag,
  permission: "points:send",
  actors,
  params: byPart,
  response: z.object({ poolId: z.string(), memberId: z.string(), state: z.enum(["left", "removed"]) }),
  errors: { 404: noPool, 409: `\`owner_stays\`, \`not_in_pool\`. ${dissolved}.` },
});

const moved = z.object({ poolId: z.string(), points: z.int() });

export const contributeToPool = contract({
  method: "POST",
  path: "/api/v1/pools/{id}/contributions",
  summary: "Give a member's points to a pool",
  description: "Soonest expiry first; points keep their last day.",
  tag,
  permission: "points:send",
  actors,
  params: byPool,
  body: contribution.extend({ memberId }),
  response: moved.extend({ availableAfter: z.int().meta({ description: "What the member has left." }) }),
  status: 201,
  errors: { 404: noPool, 409: `\`insufficient_points\`, \`not_in_pool\`, \`pools_off\`. ${dissolved}.` },
});

export const spendFromPool = contract({
  method: "POST",
  path: "/api/v1/pools/{id}/spends",
  summary: "Spend points of a pool for one of its members",
  tag,
  permission: "points:spend",
  actors: ["apiKey", "user"],
  params: byPool,
  body: poolSpend.extend({ memberId }),
  response: z.object({
    id: z.string().meta({ description: "What a reversal names." }),
    poolId: z.string(),
    memberId: z.string(),
    points: z.int(),
    availableAfter: z.int().meta({ description: "What the pool has left." }),
    leftThisMonth: z
      .int()
      .nullable()
      .meta({ description: "What the member may still spend; null: no limit." }),
    reason: z.string(),
    reference: z.string().nullable(),
    spentAt: z.iso.datetime(),
  }),
  status: 201,
  errors: {
    404: "The program has no such pool.",
    409: `\`insufficient_points\`, \`spend_limit\`, \`not_in_pool\`, \`member_not_active\`. ${dissolved}.`,
  },
});

export function toPoolSpend({ spendId, poolId, memberId: id, ...dto }: PoolSpendDto) {
  return {
    ...dto,
    id: toTypeId("act", spendId),
    poolId: toTypeId("pool", poolId),
    memberId: toTypeId("mem", id),
  };
}

export const payFromPool = contract({
  method: "POST",
  path: "/api/v1/pools/{id}/payouts",
  summary: "Pay points of a pool out to one of its members",
  description: "For whoever runs the pool, and for staff.",
  tag,
  permission: "points:send",
  actors,
  params: byPool,
  body: payOut.extend({ memberId }),
  response: moved,
  status: 201,
  errors: { 404: noPool, 409: `\`insufficient_points\`, \`not_in_pool\`. ${dissolved}.` },
});

const share = z.object({
  memberId: z.string(),
  name: z.string(),
  contributed: z.int(),
  points: z.int(),
});

export const previewDissolution = contract({
  method: "GET",
  path: "/api/v1/pools/{id}/dissolution",
  summary: "Preview what each member gets when a pool is dissolved",
  description:
    "In proportion to what each has contributed; what rounding leaves goes to the largest remainders.",
  tag,
  permission: "points:send",
  actors,
  params: byPool,
  response: z.object({ poolId: z.string(), points: z.int(), shares: z.array(share) }),
  errors: {
    404: noPool,
    409: `Points are on their way (\`points_arriving\`) or set aside (\`points_held\`). ${dissolved}.`,
  },
});

export function toDissolutionPreview({ poolId, points, shares }: DissolutionPreview) {
  return {
    poolId: toTypeId("pool", poolId),
    points,
    shares: shares.map(({ memberId: id, ...row }) => ({ ...row, memberId: toTypeId("mem", id) })),
  };
}

export const dissolvePool = contract({
  method: "POST",
  path: "/api/v1/pools/{id}/dissolution",
  summary: "Dissolve a pool",
  description: "Divides what is left as the preview says. It cannot be undone.",
  tag,
  permission: "points:send",
  actors,
  params: byPool,
  response: moved,
  errors: { 404: noPool, 409: `\`points_arriving\`, \`points_held\`. ${dissolved}.` },
});

export const poolContracts = [
  createPool,
  listPools,
  listPoolsOfMember,
  getPool,
  getPoolActivity,
  inviteToPool,
  answerPoolInvitation,
  changePoolMember,
  removePoolMember,
  contributeToPool,
  spendFromPool,
  payFromPool,
  previewDissolution,
  dissolvePool,
];
