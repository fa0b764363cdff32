"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import {
  acceptRedemption,
  cancelRedemption,
  fulfilRedemption,
  reverseRedemption,
  shipRedemption,
} from "@/lib/flows/redeem";
import { closing, fulfilment, progress, takingBack } from "@/lib/redemptions/schema";

const byId = z.object({ redemptionId: typeId("red") });
/** Makes pressing twice the same as pressing once. */
const once = { key: z.uuid() };

export const accept = merchantAction(
  byId.extend({ told: progress }),
  "redemptions:write",
  async (ctx, { redemptionId, told }) => {
    await acceptRedemption(ctx, redemptionId, told);
    return {};
  },
);

export const ship = merchantAction(
  byId.extend({ told: progress }),
  "redemptions:write",
  async (ctx, { redemptionId, told }) => {
    await shipRedemption(ctx, redemptionId, told);
    return {};
  },
);

export const fulfil = merchantAction(
  byId.extend({ told: fulfilment }),
  "redemptions:write",
  async (ctx, { redemptionId, told }) => {
    await fulfilRedemption(ctx, redemptionId, told);
    return {};
  },
);

export const cancel = merchantAction(
  byId.extend({ ...once, reason: closing.shape.reason }),
  "redemptions:write",
  async (ctx, { redemptionId, key, reason }) => {
    await cancelRedemption({ ...ctx, idempotencyKey: key }, redemptionId, { reason });
    return {};
  },
);

export const reverse = merchantAction(
  byId.extend({ ...once, ...takingBack.shape }),
  "redemptions:reverse",
  async (ctx, { redemptionId, key, reason, restock, force }) => {
    await reverseRedemption({ ...ctx, idempotencyKey: key }, redemptionId, { reason, restock, force });
    return {};
  },
);
