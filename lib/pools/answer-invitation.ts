import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { isUniqueViolation } from "@/lib/db";
import { write } from "@/lib/write";
import { inHousehold } from "./create-pool";
import { requireActivePool, requireInGoodStanding } from "./require-pool";

/**
 * A member accepts or declines the invitation into a pool.
 * @throws Forbidden; NotFound where they have not been invited; PoolRefused `in_household`, `pool_dissolved`,
 *   `member_not_active`
 */
export async function answerInvitation(
  ctx: Ctx,
  poolId: string,
  { memberId, accepts }: { memberId: string; accepts: boolean },
): Promise<{ poolId: string; state: "active" | "declined" }> {
  requireSelfOr(ctx, memberId, "points:send");
  try {
    return await write(ctx, { permission: null, request: { poolId, memberId, accepts } }, async (tx) => {
      await requireActivePool(tx, ctx, poolId);
      if (accepts) await requireInGoodStanding(tx, ctx, memberId);
      const now = ctx.clock.now();
      const { count } = await tx.poolMember.updateMany({
        where: { programId: ctx.programId, poolId, memberId, state: "invited" },
        data: accepts ? { state: "active", joinedAt: now } : { state: "declined", endedAt: now },
      });
      if (count === 0) throw new NotFound("invitation");
      await recordAudit(tx, ctx, {
        action: accepts ? "pool.member_joined" : "pool.invitation_declined",
        target: toTypeId("pool", poolId),
        detail: { member: toTypeId("mem", memberId) },
      });
      return { poolId, state: accepts ? "active" : "declined" };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw inHousehold();
    throw error;
  }
}
