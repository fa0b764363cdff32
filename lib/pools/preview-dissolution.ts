import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { withTx } from "@/lib/db";
import { lookAhead } from "@/lib/wallet";
import { readPoolLane } from "./at-pool-desk";
import { planDissolution } from "./plan-dissolution";
import { requireActivePool, requireRunner } from "./require-pool";
import type { DissolutionPreview } from "./schema";

/**
 * What each active member would get if a pool were dissolved now, without dissolving it.
 * @throws Forbidden, NotFound; PoolRefused `points_arriving`, `points_held`, `pool_dissolved`
 */
export async function previewDissolution(ctx: Ctx, poolId: string): Promise<DissolutionPreview> {
  return withTx(ctx, async (tx) => {
    const lane = await readPoolLane(tx, ctx.programId, poolId);
    return lookAhead(tx, ctx, { memberId: poolId, lane }, async (desk) => {
      const pool = await requireActivePool(tx, ctx, poolId);
      await requireRunner(tx, ctx, pool);
      const { points, shares } = await planDissolution(tx, ctx, desk, pool);
      return {
        poolId,
        points,
        shares: shares.map(({ memberId, name, contributed, points: share }) => ({
          memberId,
          name,
          contributed,
          points: share,
        })),
      };
    });
  });
}
