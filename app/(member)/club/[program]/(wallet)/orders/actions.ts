"use server";

import { z } from "zod";
import { memberAction } from "@/lib/actions";
import { publicAddress } from "@/lib/config/public-address";
import { toTypeId } from "@/lib/core/ids";
import { typeId } from "@/lib/core/schema";
import { cancelRedemption, redeem, startPayment } from "@/lib/flows/redeem";
import { redemptionRequest } from "@/lib/redemptions/schema";

const order = z.object({ program: z.string(), id: typeId("red") });

/** `key` makes pressing twice the same as pressing once. */
export const redeemReward = memberAction(
  redemptionRequest
    .pick({ rewardId: true, delivery: true, priceShown: true })
    .extend({ program: z.string(), key: z.uuid() }),
  async (ctx, { key, program, ...wish }) => {
    const { redemptionId, voucherId, payment } = await redeem(
      { ...ctx, idempotencyKey: key },
      ctx.actor.memberId,
      { ...wish, channel: "wallet" },
    );
    const isDue = payment?.state === "pending";
    return {
      redemptionId: toTypeId("red", redemptionId),
      voucherId: voucherId === null ? null : toTypeId("vou", voucherId),
      payUrl: isDue ? (await startPayment(ctx, redemptionId, pageOf(program, redemptionId))).url : null,
    };
  },
);

export const payOrder = memberAction(order, (ctx, { program, id }) =>
  startPayment(ctx, id, pageOf(program, id)),
);

export const cancelOrder = memberAction(order.extend({ key: z.uuid() }), async (ctx, { id, key }) => {
  await cancelRedemption({ ...ctx, idempotencyKey: key }, id);
  return {};
});

function pageOf(program: string, redemptionId: string): string {
  return `${publicAddress()}/club/${program}/orders/${toTypeId("red", redemptionId)}`;
}
