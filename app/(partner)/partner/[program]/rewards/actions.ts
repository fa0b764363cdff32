"use server";

import { z } from "zod";
import { partnerAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { setStock } from "@/lib/rewards";
import { stockChange } from "@/lib/rewards/schema";

export const changeStock = partnerAction(
  z.object({ rewardId: typeId("rwd") }).extend(stockChange.shape),
  (ctx, { rewardId, from, to }) => setStock(ctx, rewardId, { from, to }),
);
