import { listAdjustments } from "@/lib/adjustments";
import { listAdjustments as contract, toAdjustmentResource } from "@/lib/api/contracts/adjustments";
import { route } from "@/lib/api/route";

export const GET = route(contract, async ({ ctx, query }) => {
  const { items, nextCursor } = await listAdjustments(ctx, query);
  return { items: items.map(toAdjustmentResource), nextCursor };
});
