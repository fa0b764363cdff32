import { contributeToPool } from "@/lib/api/contracts/pool-movements";
import { route } from "@/lib/api/route";
import { toTypeId } from "@/lib/core/ids";
import { contributeNow } from "@/lib/flows/pass-points";

export const POST = route(contributeToPool, async ({ ctx, params, body }) => {
  const { poolId, points, availableAfter } = await contributeNow(ctx, params.id, body);
  return { poolId: toTypeId("pool", poolId), points, availableAfter };
});
