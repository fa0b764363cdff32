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

export const spend = merchantAction(
  z.object({ ...ofMember, spend: newSpend }),
  "points:spend",
  async (ctx, input) => {
    const { available } = await spendPoints(ctx, input.memberId, input.spend);
    return { available };
  },
);

export const setAside = merchantAction(
  z.object({ ...ofMember, hold: newHold }),
  "points:spend",
  async (ctx, { memberId, hold }) => {
    const { expiresAt } = await placeHold(ctx, memberId, hold);
    return { expiresAt };
  },
);

export const captureSetAside = merchantAction(
  z.object({ ...ofHold, capture }),
  "points:spend",
  async (ctx, input) => {
    const { hold } = await captureHold(ctx, input.holdId, input.capture);
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
  z.object({ ...ofEntry, ...reversalRequest.shape }),
  "points:reverse",
  async (ctx, { entryId, reason }) => {
    const { points } = await reverseEntry(ctx, entryId, { reason });
    return { points };
  },
);
