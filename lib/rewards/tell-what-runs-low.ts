import "server-only";
import { type Clock, systemClock } from "@/lib/core/clock";
import { toTypeId } from "@/lib/core/ids";
import { withTx } from "@/lib/db";
import { emit } from "@/lib/outbox";
import { noteLowPools, noteLowRewards } from "./low-sql";
import { mailLowPool, mailLowReward } from "./mail-low";

/**
 * Announces rewards and code pools of which no more are left than their programs want to be told of: `reward.stock_low`
 * and `pool.low`, once each time that they come to be few, however many processes look, and by mail to those who keep the
 * catalogue and to the partner who fills the pool. A pool that has never had a
 * code is being set up, not running low.
 * @returns how many were announced
 */
export async function tellWhatRunsLow(
  clock: Clock = systemClock,
): Promise<{ rewards: number; pools: number }> {
  return withTx({}, async (tx) => {
    const now = clock.now();
    const rewards = await noteLowRewards(tx, now);
    for (const reward of rewards) {
      const { programId, rewardId, name, left, lowAt } = reward;
      const payload = { rewardId: toTypeId("rwd", rewardId), name, left, lowAt };
      await emit(tx, { programId, clock }, "reward.stock_low", payload);
      await mailLowReward(tx, { programId, clock }, reward);
    }
    const pools = await noteLowPools(tx, now);
    for (const pool of pools) {
      const { programId, poolId, partnerId, name, left, lowAt } = pool;
      await emit(tx, { programId, clock }, "pool.low", {
        poolId: toTypeId("cpool", poolId),
        partnerId: partnerId === null ? null : toTypeId("org", partnerId),
        name,
        left,
        lowAt,
      });
      await mailLowPool(tx, { programId, clock }, pool);
    }
    return { rewards: rewards.length, pools: pools.length };
  });
}
