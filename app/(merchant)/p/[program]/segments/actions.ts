"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { shortCode } from "@/lib/core/schema";
import { deleteSegment } from "@/lib/flows/drop-list";
import { addToSegment, createSegment, removeFromSegment, updateSegment } from "@/lib/segments";
import { newSegment, segmentKeys } from "@/lib/segments/schema";

const texts = z.object(newSegment.shape);
const byCode = z.object({ code: shortCode });
const keys = byCode.extend(segmentKeys.shape);

export const create = merchantAction(texts, "segments:write", async (ctx, segment) => {
  const { code } = await createSegment(ctx, segment);
  return { code };
});

export const change = merchantAction(texts, "segments:write", async (ctx, { code, name, description }) => {
  await updateSegment(ctx, code, { name, description });
  return { code };
});

export const remove = merchantAction(byCode, "segments:write", (ctx, { code }) => deleteSegment(ctx, code));

export const addMembers = merchantAction(keys, "segments:write", (ctx, { code, members }) =>
  addToSegment(ctx, code, { members }),
);

export const removeMembers = merchantAction(keys, "segments:write", (ctx, { code, members }) =>
  removeFromSegment(ctx, code, { members }),
);
