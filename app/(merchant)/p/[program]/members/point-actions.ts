"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { previewReversal, reverseEntry } from "@/lib/flows/reverse-entry";
import { captureHold, placeHold, releaseHold, spendPoints } from "@/lib/wallet";
import { capture, newHold, newSpend, reversalRequest } from "@/lib/wallet/schema";

const ofMember = { memberId: typeId("mem") };
const ofHold = { holdId: typeId("hold") };
const ofEntry = { entryId: typeId("act") };
/** Of one attempt at something: sent twice, it happens once. */
const once = { key: z.uuid() };

export const spend = merchantAction(
  z.object({ ...ofMember, ...once, spend: newSpend }),
  "points:spend",
  async (ctx, input) => {
    const { available } = await spendPoints(
      { ...ctx, idempotencyKey: input.key },
      input.memberId,
      input.spend,
    );
    return { available };
  },
);

export const setAside = merchantAction(
  z.object({ ...ofMember, ...once, hold: newHold }),
  "points:spend",
  async (ctx, { memberId, key, hold }) => {
    const { expiresAt } = await placeHold({ ...ctx, idempotencyKey: key }, memberId, hold);
    return { expiresAt };
  },
);

export const captureSetAside = merchantAction(
  z.object({ ...ofHold, ...once, capture }),
  "points:spend",
  async (ctx, input) => {
    const { hold } = await captureHold({ ...ctx, idempotencyKey: input.key }, input.holdId, input.capture);
    return { remaining: hold.remaining };
  },
);

export const releaseSetAside = merchantAction(z.object(ofHold), "points:spend", async (ctx, { holdId }) => {
  const { points } = await releaseHold(ctx, holdId);
  return { points };
});

export const previewReverse = merchantAction(z.object(ofEntry), "points:reverse", (ctx, { entryId }) =>
  previewReversal(ctx, entryId),
);

export const reverse = merchantAction(
  z.object({ ...ofEntry, ...once, ...reversalRequest.shape }),
  "points:reverse",
  async (ctx, { entryId, key, reason }) => {
    const { points } = await reverseEntry({ ...ctx, idempotencyKey: key }, entryId, { reason });
    return { points };
  },
);
