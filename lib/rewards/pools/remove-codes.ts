import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { findPool } from "./find-pool";
import type { RemovalDto } from "./pool-dto";
import { type CodeRemoval, codeRemoval } from "./pool-input";
import { countCodes, voidCodes } from "./pool-sql";

/**
 * Takes codes out of a pool for good: those named, or all that a file brought. Codes that members have stay theirs.
 * @throws Forbidden, NotFound; Invalid for more than 1,000 named codes
 */
export async function removeCodes(ctx: Ctx, poolId: string, input: CodeRemoval): Promise<RemovalDto> {
  const removal = codeRemoval.parse(input);
  const which = "codes" in removal ? { codes: [...new Set(removal.codes)] } : removal;
  const { programId } = ctx;
  return write(ctx, { permission: null, request: { poolId, which } }, async (tx) => {
    await findPool(tx, ctx, poolId, "rewards:write");
    const removed = await voidCodes(tx, programId, poolId, which);
    const { handed, total } = await countCodes(tx, programId, poolId, which);
    const named = "codes" in which ? which.codes.length : total;
    await recordAudit(tx, ctx, {
      action: "code_pool.codes_removed",
      target: toTypeId("cpool", poolId),
      detail: { removed, ...("uploadId" in which ? { upload: toTypeId("upl", which.uploadId) } : {}) },
    });
    return { removed, handed, unknown: named - removed - handed };
  });
}
