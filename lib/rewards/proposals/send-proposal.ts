import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict, Invalid } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { emptinessOf, obstaclesOf } from "../obstacles";
import { readReward } from "../queries";
import { surroundingsOf } from "../references";
import type { RewardDto } from "../reward-dto";
import { contentOf } from "../reward-row";
import { lockOwnProposal } from "./find-proposal";
import { mailProposalSent } from "./mail-proposal";

/**
 * Sends a partner's draft to the program, which gives it a price and publishes it, or sends it back. Those who keep the
 * catalogue are told by mail.
 * @throws Forbidden, NotFound; Conflict `proposal_decided`, `proposal_waits`; Invalid with each field of the partner's
 *   that would keep members from redeeming it
 */
export async function sendProposal(ctx: Ctx, rewardId: string): Promise<RewardDto> {
  const { programId } = ctx;
  return write(ctx, { permission: null, request: { rewardId } }, async (tx) => {
    const row = await lockOwnProposal(tx, ctx, rewardId);
    if (row.proposedAt !== null) throw new Conflict("proposal_waits", "The program has it already.");
    const content = contentOf(row);
    const now = ctx.clock.now();
    const surroundings = await surroundingsOf(tx, programId, content);
    const faults = [
      ...obstaclesOf(content, surroundings),
      ...emptinessOf(content, surroundings, now),
      // What it costs members is for the program to say.
    ].filter(({ pointer }) => !pointer.startsWith("/prices"));
    if (faults.length > 0) throw new Invalid("Nobody could redeem this reward yet.", faults);
    await tx.reward.update({
      where: { programId_rewardId: { programId, rewardId } },
      data: { proposedAt: now, returnedNote: null, updatedAt: now },
    });
    await mailProposalSent(tx, ctx, row);
    await recordAudit(tx, ctx, {
      action: "reward.proposed",
      target: toTypeId("rwd", rewardId),
      detail: { name: row.name },
    });
    return readReward({ ...ctx, tx }, rewardId);
  });
}
