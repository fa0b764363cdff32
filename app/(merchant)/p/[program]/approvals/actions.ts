"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import {
  approveAdjustment,
  rejectAdjustment,
  requestAdjustment,
  withdrawAdjustment,
} from "@/lib/adjustments";
import { adjustmentInput, decisionInput } from "@/lib/adjustments/schema";
import { typeId } from "@/lib/core/schema";

const decided = z.object({ adjustmentId: typeId("adj"), note: decisionInput.shape.note });

export const adjust = merchantAction(
  z.object({ memberId: typeId("mem"), adjustment: adjustmentInput }),
  "points:adjust",
  async (ctx, { memberId, adjustment }) => {
    const { state } = await requestAdjustment(ctx, memberId, adjustment);
    return { state };
  },
);

export const approve = merchantAction(decided, "adjustments:approve", async (ctx, { adjustmentId, note }) => {
  const { state } = await approveAdjustment(ctx, adjustmentId, { note });
  return { state };
});

export const reject = merchantAction(decided, "adjustments:approve", async (ctx, { adjustmentId, note }) => {
  const { state } = await rejectAdjustment(ctx, adjustmentId, { note });
  return { state };
});

export const withdraw = merchantAction(
  z.object({ adjustmentId: typeId("adj") }),
  "points:adjust",
  async (ctx, { adjustmentId }) => {
    const { state } = await withdrawAdjustment(ctx, adjustmentId);
    return { state };
  },
);
