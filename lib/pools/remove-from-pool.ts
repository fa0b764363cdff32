import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { write } from "@/lib/write";
import { endMembership } from "./end-membership";
import { requireActivePool, requireRunner } from "./require-pool";

/**
 * Takes a member out of a pool, or an invitation back. What they gave stays in it.
 * @throws Forbidden, NotFound; PoolRefused `owner_stays`, `not_in_pool`, `pool_dissolved`
 */
export async function removeFromPool(
  ctx: Ctx,
  poolId: string,
  memberId: string,
): Promise<{ poolId: string; memberId: string; state: "left" | "removed" }> {
  return write(ctx, { permission: null, request: { poolId, memberId } }, async (tx) => {
    const pool = await requireActivePool(tx, ctx, poolId);
    await requireRunner(tx, ctx, pool);
    return endMembership(tx, ctx, pool, { memberId, state: "removed" });
  });
}
