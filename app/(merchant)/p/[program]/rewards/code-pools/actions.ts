"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { changePool, createPool, removeCodes, resumeUpload } from "@/lib/rewards";
import { codeRemovalRequest, newPoolRequest } from "@/lib/rewards/schema";

const byId = z.object({ id: typeId("cpool") });
const settings = z.object(newPoolRequest.shape);

export const create = merchantAction(settings, "rewards:write", async (ctx, { name, partnerId, lowAt }) => {
  const { id } = await createPool(ctx, { name, partnerId, lowAt });
  return { id };
});

export const change = merchantAction(
  byId.extend({ name: newPoolRequest.shape.name, lowAt: newPoolRequest.shape.lowAt }),
  "rewards:write",
  async (ctx, { id, name, lowAt }) => {
    const pool = await changePool(ctx, id, { name, lowAt });
    return { id: pool.id };
  },
);

export const remove = merchantAction(
  byId.extend({ which: codeRemovalRequest }),
  "rewards:write",
  (ctx, { id, which }) => removeCodes(ctx, id, which),
);

export const resume = merchantAction(
  z.object({ uploadId: typeId("upl") }),
  "rewards:write",
  (ctx, { uploadId }) => resumeUpload(ctx, uploadId),
);
