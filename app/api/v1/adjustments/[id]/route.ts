import { readAdjustment } from "@/lib/adjustments";
import { readAdjustment as contract, toAdjustmentResource } from "@/lib/api/contracts/adjustments";
import { route } from "@/lib/api/route";

export const GET = route(contract, async ({ ctx, params }) =>
  toAdjustmentResource(await readAdjustment(ctx, params.id)),
);
