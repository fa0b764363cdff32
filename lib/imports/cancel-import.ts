import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { findImport, toImportDto } from "./import-row";
import type { ImportDto } from "./schema";

/**
 * Stops an import for good. Baskets that are events by now stay events; the rest is dropped with the file.
 * @throws Forbidden; NotFound; Conflict `import_finished` when nothing is left to stop
 */
export async function cancelImport(ctx: Ctx, { importId }: { importId: string }): Promise<ImportDto> {
  return write(ctx, { permission: "imports:write", request: { importId } }, async (tx) => {
    await findImport(tx, ctx.programId, importId);
    const [row] = await tx.import.updateManyAndReturn({
      where: {
        programId: ctx.programId,
        importId,
        state: { in: ["uploaded", "staging", "grouping", "posting", "failed"] },
      },
      data: { state: "cancelled", finishedAt: ctx.clock.now(), failedIn: null },
    });
    if (row === undefined)
      throw new Conflict("import_finished", "This import has ended; nothing is left to cancel.");
    await recordAudit(tx, ctx, { action: "import.cancelled", target: toTypeId("imp", importId) });
    return toImportDto(row);
  });
}
