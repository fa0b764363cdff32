import { z } from "zod";
import { toTypeId } from "@/lib/core/ids";
import { typeId } from "@/lib/core/schema";
import type { DissolutionPreview, PoolSpendDto } from "@/lib/pools";
import { contribution, payOut, poolSpend } from "@/lib/pools/schema";
import { contract } from "../contract";
import { actors, byPool, dissolved, noPool, POOLS } from "./pools";

const memberId = typeId("mem");

const moved = z.object({ poolId: z.string(), points: z.int() });

export const contributeToPool = contract({
  method: "POST",
  path: "/api/v1/pools/{id}/contributions",
  summary: "Give a member's points to a pool",
  description: "Soonest expiry first; points keep their last day.",
  tag: POOLS,
  permission: "points:send",
  actors,
  params: byPool,
  body: contribution.extend({ memberId }),
  response: moved.extend({ availableAfter: z.int().meta({ description: "What the member has left." }) }),
  status: 201,
  errors: {
    404: noPool,
    409: `\`insufficient_points\`, \`not_in_pool\`, \`pools_off\`, \`member_not_active\`, \`sending_barred\`, and the limits on sending (\`above_largest\`, \`daily_limit\`, \`monthly_limit\`). ${dissolved}.`,
  },
});

export const spendFromPool = contract({
  method: "POST",
  path: "/api/v1/pools/{id}/spends",
  summary: "Spend points of a pool for one of its members",
  tag: POOLS,
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
  tag: POOLS,
  permission: "points:send",
  actors,
  params: byPool,
  body: payOut.extend({ memberId }),
  response: moved,
  status: 201,
  errors: {
    404: noPool,
    409: `\`insufficient_points\`, \`not_in_pool\`, \`recipient_unavailable\`, \`sending_barred\`, and the limits on sending of whoever runs the pool (\`above_largest\`, \`daily_limit\`, \`monthly_limit\`). ${dissolved}.`,
  },
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
  tag: POOLS,
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
  tag: POOLS,
  permission: "points:send",
  actors,
  params: byPool,
  response: moved,
  errors: { 404: noPool, 409: `\`points_arriving\`, \`points_held\`. ${dissolved}.` },
});

export const poolMovementContracts = [
  contributeToPool,
  spendFromPool,
  payFromPool,
  previewDissolution,
  dissolvePool,
];
