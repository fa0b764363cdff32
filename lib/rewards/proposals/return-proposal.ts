import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { readReward } from "../queries";
import type { RewardDto } from "../reward-dto";
import { rewardForRedemption } from "../reward-row";
import { lockReward } from "../sql";
import { mailProposalReturned } from "./mail-proposal";
import { type ReturnNote, returnNote } from "./proposal-content";

/**
 * Sends a proposal back to its partner, who reads why, by mail and in its portal, and can send it anew.
 * @throws Forbidden, NotFound; Conflict `proposal_not_sent`
 */
export async function returnProposal(ctx: Ctx, rewardId: string, input: ReturnNote): Promise<RewardDto> {
  const { note } = returnNote.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "rewards:write", request: { rewardId, note } }, async (tx) => {
    if (!(await lockReward(tx, programId, rewardId))) throw new NotFound("reward");
    const row = await rewardForRedemption(tx, programId, rewardId);
    if (row.proposedAt === null) {
      throw new Conflict("proposal_not_sent", "Only a proposal that waits for you can be sent back.");
    }
    await tx.reward.update({
      where: { programId_rewardId: { programId, rewardId } },
      data: { proposedAt: null, returnedNote: note, updatedAt: ctx.clock.now() },
    });
    await mailProposalReturned(tx, ctx, row, note);
    await recordAudit(tx, ctx, {
      action: "reward.returned",
      target: toTypeId("rwd", rewardId),
      detail: { note },
    });
    return readReward({ ...ctx, tx }, rewardId);
  });
}
