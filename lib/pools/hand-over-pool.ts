import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { PoolRefused } from "./errors";
import { requireActiveMember, requireActivePool, requireInGoodStanding, requireRunner } from "./require-pool";

/**
 * Gives the running of a pool to another of its members. Whoever ran it stays in it, and can leave it then.
 * @throws Forbidden, NotFound; PoolRefused `runs_already`, `not_in_pool`, `member_not_active`, `pool_dissolved`
 */
export async function handOverPool(
  ctx: Ctx,
  poolId: string,
  { memberId }: { memberId: string },
): Promise<{ poolId: string; ownerId: string }> {
  return write(ctx, { permission: null, request: { poolId, ownerId: memberId } }, async (tx) => {
    const { programId } = ctx;
    const pool = await requireActivePool(tx, ctx, poolId);
    await requireRunner(tx, ctx, pool);
    if (memberId === pool.ownerId) {
      throw new PoolRefused("runs_already", "This member runs the pool already.", "/memberId");
    }
    await requireActiveMember(tx, ctx, pool, memberId);
    await requireInGoodStanding(tx, ctx, memberId);
    const roleOf = (member: string) => ({
      where: { programId_poolId_memberId: { programId, poolId, memberId: member } },
    });
    await tx.poolMember.update({ ...roleOf(pool.ownerId), data: { role: "member" } });
    await tx.poolMember.update({ ...roleOf(memberId), data: { role: "owner" } });
    await tx.pool.update({
      where: { programId_poolId: { programId, poolId } },
      data: { ownerId: memberId },
    });
    await recordAudit(tx, ctx, {
      action: "pool.handed_over",
      target: toTypeId("pool", poolId),
      detail: { from: toTypeId("mem", pool.ownerId), to: toTypeId("mem", memberId) },
    });
    return { poolId, ownerId: memberId };
  });
}
