"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { shortCode } from "@/lib/core/schema";
import { removeTier } from "@/lib/flows/drop-list";
import { createTier, orderTiers, renameTier } from "@/lib/tiers";
import { newTier, tierName, tierOrder } from "@/lib/tiers/schema";

const byCode = z.object({ code: shortCode });

export const create = merchantAction(z.object(newTier.shape), "program:manage", async (ctx, tier) => {
  const { code } = await createTier(ctx, tier);
  return { code };
});

export const rename = merchantAction(byCode.extend(tierName.shape), "program:manage", (ctx, { code, name }) =>
  renameTier(ctx, code, { name }),
);

export const order = merchantAction(z.object(tierOrder.shape), "program:manage", (ctx, { codes }) =>
  orderTiers(ctx, { codes }),
);

export const remove = merchantAction(byCode, "program:manage", (ctx, { code }) => removeTier(ctx, code));
