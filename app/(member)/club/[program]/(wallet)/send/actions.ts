"use server";

import { z } from "zod";
import { memberAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { sendPointsNow } from "@/lib/flows/pass-points";
import { typedContact } from "@/lib/members/schema";
import { blockMember, previewTransfer, unblockMember } from "@/lib/transfers";
import { sendRequest } from "@/lib/transfers/schema";

const typedRequest = sendRequest.extend({ to: typedContact }).strip();

export const lookAtTransfer = memberAction(typedRequest, (ctx, request) =>
  previewTransfer(ctx, ctx.actor.memberId, request),
);

/** `key` makes pressing twice the same as pressing once. */
export const sendToMember = memberAction(
  typedRequest.extend({ key: z.uuid() }),
  async (ctx, { key, ...request }) => {
    const { recipient, points, availableAfter } = await sendPointsNow(
      { ...ctx, idempotencyKey: key },
      ctx.actor.memberId,
      request,
    );
    return { recipient: recipient.name, points, availableAfter };
  },
);

export const block = memberAction(z.object({ member: typedContact }), async (ctx, { member }) => {
  const { name } = await blockMember(ctx, ctx.actor.memberId, member);
  return { name };
});

export const unblock = memberAction(z.object({ id: typeId("mem") }), async (ctx, { id }) => {
  await unblockMember(ctx, ctx.actor.memberId, id);
  return {};
});
