import { changePoolMember, removePoolMember } from "@/lib/api/contracts/pools";
import { route } from "@/lib/api/route";
import { toTypeId } from "@/lib/core/ids";
import { leavePool, removeFromPool, setSpendLimit } from "@/lib/pools";

export const PATCH = route(changePoolMember, async ({ ctx, params, body }) => {
  const { poolId, memberId, monthlyLimit } = await setSpendLimit(ctx, params.id, {
    memberId: params.member,
    ...body,
  });
  return { poolId: toTypeId("pool", poolId), memberId: toTypeId("mem", memberId), monthlyLimit };
});

export const DELETE = route(removePoolMember, async ({ ctx, params }) => {
  const isOwn = ctx.actor.kind === "member" && ctx.actor.memberId === params.member;
  const end = isOwn ? leavePool : removeFromPool;
  const { poolId, memberId, state } = await end(ctx, params.id, params.member);
  return { poolId: toTypeId("pool", poolId), memberId: toTypeId("mem", memberId), state };
});
