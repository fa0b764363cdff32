import { approveAdjustment } from "@/lib/adjustments";
import { approveAdjustment as contract, toAdjustmentResource } from "@/lib/api/contracts/adjustments";
import { route } from "@/lib/api/route";

export const POST = route(contract, async ({ ctx, params, body }) =>
  toAdjustmentResource(await approveAdjustment(ctx, params.id, body)),
);
