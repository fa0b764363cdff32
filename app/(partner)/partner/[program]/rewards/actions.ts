"use server";

import { z } from "zod";
import { partnerAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import {
  changeProposal,
  drawUpProposal,
  dropProposal,
  sendProposal,
  setStock,
  withdrawProposal,
} from "@/lib/rewards";
import { newReward, rewardChange, stockChange } from "@/lib/rewards/schema";

const byId = z.object({ id: typeId("rwd") });

export const changeStock = partnerAction(
  z.object({ rewardId: typeId("rwd") }).extend(stockChange.shape),
  (ctx, { rewardId, from, to }) => setStock(ctx, rewardId, { from, to }),
);

export const drawUp = partnerAction(
  z.object({ kind: newReward.shape.kind, name: newReward.shape.name }),
  async (ctx, { kind, name }) => {
    const { id } = await drawUpProposal(ctx, { kind, name });
    return { id };
  },
);

export const saveProposal = partnerAction(byId.extend({ change: rewardChange }), (ctx, { id, change }) =>
  changeProposal(ctx, id, change),
);

export const send = partnerAction(byId, (ctx, { id }) => sendProposal(ctx, id));
export const withdraw = partnerAction(byId, (ctx, { id }) => withdrawProposal(ctx, id));
export const drop = partnerAction(byId, (ctx, { id }) => dropProposal(ctx, id));
