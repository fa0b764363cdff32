"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { shortCode, typeId } from "@/lib/core/schema";
import {
  archiveReward,
  changeCategory,
  changeReward,
  createCategory,
  createReward,
  duplicateReward,
  orderCategories,
  orderRewards,
  publishReward,
  removeCategory,
  returnProposal,
  unpublishReward,
} from "@/lib/rewards";
import {
  categoryOrder,
  MAX_ORDERED,
  newCategory,
  newReward,
  returnNote,
  rewardChange,
} from "@/lib/rewards/schema";

const byId = z.object({ id: typeId("rwd") });
const byCode = z.object({ code: shortCode });
const categoryTexts = z.object(newCategory.shape);

export const create = merchantAction(
  z.object({ kind: newReward.shape.kind, name: newReward.shape.name }),
  "rewards:write",
  async (ctx, { kind, name }) => {
    const { id } = await createReward(ctx, { kind, name });
    return { id };
  },
);

export const save = merchantAction(
  byId.extend({ change: rewardChange }),
  "rewards:write",
  (ctx, { id, change }) => changeReward(ctx, id, change),
);

export const publish = merchantAction(byId, "rewards:write", (ctx, { id }) => publishReward(ctx, id));
export const unpublish = merchantAction(byId, "rewards:write", (ctx, { id }) => unpublishReward(ctx, id));
export const archive = merchantAction(byId, "rewards:write", (ctx, { id }) => archiveReward(ctx, id));
export const duplicate = merchantAction(byId, "rewards:write", (ctx, { id }) => duplicateReward(ctx, id));

export const sendBack = merchantAction(byId.extend(returnNote.shape), "rewards:write", (ctx, { id, note }) =>
  returnProposal(ctx, id, { note }),
);

export const order = merchantAction(
  z.object({ rewardIds: z.array(typeId("rwd")).min(1).max(MAX_ORDERED) }),
  "rewards:write",
  (ctx, { rewardIds }) => orderRewards(ctx, { rewardIds }),
);

export const createOneCategory = merchantAction(
  categoryTexts,
  "rewards:write",
  (ctx, { code, name, names }) => createCategory(ctx, { code, name, names }),
);

export const changeOneCategory = merchantAction(
  categoryTexts,
  "rewards:write",
  (ctx, { code, name, names }) => changeCategory(ctx, code, { name, names }),
);

export const removeOneCategory = merchantAction(byCode, "rewards:write", (ctx, { code }) =>
  removeCategory(ctx, code),
);

export const orderAllCategories = merchantAction(
  z.object(categoryOrder.shape),
  "rewards:write",
  (ctx, { codes }) => orderCategories(ctx, { codes }),
);
