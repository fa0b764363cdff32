import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { programChanged } from "@/lib/cache";
import { Conflict, Invalid, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { emptinessOf, obstaclesOf } from "./obstacles";
import { mailProposalTaken } from "./proposals/mail-proposal";
import { isAtItsPartner } from "./proposals/proposal-state";
import { readReward } from "./queries";
import { missingReferences, surroundingsOf } from "./references";
import type { RewardDto } from "./reward-dto";
import { contentOf, rewardForRedemption } from "./reward-row";
import { lockReward } from "./sql";

/**
 * Puts a draft, or what a partner has proposed, into the catalogue. Members see it from now on, and have it from the start of its schedule.
 * @param options `evenIfEmpty`: also where it would be sold out or over at once, as it is where it comes from
 * @throws Forbidden, NotFound; Conflict `reward_not_draft`, `proposal_not_sent`; Invalid with each field that would keep it from being redeemed
 */
export async function publishReward(
  ctx: Ctx,
  rewardId: string,
  { evenIfEmpty = false }: { evenIfEmpty?: boolean } = {},
): Promise<RewardDto> {
  const { programId } = ctx;
  return write(
    ctx,
    { permission: "rewards:write", request: { rewardId, ...(evenIfEmpty && { evenIfEmpty }) } },
    async (tx) => {
      if (!(await lockReward(tx, programId, rewardId))) throw new NotFound("reward");
      const row = await rewardForRedemption(tx, programId, rewardId);
      if (row.state !== "draft") throw new Conflict("reward_not_draft", "Only a draft can be published.");
      if (isAtItsPartner(row)) {
        throw new Conflict(
          "proposal_not_sent",
          "Its partner is still at work on it, and sends it when it is done.",
        );
      }
      const content = contentOf(row);
      const now = ctx.clock.now();
      const surroundings = await surroundingsOf(tx, programId, content);
      const faults = [
        ...(await missingReferences(tx, programId, content)),
        ...obstaclesOf(content, surroundings),
        ...(evenIfEmpty ? [] : emptinessOf(content, surroundings, now)),
      ];
      if (faults.length > 0) throw new Invalid("Nobody could redeem this reward yet.", faults);
      await tx.reward.update({
        where: { programId_rewardId: { programId, rewardId } },
        data: { state: "published", publishedAt: now, updatedAt: now, proposedAt: null },
      });
      if (row.proposedAt !== null) await mailProposalTaken(tx, ctx, row);
      programChanged(tx, programId);
      await recordAudit(tx, ctx, {
        action: "reward.published",
        target: toTypeId("rwd", rewardId),
        detail: { name: row.name },
      });
      return readReward({ ...ctx, tx }, rewardId);
    },
  );
}
