import { rejectAdjustment } from "@/lib/adjustments";
import { rejectAdjustment as contract, toAdjustmentResource } from "@/lib/api/contracts/adjustments";
import { route } from "@/lib/api/route";

export const POST = route(contract, async ({ ctx, params, body }) =>
  toAdjustmentResource(await rejectAdjustment(ctx, params.id, body)),
);
