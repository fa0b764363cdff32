import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { PoolRefused } from "./errors";
import type { PoolRow } from "./sql";

/**
 * Ends a member's part in a pool, or their invitation. What they gave stays there, and so does what it counts for
 * should they come back.
 * @throws PoolRefused `owner_stays` for whoever runs it; `not_in_pool`
 */
export async function endMembership(
  tx: Tx,
  ctx: Ctx,
  pool: PoolRow,
  { memberId, state }: { memberId: string; state: "left" | "removed" },
): Promise<{ poolId: string; memberId: string; state: "left" | "removed" }> {
  const { poolId, ownerId } = pool;
  if (memberId === ownerId) {
    throw new PoolRefused("owner_stays", "Whoever runs a pool cannot leave it. Hand it over or dissolve it.");
  }
  const { count } = await tx.poolMember.updateMany({
    where: { programId: ctx.programId, poolId, memberId, state: { in: ["active", "invited"] } },
    data: { state, endedAt: ctx.clock.now() },
  });
  if (count === 0) throw new PoolRefused("not_in_pool", "This member is not in the pool.");
  await recordAudit(tx, ctx, {
    action: `pool.member_${state}`,
    target: toTypeId("pool", poolId),
    detail: { member: toTypeId("mem", memberId) },
  });
  return { poolId, memberId, state };
}
