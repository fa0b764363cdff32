"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { retryCall, rotateSecret } from "@/lib/webhooks";

export const retry = merchantAction(
  z.object({ callId: typeId("call") }),
  "webhooks:manage",
  (ctx, { callId }) => retryCall(ctx, callId),
);

export const rotate = merchantAction(z.object({ rotate: z.literal(true) }), "webhooks:manage", (ctx) =>
  rotateSecret(ctx),
);
