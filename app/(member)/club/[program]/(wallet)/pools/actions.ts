"use server";

import { z } from "zod";
import { memberAction } from "@/lib/actions";
import { toTypeId } from "@/lib/core/ids";
import { typeId } from "@/lib/core/schema";
import { contributeNow, dissolveNow, payOutNow } from "@/lib/flows/pass-points";
import { typedContact } from "@/lib/members/schema";
import {
  answerInvitation,
  createPool,
  handOverPool,
  inviteToPool,
  leavePool,
  previewDissolution,
  removeFromPool,
  setSpendLimit,
} from "@/lib/pools";
import { contribution, invitation, limitChange, newPool, payOut } from "@/lib/pools/schema";

const pool = z.object({ pool: typeId("pool") });
const part = pool.extend({ member: typeId("mem") });
/** Makes pressing twice the same as pressing once. */
const key = z.uuid();

export const found = memberAction(newPool.strip(), async (ctx, input) => {
  const { poolId } = await createPool(ctx, ctx.actor.memberId, input);
  return { id: toTypeId("pool", poolId) };
});

export const answer = memberAction(pool.extend({ accepts: z.boolean() }), async (ctx, { pool, accepts }) => {
  const { state } = await answerInvitation(ctx, pool, { memberId: ctx.actor.memberId, accepts });
  return { state };
});

export const invite = memberAction(
  pool.extend({ member: typedContact, monthlyLimit: invitation.shape.monthlyLimit }),
  async (ctx, { pool, ...input }) => {
    const { name } = await inviteToPool(ctx, pool, input);
    return { name };
  },
);

export const contribute = memberAction(
  pool.extend({ points: contribution.shape.points, key }),
  async (ctx, { pool, points, key }) => {
    const gift = { memberId: ctx.actor.memberId, points };
    const { availableAfter } = await contributeNow({ ...ctx, idempotencyKey: key }, pool, gift);
    return { availableAfter };
  },
);

export const pay = memberAction(
  part.extend({ points: payOut.shape.points, key }),
  async (ctx, { pool, member, points, key }) => {
    await payOutNow({ ...ctx, idempotencyKey: key }, pool, { memberId: member, points });
    return { points };
  },
);

export const limit = memberAction(
  part.extend({ monthlyLimit: limitChange.shape.monthlyLimit }),
  async (ctx, { pool, member, monthlyLimit }) => {
    await setSpendLimit(ctx, pool, { memberId: member, monthlyLimit });
    return { monthlyLimit };
  },
);

export const handOver = memberAction(part, async (ctx, { pool, member }) => {
  await handOverPool(ctx, pool, { memberId: member });
  return {};
});

export const remove = memberAction(part, async (ctx, { pool, member }) => {
  await removeFromPool(ctx, pool, member);
  return {};
});

export const leave = memberAction(pool, async (ctx, { pool }) => {
  await leavePool(ctx, pool, ctx.actor.memberId);
  return {};
});

export const lookAtDissolution = memberAction(pool, async (ctx, { pool }) => {
  const { points, shares } = await previewDissolution(ctx, pool);
  return { points, shares: shares.map(({ name, points }) => ({ name, points })) };
});

export const dissolve = memberAction(pool, async (ctx, { pool }) => {
  const { points } = await dissolveNow(ctx, pool);
  return { points };
});
