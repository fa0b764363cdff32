import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { requireActivePool, requireRunner } from "./require-pool";

/**
 * Sets how many points a member of a pool may spend a calendar month; null: any number. What they have spent this
 * month counts.
 * @throws Forbidden, NotFound; PoolRefused `pool_dissolved`
 */
export async function setSpendLimit(
  ctx: Ctx,
  poolId: string,
  { memberId, monthlyLimit }: { memberId: string; monthlyLimit: number | null },
): Promise<{ poolId: string; memberId: string; monthlyLimit: number | null }> {
  return write(ctx, { permission: null, request: { poolId, memberId, monthlyLimit } }, async (tx) => {
    const pool = await requireActivePool(tx, ctx, poolId);
    await requireRunner(tx, ctx, pool);
    const { count } = await tx.poolMember.updateMany({
      where: { programId: ctx.programId, poolId, memberId, state: { in: ["active", "invited"] } },
      data: { monthlyLimit },
    });
    if (count === 0) throw new NotFound("member of the pool");
    await recordAudit(tx, ctx, {
      action: "pool.limit_set",
      target: toTypeId("pool", poolId),
      detail: { member: toTypeId("mem", memberId), monthlyLimit },
    });
    return { poolId, memberId, monthlyLimit };
  });
}
