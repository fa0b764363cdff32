import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { programChanged } from "@/lib/cache";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { type RewardOrder, rewardOrder } from "./catalogue-input";
import { lockPositions, updatePositions } from "./sql";

/**
 * Puts rewards into an order among themselves: they share out the places that they have. All others stay where they are.
 * @param input UUIDs, the first in the catalogue first
 * @throws Forbidden; NotFound when one of them is not there
 */
export async function orderRewards(ctx: Ctx, input: RewardOrder): Promise<{ ordered: number }> {
  const { rewardIds } = rewardOrder.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "rewards:write", request: { rewardIds } }, async (tx) => {
    const kept = await lockPositions(tx, programId, rewardIds);
    if (kept.length !== rewardIds.length) throw new NotFound("reward");
    // Rewards that were made at the same moment may share a place; from now on they do not.
    let last = Number.NEGATIVE_INFINITY;
    const places = kept.map(({ position }, index) => {
      last = Math.max(position, last + 1);
      return { rewardId: rewardIds[index] ?? "", position: last };
    });
    await updatePositions(tx, programId, places, ctx.clock.now());
    programChanged(tx, programId);
    await recordAudit(tx, ctx, {
      action: "reward.ordered",
      target: toTypeId("prog", programId),
      detail: { rewards: rewardIds.length },
    });
    return { ordered: rewardIds.length };
  });
}
