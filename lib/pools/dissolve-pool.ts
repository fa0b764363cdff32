import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { newId, toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { queueArrivals } from "@/lib/events";
import { type Desk, POOL_DISSOLVED } from "@/lib/wallet";
import { write } from "@/lib/write";
import { atPoolDesk } from "./at-pool-desk";
import { leaveForMember } from "./leave-for-member";
import { planDissolution } from "./plan-dissolution";
import { requireRunner } from "./require-pool";
import type { PassedOn } from "./schema";
import type { PoolRow } from "./sql";

/**
 * Ends a pool. What is left goes to its active members in proportion to what each has contributed, to the point; they
 * get it through the queue, within moments.
 * @throws Forbidden, NotFound; PoolRefused `points_arriving`, `points_held`, `pool_dissolved`
 */
export async function dissolvePool(ctx: Ctx, poolId: string): Promise<PassedOn> {
  return write(ctx, { permission: null, request: { poolId } }, (tx) =>
    atPoolDesk(tx, ctx, poolId, (desk, pool) => dissolve(tx, ctx, desk, pool)),
  );
}

async function dissolve(tx: Tx, ctx: Ctx, desk: Desk, pool: PoolRow): Promise<PassedOn> {
  const { programId } = ctx;
  const { poolId } = pool;
  await requireRunner(tx, ctx, pool);
  const { points, shares } = await planDissolution(tx, ctx, desk, pool);
  // Nobody could send them back to: what has left a dissolved pool arrives whatever happens.
  const arrivals = shares.flatMap(({ memberId, lane, passing }) =>
    passing === null
      ? []
      : leaveForMember(desk, pool, { memberId, lane, passing, reason: POOL_DISSOLVED, causeId: newId() }),
  );
  const arrivalIds = await queueArrivals(tx, programId, arrivals, desk.now);
  const endedAt = desk.now;
  await tx.poolMember.updateMany({
    where: { programId, poolId, state: "active" },
    data: { state: "left", endedAt },
  });
  await tx.poolMember.updateMany({
    where: { programId, poolId, state: "invited" },
    data: { state: "declined", endedAt },
  });
  await tx.pool.update({
    where: { programId_poolId: { programId, poolId } },
    data: { state: "dissolved", dissolvedAt: endedAt },
  });
  await recordAudit(tx, ctx, {
    action: "pool.dissolved",
    target: toTypeId("pool", poolId),
    detail: { points, members: shares.length },
  });
  return { poolId, points, arrivalIds };
}
