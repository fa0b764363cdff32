import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { moveReward } from "./move-reward";
import type { RewardDto } from "./reward-dto";

/**
 * Puts a reward away: members and lists see it no more. Redemptions under way go on.
 * @throws Forbidden, NotFound; Conflict `reward_is_archived`
 */
export function archiveReward(ctx: Ctx, rewardId: string): Promise<RewardDto> {
  return moveReward(ctx, rewardId, {
    from: ["draft", "published"],
    to: "archived",
    action: "reward.archived",
    refusal: new Conflict("reward_is_archived", "It is archived already."),
  });
}
