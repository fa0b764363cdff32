import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Invalid } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { takenKey } from "./keys";
import { readReward } from "./queries";
import { missingReferences } from "./references";
import {
  contradictionsIn,
  FULFILMENTS_OF,
  type NewReward,
  newRewardWithKey,
  type RewardContent,
} from "./reward-content";
import type { RewardDto } from "./reward-dto";
import { addReward } from "./store-reward";

/**
 * Makes a draft of a reward, behind all others of the catalogue.
 * @param input what is absent is as usual for its kind, a key is made from the name; ids are UUIDs, amounts minor units
 * @throws Forbidden; Invalid with what contradicts itself, is not there or is taken
 */
export async function createReward(ctx: Ctx, input: NewReward): Promise<RewardDto> {
  const { key, ...parsed } = newRewardWithKey.parse(input);
  const content: RewardContent = {
    ...parsed,
    fulfilment: parsed.fulfilment ?? FULFILMENTS_OF[parsed.kind][0],
  };
  const { programId } = ctx;
  return write(ctx, { permission: "rewards:write", request: { ...content, key } }, async (tx) => {
    const faults = [...contradictionsIn(content), ...(await missingReferences(tx, programId, content))];
    if (key !== undefined) faults.push(...(await takenKey(tx, programId, "reward", key)));
    if (faults.length > 0) throw new Invalid("This reward cannot be saved like this.", faults);
    const rewardId = await addReward(tx, ctx, content, { key });
    await recordAudit(tx, ctx, {
      action: "reward.created",
      target: toTypeId("rwd", rewardId),
      detail: { name: content.name, kind: content.kind },
    });
    return readReward({ ...ctx, tx }, rewardId);
  });
}
