import { handOverPool } from "@/lib/api/contracts/pools";
import { route } from "@/lib/api/route";
import { toTypeId } from "@/lib/core/ids";
import { handOverPool as handOver } from "@/lib/pools";

export const PUT = route(handOverPool, async ({ ctx, params, body }) => {
  const { poolId, ownerId } = await handOver(ctx, params.id, body);
  return { poolId: toTypeId("pool", poolId), ownerId: toTypeId("mem", ownerId) };
});
