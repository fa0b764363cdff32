import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { programChanged } from "@/lib/cache";
import { Invalid, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { takenKey } from "./keys";
import { obstaclesOf } from "./obstacles";
import { readReward } from "./queries";
import { missingReferences, surroundingsOf } from "./references";
import {
  contradictionsIn,
  type RewardChange,
  type RewardContent,
  rewardContentChange,
} from "./reward-content";
import type { RewardDto } from "./reward-dto";
import { contentOf, rewardForRedemption } from "./reward-row";
import { lockReward } from "./sql";
import { columnsOf, replacePrices } from "./store-reward";

/**
 * Changes what a reward is; what the change does not name stays, so that stock which members take meanwhile is not put
 * back. A published reward stays one that can be redeemed. Redemptions keep what they were promised.
 * @throws Forbidden, NotFound; Invalid with what contradicts itself, is not there, or could not be redeemed any more
 */
export async function changeReward(ctx: Ctx, rewardId: string, input: RewardChange): Promise<RewardDto> {
  const { key, ...change } = rewardContentChange.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "rewards:write", request: { rewardId, key, change } }, async (tx) => {
    if (!(await lockReward(tx, programId, rewardId))) throw new NotFound("reward");
    const row = await rewardForRedemption(tx, programId, rewardId);
    const content = { ...contentOf(row), ...change } as RewardContent;
    const faults = [...contradictionsIn(content), ...(await missingReferences(tx, programId, content))];
    const isRenamed = key !== undefined && key !== row.key;
    if (isRenamed) faults.push(...(await takenKey(tx, programId, "reward", key)));
    if (row.state === "published") {
      faults.push(...obstaclesOf(content, await surroundingsOf(tx, programId, content)));
    }
    if (faults.length > 0) throw new Invalid("This reward cannot be saved like this.", faults);
    await tx.reward.update({
      where: { programId_rewardId: { programId, rewardId } },
      data: { ...columnsOf(content), ...(isRenamed && { key }), updatedAt: ctx.clock.now() },
    });
    if (change.prices !== undefined) await replacePrices(tx, programId, rewardId, content.prices);
    programChanged(tx, programId);
    await recordAudit(tx, ctx, {
      action: "reward.changed",
      target: toTypeId("rwd", rewardId),
      detail: { fields: Object.keys(change).sort(), ...(isRenamed && { key: { from: row.key, to: key } }) },
    });
    return readReward({ ...ctx, tx }, rewardId);
  });
}
