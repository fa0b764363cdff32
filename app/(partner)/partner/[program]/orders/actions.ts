"use server";

import { z } from "zod";
import { partnerAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { acceptRedemption, failRedemption, fulfilRedemption, shipRedemption } from "@/lib/flows/redeem";
import { closing, fulfilment, progress } from "@/lib/redemptions/schema";

const order = z.object({ redemptionId: typeId("red") });

export const accept = partnerAction(order.extend({ told: progress }), (ctx, { redemptionId, told }) =>
  acceptRedemption(ctx, redemptionId, told),
);

export const ship = partnerAction(order.extend({ told: progress }), (ctx, { redemptionId, told }) =>
  shipRedemption(ctx, redemptionId, told),
);

export const fulfil = partnerAction(order.extend({ told: fulfilment }), (ctx, { redemptionId, told }) =>
  fulfilRedemption(ctx, redemptionId, told),
);

export const fail = partnerAction(order.extend(closing.shape), (ctx, { redemptionId, reason }) =>
  failRedemption(ctx, redemptionId, { reason }),
);
