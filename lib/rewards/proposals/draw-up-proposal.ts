import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { readReward } from "../queries";
import { FULFILMENTS_OF, type NewReward, newRewardContent, type RewardContent } from "../reward-content";
import type { RewardDto } from "../reward-dto";
import { addReward } from "../store-reward";
import { requireProposer } from "./find-proposal";
import { newProposalContent } from "./proposal-content";
import { parseProposal, refuseFaults } from "./proposal-faults";

/**
 * Draws up a reward for a reward partner, as a draft that its people work on until they send it to the program.
 * @param input what is absent is as usual for its kind; ids are UUIDs, amounts minor units
 * @throws Forbidden; Invalid with what contradicts itself, is not there, or is not the partner's to say, such as its price
 */
export async function drawUpProposal(ctx: Ctx, input: NewReward): Promise<RewardDto> {
  const partnerId = requireProposer(ctx);
  const said = parseProposal(newProposalContent, input);
  const parsed = newRewardContent.parse({ ...said, partnerId });
  const content: RewardContent = {
    ...parsed,
    fulfilment: parsed.fulfilment ?? FULFILMENTS_OF[parsed.kind][0],
  };
  const { programId } = ctx;
  return write(ctx, { permission: null, request: content }, async (tx) => {
    await refuseFaults(tx, programId, content);
    const rewardId = await addReward(tx, ctx, content, { proposedBy: partnerId });
    await recordAudit(tx, ctx, {
      action: "reward.drawn_up",
      target: toTypeId("rwd", rewardId),
      detail: { name: content.name, kind: content.kind },
    });
    return readReward({ ...ctx, tx }, rewardId);
  });
}
