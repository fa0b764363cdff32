import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { moveReward } from "./move-reward";
import type { RewardDto } from "./reward-dto";

/**
 * Takes a reward out of the catalogue, or out of the archive, and makes it a draft. Redemptions under way go on.
 * @throws Forbidden, NotFound; Conflict `reward_is_draft`
 */
export function unpublishReward(ctx: Ctx, rewardId: string): Promise<RewardDto> {
  return moveReward(ctx, rewardId, {
    from: ["published", "archived"],
    to: "draft",
    action: "reward.unpublished",
    refusal: new Conflict("reward_is_draft", "It is a draft already."),
  });
}
