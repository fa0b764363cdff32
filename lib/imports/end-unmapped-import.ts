import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";

/**
 * Calls off an import whose columns nobody has mapped; one that somebody has started meanwhile goes on.
 * @returns whether it was called off
 * @throws Forbidden
 */
export async function endUnmappedImport(ctx: Ctx, { importId }: { importId: string }): Promise<boolean> {
  return write(ctx, { permission: "imports:write", request: { importId } }, async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { programId: ctx.programId, importId, state: "uploaded" },
      data: { state: "cancelled", finishedAt: ctx.clock.now() },
    });
    if (count === 0) return false;
    await recordAudit(tx, ctx, { action: "import.cancelled", target: toTypeId("imp", importId) });
    return true;
  });
}
