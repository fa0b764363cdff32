import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { tierName } from "./schema";

/**
 * Changes what members read; the code stays.
 * @throws Forbidden, NotFound
 */
export async function renameTier(ctx: Ctx, code: string, input: { name: string }): Promise<{ code: string }> {
  const { name } = tierName.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "program:manage", request: { code, name } }, async (tx) => {
    const { count } = await tx.tier.updateMany({ where: { programId, code }, data: { name } });
    if (count === 0) throw new NotFound("tier");
    await recordAudit(tx, ctx, {
      action: "tier.renamed",
      target: toTypeId("prog", programId),
      detail: { code, name },
    });
    return { code };
  });
}
