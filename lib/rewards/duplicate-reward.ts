import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { readReward } from "./queries";
import type { RewardDto } from "./reward-dto";
import { contentOf, rewardForRedemption } from "./reward-row";
import { addReward } from "./store-reward";

const MAX_NAME = 80;

/**
 * Makes a draft that is like another reward, behind all others of the catalogue.
 * @throws Forbidden, NotFound
 */
export async function duplicateReward(ctx: Ctx, rewardId: string): Promise<RewardDto> {
  const { programId } = ctx;
  return write(ctx, { permission: "rewards:write", request: { rewardId } }, async (tx) => {
    const model = contentOf(await rewardForRedemption(tx, programId, rewardId));
    const name = `Copy of ${model.name}`.slice(0, MAX_NAME);
    const copyId = await addReward(tx, ctx, { ...model, name });
    await recordAudit(tx, ctx, {
      action: "reward.duplicated",
      target: toTypeId("rwd", copyId),
      detail: { of: toTypeId("rwd", rewardId) },
    });
    return readReward({ ...ctx, tx }, copyId);
  });
}
