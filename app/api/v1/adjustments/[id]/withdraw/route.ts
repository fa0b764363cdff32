import { withdrawAdjustment } from "@/lib/adjustments";
import { withdrawAdjustment as contract, toAdjustmentResource } from "@/lib/api/contracts/adjustments";
import { route } from "@/lib/api/route";

export const POST = route(contract, async ({ ctx, params }) =>
  toAdjustmentResource(await withdrawAdjustment(ctx, params.id)),
);
