import type { Ctx } from "@/lib/auth/context";
import { type Permission, requirePartnerOr, requirePermission } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/core/errors";
import type { Prisma, Tx } from "@/lib/db";

export type PoolRow = Prisma.CodePoolGetPayload<Record<string, never>>;

/**
 * A pool of the program, for those who have the permission and for the people of the partner who fills it.
 * @throws Forbidden, NotFound
 */
export async function findPool(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "actor">,
  poolId: string,
  permission: Permission,
): Promise<PoolRow> {
  if (ctx.actor.kind !== "partner") requirePermission(ctx, permission);
  const { programId } = ctx;
  const pool = await tx.codePool.findUnique({ where: { programId_poolId: { programId, poolId } } });
  if (pool === null) throw new NotFound("code pool");
  requirePartnerOr(ctx, { owner: pool.partnerId, part: "REWARD_PARTNER", thing: "code pool" }, permission);
  return pool;
}
