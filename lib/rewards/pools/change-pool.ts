import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { findPool } from "./find-pool";
import type { PoolDto } from "./pool-dto";
import { type PoolChange, poolChange } from "./pool-input";
import { readPool } from "./pool-queries";

/**
 * Changes what a pool is called, or how few codes are few. Its partner may, too.
 * @throws Forbidden, NotFound
 */
export async function changePool(ctx: Ctx, poolId: string, input: PoolChange): Promise<PoolDto> {
  const { name, lowAt } = poolChange.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: null, request: { poolId, name, lowAt } }, async (tx) => {
    await findPool(tx, ctx, poolId, "rewards:write");
    await tx.codePool.update({
      where: { programId_poolId: { programId, poolId } },
      data: { ...(name === undefined ? {} : { name }), ...(lowAt === undefined ? {} : { lowAt }) },
    });
    await recordAudit(tx, ctx, {
      action: "code_pool.changed",
      target: toTypeId("cpool", poolId),
      detail: { ...(name === undefined ? {} : { name }), ...(lowAt === undefined ? {} : { lowAt }) },
    });
    return readPool({ ...ctx, tx }, poolId);
  });
}
