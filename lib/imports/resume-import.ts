import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { findImport, toImportDto } from "./import-row";
import type { ImportDto } from "./schema";

/**
 * Goes on with a failed import from where it stopped.
 * @throws Forbidden; NotFound; Conflict `import_not_failed`
 */
export async function resumeImport(ctx: Ctx, { importId }: { importId: string }): Promise<ImportDto> {
  return write(ctx, { permission: "imports:write", request: { importId } }, async (tx) => {
    const { failedIn } = await findImport(tx, ctx.programId, importId);
    const [row] = await tx.import.updateManyAndReturn({
      where: { programId: ctx.programId, importId, state: "failed" },
      data: {
        state: failedIn ?? "staging",
        failedIn: null,
        error: null,
        attempts: 0,
        leaseHolder: null,
        leaseUntil: null,
        finishedAt: null,
      },
    });
    if (row === undefined)
      throw new Conflict("import_not_failed", "Only an import that failed can be resumed.");
    await recordAudit(tx, ctx, { action: "import.resumed", target: toTypeId("imp", importId) });
    return toImportDto(row);
  });
}
