import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { Invalid } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { takenKey } from "../keys";
import { findPool } from "./find-pool";
import type { PoolDto } from "./pool-dto";
import { type PoolChange, poolChange } from "./pool-input";
import { readPool } from "./pool-queries";

/**
 * Changes what a pool is called, or how few codes are few; its partner may, too. What files know it by is the program's
 * affair.
 * @throws Forbidden, NotFound; Invalid when the key is taken
 */
export async function changePool(ctx: Ctx, poolId: string, input: PoolChange): Promise<PoolDto> {
  const { key, ...change } = poolChange.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: null, request: { poolId, key, ...change } }, async (tx) => {
    const pool = await findPool(tx, ctx, poolId, "rewards:write");
    const isRenamed = key !== undefined && key !== pool.key;
    if (isRenamed) {
      requirePermission(ctx, "rewards:write");
      const taken = await takenKey(tx, programId, "pool", key);
      if (taken.length > 0) throw new Invalid("Choose another key.", taken);
    }
    const changed = {
      ...(change.name !== undefined && { name: change.name }),
      ...(change.lowAt !== undefined && { lowAt: change.lowAt }),
      ...(isRenamed && { key }),
    };
    await tx.codePool.update({
      where: { programId_poolId: { programId, poolId } },
      data: changed,
    });
    await recordAudit(tx, ctx, {
      action: "code_pool.changed",
      target: toTypeId("cpool", poolId),
      detail: changed,
    });
    return readPool({ ...ctx, tx }, poolId);
  });
}
