import { z } from "zod";
import { toTypeId } from "@/lib/core/ids";
import { pageOf, pageQuery, typeId } from "@/lib/core/schema";
import type { OwnPool, PoolDto, PoolMemberDto, PoolSummary } from "@/lib/pools";
import {
  invitation,
  limitChange,
  newPool,
  POOL_KINDS,
  POOL_MEMBER_STATES,
  POOL_ROLES,
  POOL_STATES,
  poolFilter,
} from "@/lib/pools/schema";
import { contract } from "../contract";
import { activityEntry } from "./wallet";

export const POOLS = "Pools";
export const actors = ["apiKey", "user", "member"] as const;
export const byPool = z.object({ id: typeId("pool") });
const byPart = z.object({ id: typeId("pool"), member: typeId("mem") });
const memberId = typeId("mem");
export const noPool = "The program has no such pool, or the member who asks is not in it.";
export const dissolved = "The pool has been dissolved (`pool_dissolved`)";

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
  tag: POOLS,
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
  tag: POOLS,
  permission: "wallet:read",
  actors: ["apiKey", "user"],
  query: poolFilter.extend(pageQuery.shape),
  response: pageOf(summary.meta({ id: "PoolSummary" })),
});

export const listPoolsOfMember = contract({
  method: "GET",
  path: "/api/v1/members/{id}/pools",
  summary: "List the pools that a member is in or has been invited to",
  tag: POOLS,
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
  tag: POOLS,
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
  description: "In the words that its members read.",
  speaks: true,
  tag: POOLS,
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
  tag: POOLS,
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
  tag: POOLS,
  permission: "points:send",
  actors,
  params: byPart,
  body: z.strictObject({ accepts: z.boolean() }),
  response: z.object({ poolId: z.string(), state: z.enum(["active", "declined"]) }),
  errors: {
    404: "There is no such invitation.",
    409: `In another household (\`in_household\`) or not active (\`member_not_active\`). ${dissolved}.`,
  },
});

export const changePoolMember = contract({
  method: "PATCH",
  path: "/api/v1/pools/{id}/members/{member}",
  summary: "Set what a member may spend a month",
  tag: POOLS,
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
  description: "What the member has contributed stays in the pool. Whoever runs it hands it over first.",
  tag: POOLS,
  permission: "points:send",
  actors,
  params: byPart,
  response: z.object({ poolId: z.string(), memberId: z.string(), state: z.enum(["left", "removed"]) }),
  errors: { 404: noPool, 409: `\`owner_stays\`, \`not_in_pool\`. ${dissolved}.` },
});

export const handOverPool = contract({
  method: "PUT",
  path: "/api/v1/pools/{id}/owner",
  summary: "Give the running of a pool to another of its members",
  description: "For whoever runs the pool, and for staff. Whoever ran it stays in it, and can leave it then.",
  tag: POOLS,
  permission: "points:send",
  actors,
  params: byPool,
  body: z.strictObject({ memberId }),
  response: z.object({ poolId: z.string(), ownerId: z.string() }),
  errors: { 404: noPool, 409: `\`runs_already\`, \`not_in_pool\`, \`member_not_active\`. ${dissolved}.` },
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
  handOverPool,
];
