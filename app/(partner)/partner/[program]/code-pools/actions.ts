"use server";

import { z } from "zod";
import { partnerAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { changePool, createPool, removeCodes, resumeUpload } from "@/lib/rewards";
import { codeRemovalRequest, newPoolRequest } from "@/lib/rewards/schema";

const byId = z.object({ id: typeId("cpool") });
const { name, lowAt } = newPoolRequest.shape;

export const create = partnerAction(z.object({ name, lowAt }), async (ctx, pool) => {
  const { id } = await createPool(ctx, pool);
  return { id };
});

export const change = partnerAction(byId.extend({ name, lowAt }), async (ctx, { id, ...settings }) => {
  const pool = await changePool(ctx, id, settings);
  return { id: pool.id };
});

export const remove = partnerAction(byId.extend({ which: codeRemovalRequest }), (ctx, { id, which }) =>
  removeCodes(ctx, id, which),
);

export const resume = partnerAction(z.object({ uploadId: typeId("upl") }), (ctx, { uploadId }) =>
  resumeUpload(ctx, uploadId),
);
