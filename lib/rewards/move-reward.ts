import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { programChanged } from "@/lib/cache";
import { type Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { readReward } from "./queries";
import type { RewardState } from "./reward-content";
import type { RewardDto } from "./reward-dto";
import { lockReward } from "./sql";

type Move = { from: readonly RewardState[]; to: RewardState; action: string; refusal: Conflict };

/** What taking a reward from one state to another has in common, where nothing has to be looked at but the state. */
export async function moveReward(
  ctx: Ctx,
  rewardId: string,
  { from, to, action, refusal }: Move,
): Promise<RewardDto> {
  const { programId } = ctx;
  return write(ctx, { permission: "rewards:write", request: { rewardId } }, async (tx) => {
    if (!(await lockReward(tx, programId, rewardId))) throw new NotFound("reward");
    const { count } = await tx.reward.updateMany({
      where: { programId, rewardId, state: { in: [...from] } },
      data: { state: to, updatedAt: ctx.clock.now(), proposedAt: null, returnedNote: null },
    });
    if (count === 0) throw refusal;
    programChanged(tx, programId);
    await recordAudit(tx, ctx, { action, target: toTypeId("rwd", rewardId) });
    return readReward({ ...ctx, tx }, rewardId);
  });
}
