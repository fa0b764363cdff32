import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { readReward } from "../queries";
import type { RewardChange, RewardContent } from "../reward-content";
import type { RewardDto } from "../reward-dto";
import { contentOf } from "../reward-row";
import { columnsOf } from "../store-reward";
import { lockOwnProposal } from "./find-proposal";
import { proposalContentChange } from "./proposal-content";
import { parseProposal, refuseFaults } from "./proposal-faults";

/**
 * Changes what a partner's draft says; what the change does not name stays. What the program is looking at stays as it
 * was sent until it is taken back.
 * @throws Forbidden, NotFound; Conflict `proposal_decided`, `proposal_waits`; Invalid with what contradicts itself, is
 *   not there, or is not the partner's to say, such as its price
 */
export async function changeProposal(ctx: Ctx, rewardId: string, input: RewardChange): Promise<RewardDto> {
  const change = parseProposal(proposalContentChange, input);
  const { programId } = ctx;
  return write(ctx, { permission: null, request: { rewardId, change } }, async (tx) => {
    const row = await lockOwnProposal(tx, ctx, rewardId);
    if (row.proposedAt !== null) {
      throw new Conflict(
        "proposal_waits",
        "The program is looking at it. Take it back before you change it.",
      );
    }
    const content = { ...contentOf(row), ...change } as RewardContent;
    await refuseFaults(tx, programId, content);
    await tx.reward.update({
      where: { programId_rewardId: { programId, rewardId } },
      data: { ...columnsOf(content), updatedAt: ctx.clock.now() },
    });
    await recordAudit(tx, ctx, {
      action: "reward.changed",
      target: toTypeId("rwd", rewardId),
      detail: { fields: Object.keys(change).sort() },
    });
    return readReward({ ...ctx, tx }, rewardId);
  });
}
