import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { readReward } from "../queries";
import type { RewardDto } from "../reward-dto";
import { lockOwnProposal } from "./find-proposal";

/**
 * Takes a proposal back from the program, to work on it.
 * @throws Forbidden, NotFound; Conflict `proposal_decided`, `proposal_not_sent`
 */
export async function withdrawProposal(ctx: Ctx, rewardId: string): Promise<RewardDto> {
  const { programId } = ctx;
  return write(ctx, { permission: null, request: { rewardId } }, async (tx) => {
    const row = await lockOwnProposal(tx, ctx, rewardId);
    if (row.proposedAt === null) throw new Conflict("proposal_not_sent", "The program does not have it.");
    await tx.reward.update({
      where: { programId_rewardId: { programId, rewardId } },
      data: { proposedAt: null, updatedAt: ctx.clock.now() },
    });
    await recordAudit(tx, ctx, { action: "reward.withdrawn", target: toTypeId("rwd", rewardId) });
    return readReward({ ...ctx, tx }, rewardId);
  });
}
