import type { Ctx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import { atDesk, type Desk } from "@/lib/wallet";
import { requireActivePool } from "./require-pool";
import type { PoolRow } from "./sql";

/**
 * Does work at the desk of a pool: its lane is locked first, then the pool itself, which is still there.
 * @throws NotFound; PoolRefused `pool_dissolved`
 */
export async function atPoolDesk<T>(
  tx: Tx,
  ctx: Ctx,
  poolId: string,
  work: (desk: Desk, pool: PoolRow) => Promise<T>,
): Promise<T> {
  const lane = await readPoolLane(tx, ctx.programId, poolId);
  return atDesk(tx, ctx, { memberId: poolId, lane }, async (desk) =>
    work(desk, await requireActivePool(tx, ctx, poolId)),
  );
}

/** @throws NotFound */
export async function readPoolLane(tx: Tx, programId: string, poolId: string): Promise<number> {
  const where = { programId_poolId: { programId, poolId } };
  const pool = await tx.pool.findUnique({ where, select: { lane: true } });
  if (pool === null) throw new NotFound("pool");
  return pool.lane;
}
