import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Invalid } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { makeKey, takenKey } from "../keys";
import { isRewardPartner } from "../references";
import type { PoolDto } from "./pool-dto";
import { type NewPool, newPool } from "./pool-input";
import { readPool } from "./pool-queries";

/**
 * Makes an empty pool of codes; a partner may make one that it fills itself.
 * @throws Forbidden; Invalid when the company is no reward partner of the program, or the key is taken
 */
export async function createPool(ctx: Ctx, input: NewPool): Promise<PoolDto> {
  const { key: wanted, name, lowAt, partnerId: asked } = newPool.parse(input);
  const { programId, actor } = ctx;
  const isPartner = actor.kind === "partner" && actor.parts.includes("REWARD_PARTNER");
  const partnerId = isPartner ? actor.organizationId : asked;
  const pool = { name, lowAt, partnerId };
  return write(
    ctx,
    { permission: isPartner ? null : "rewards:write", request: { ...pool, key: wanted } },
    async (tx) => {
      if (partnerId !== null && !(await isRewardPartner(tx, programId, partnerId))) {
        const detail = "This company is no reward partner of the program.";
        throw new Invalid(detail, [{ pointer: "/partnerId", code: "unknown", detail }]);
      }
      const taken = wanted === undefined ? [] : await takenKey(tx, programId, "pool", wanted);
      if (taken.length > 0) throw new Invalid("Choose another key.", taken);
      const poolId = newId();
      const key = wanted ?? (await makeKey(tx, programId, "pool", name));
      await tx.codePool.create({ data: { programId, poolId, key, ...pool, createdAt: ctx.clock.now() } });
      await recordAudit(tx, ctx, {
        action: "code_pool.created",
        target: toTypeId("cpool", poolId),
        detail: { name },
      });
      return readPool({ ...ctx, tx }, poolId);
    },
  );
}
