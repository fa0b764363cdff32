import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { readReward } from "../queries";
import type { RewardDto } from "../reward-dto";
import { lockOwnProposal } from "./find-proposal";

/**
 * Puts a partner's draft away, whether it has been sent or not.
 * @throws Forbidden, NotFound; Conflict `proposal_decided`
 */
export async function dropProposal(ctx: Ctx, rewardId: string): Promise<RewardDto> {
  const { programId } = ctx;
  return write(ctx, { permission: null, request: { rewardId } }, async (tx) => {
    await lockOwnProposal(tx, ctx, rewardId);
    await tx.reward.update({
      where: { programId_rewardId: { programId, rewardId } },
      data: { state: "archived", proposedAt: null, returnedNote: null, updatedAt: ctx.clock.now() },
    });
    await recordAudit(tx, ctx, { action: "reward.archived", target: toTypeId("rwd", rewardId) });
    return readReward({ ...ctx, tx }, rewardId);
  });
}
