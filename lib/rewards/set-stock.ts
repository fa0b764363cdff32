import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePartnerOr } from "@/lib/auth/permissions";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { type StockChange, stockChange } from "./reward-content";
import { rewardForRedemption } from "./reward-row";
import { lockReward } from "./sql";

/**
 * Says how many of a reward are left to give, as the reward partner that supplies it may. Whoever counted says from
 * how many: where members took some meanwhile, nothing is changed.
 * @throws Forbidden, NotFound; Conflict `not_counted`, `stock_moved`
 */
export async function setStock(ctx: Ctx, rewardId: string, input: StockChange): Promise<{ stock: number }> {
  const { from, to } = stockChange.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: null, request: { rewardId, from, to } }, async (tx) => {
    if (!(await lockReward(tx, programId, rewardId))) throw new NotFound("reward");
    const { partnerId, stock } = await rewardForRedemption(tx, programId, rewardId);
    requirePartnerOr(ctx, { owner: partnerId, part: "REWARD_PARTNER", thing: "reward" }, "rewards:write");
    if (stock === null)
      throw new Conflict("not_counted", "This reward is not counted: there is no stock to set.");
    if (stock !== from) {
      throw new Conflict("stock_moved", `There are ${stock} left by now. Look again and set the stock anew.`);
    }
    await tx.reward.update({
      where: { programId_rewardId: { programId, rewardId } },
      data: { stock: to, updatedAt: ctx.clock.now() },
    });
    await recordAudit(tx, ctx, {
      action: "reward.stock_set",
      target: toTypeId("rwd", rewardId),
      detail: { from, to },
    });
    return { stock: to };
  });
}
