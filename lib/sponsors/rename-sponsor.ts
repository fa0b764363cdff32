import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { sponsorName } from "./schema";

/**
 * Changes what a sponsor is called; the code stays.
 * @throws Forbidden, NotFound
 */
export async function renameSponsor(
  ctx: Ctx,
  code: string,
  input: { name: string },
): Promise<{ code: string }> {
  const { name } = sponsorName.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "program:manage", request: { code, name } }, async (tx) => {
    const { count } = await tx.sponsor.updateMany({ where: { programId, code }, data: { name } });
    if (count === 0) throw new NotFound("sponsor");
    await recordAudit(tx, ctx, {
      action: "sponsor.renamed",
      target: toTypeId("prog", programId),
      detail: { code, name },
    });
    return { code };
  });
}
