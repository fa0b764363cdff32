import type { Handling } from "./at-redemption";

/**
 * Hands a reserved redemption to the partner whose own system fulfils it: what is due now is sent by `sendOrders`.
 * Where the partner has no system that could be called, its people find the order in their portal.
 */
export async function placeOrder({ tx, ctx, desk, file }: Handling): Promise<void> {
  const { programId } = ctx;
  const { redemptionId, state, fulfilment, partnerId } = file.row;
  if (state !== "reserved" || fulfilment !== "partner_api" || partnerId === null) return;
  const partner = await tx.rewardPartner.findUnique({
    where: { programId_partnerId: { programId, partnerId } },
  });
  if (partner?.orderUrl == null || partner.secret === null) return;
  await tx.partnerOrder.create({
    data: { programId, redemptionId, createdAt: desk.now, nextAttemptAt: desk.now },
  });
}

/**
 * Sees to it that a partner does not go on with a redemption that is over: an order that it has not heard of is not
 * sent, one that it has is followed by word of its end.
 */
export async function recallOrder({ tx, ctx, desk, file }: Handling): Promise<void> {
  const { programId } = ctx;
  const { redemptionId } = file.row;
  const order = await tx.partnerOrder.findUnique({
    where: { programId_redemptionId: { programId, redemptionId } },
  });
  if (order === null) return;
  const isKnown = order.state === "delivered" || order.attempts > 0;
  await tx.partnerOrder.update({
    where: { programId_redemptionId: { programId, redemptionId } },
    data: isKnown
      ? { state: "waiting", attempts: 0, nextAttemptAt: desk.now }
      : { state: "withdrawn", nextAttemptAt: null },
  });
}
