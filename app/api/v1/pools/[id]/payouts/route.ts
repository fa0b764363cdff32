import { payFromPool } from "@/lib/api/contracts/pool-movements";
import { route } from "@/lib/api/route";
import { toTypeId } from "@/lib/core/ids";
import { payOutNow } from "@/lib/flows/pass-points";

export const POST = route(payFromPool, async ({ ctx, params, body }) => {
  const { poolId, points } = await payOutNow(ctx, params.id, body);
  return { poolId: toTypeId("pool", poolId), points };
});
