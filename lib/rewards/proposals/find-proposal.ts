import type { Ctx } from "@/lib/auth/context";
import { Conflict, Forbidden, NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import { type RewardRow, rewardForRedemption } from "../reward-row";
import { lockReward } from "../sql";
import { proposalState } from "./proposal-state";

/** The company that proposes: the caller's own. @throws Forbidden for anybody but people of a reward partner */
export function requireProposer({ actor }: Pick<Ctx, "actor">): string {
  if (actor.kind !== "partner" || !actor.parts.includes("REWARD_PARTNER"))
    throw new Forbidden("rewards:write");
  return actor.organizationId;
}

/**
 * A proposal of the caller's company, locked for a change, as long as the program has not decided on it.
 * @throws Forbidden, NotFound; Conflict `proposal_decided`
 */
export async function lockOwnProposal(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "actor">,
  rewardId: string,
): Promise<RewardRow> {
  const proposer = requireProposer(ctx);
  if (!(await lockReward(tx, ctx.programId, rewardId))) throw new NotFound("reward");
  const row = await rewardForRedemption(tx, ctx.programId, rewardId);
  if (row.proposedBy !== proposer || row.partnerId !== proposer) throw new NotFound("reward");
  if (proposalState(row) === "decided") {
    throw new Conflict("proposal_decided", "The program looks after this reward now. Ask it for changes.");
  }
  return row;
}
