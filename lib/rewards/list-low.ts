import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { selectPools } from "./pools/pool-sql";
import { partnerScope } from "./queries";
import { selectRewards } from "./sql";

/** Most that are named; more than these are a list of their own. */
const MAX_NAMED = 10;

export type LowStock = {
  /** Of which there are no more left than the program wants to be told of. Ids are TypeIDs. */
  rewards: { id: string; name: string; left: number }[];
  pools: { id: string; name: string; left: number }[];
};

/**
 * What runs low: published rewards by their stock, and pools by their free codes; at most ten of each. People of a
 * reward partner see their company's.
 * @throws Forbidden
 */
export async function listLow(ctx: Ctx): Promise<LowStock> {
  const { programId } = ctx;
  const tx = ctx.tx ?? db();
  const partnerId = partnerScope(ctx);
  const [rewards, pools] = await Promise.all([
    selectRewards(tx, { programId, partnerId, state: "published", onlyLow: true, limit: MAX_NAMED }),
    selectPools(tx, { programId, partnerId, onlyLow: true, limit: MAX_NAMED }),
  ]);
  return {
    rewards: rewards.map(({ rewardId, name, left }) => ({
      id: toTypeId("rwd", rewardId),
      name,
      left: left ?? 0,
    })),
    pools: pools.map(({ poolId, name, free }) => ({ id: toTypeId("cpool", poolId), name, left: free })),
  };
}
