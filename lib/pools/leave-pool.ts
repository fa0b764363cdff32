import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { write } from "@/lib/write";
import { endMembership } from "./end-membership";
import { requireActivePool, requireOwnPart } from "./require-pool";

/**
 * A member leaves a pool. What they gave stays with those who remain.
 * @throws Forbidden, NotFound; PoolRefused `owner_stays`, `not_in_pool`, `pool_dissolved`
 */
export async function leavePool(
  ctx: Ctx,
  poolId: string,
  memberId: string,
): Promise<{ poolId: string; memberId: string; state: "left" | "removed" }> {
  return write(ctx, { permission: null, request: { poolId, memberId } }, async (tx) => {
    const pool = await requireActivePool(tx, ctx, poolId);
    await requireOwnPart(tx, ctx, pool, memberId);
    return endMembership(tx, ctx, pool, { memberId, state: "left" });
  });
}
