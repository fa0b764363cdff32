import { requestAdjustment } from "@/lib/adjustments";
import { createAdjustment, toAdjustmentResource } from "@/lib/api/contracts/adjustments";
import { route, withStatus } from "@/lib/api/route";

export const POST = route(createAdjustment, async ({ ctx, params, body }) => {
  const adjustment = await requestAdjustment(ctx, params.id, body);
  return withStatus(adjustment.state === "pending" ? 202 : 201, toAdjustmentResource(adjustment));
});
