import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { findImport, layoutOf, toImportDto } from "./import-row";
import { LEASE_SECONDS } from "./lease";
import { compileMapping } from "./parse-line";
import { type ImportDto, type ImportMappingInput, importMapping } from "./schema";

/**
 * Starts an uploaded import: from here workers read the file, put baskets together and hand them to posting.
 * @throws Forbidden (creating members needs `members:write` as well); NotFound; Invalid naming the columns
 * that the file lacks; Conflict `import_not_startable` when it was started or cancelled before
 */
export async function startImport(
  ctx: Ctx,
  input: {
    importId: string;
    mapping: ImportMappingInput;
    /** The process that goes to work on it itself: others leave it alone for as long as that one lives. */
    holder?: string;
  },
): Promise<ImportDto> {
  const mapping = importMapping.parse(input.mapping);
  if (mapping.createMembers) requirePermission(ctx, "members:write");
  const { importId } = input;
  return write(ctx, { permission: "imports:write", request: { importId, mapping } }, async (tx) => {
    const found = await findImport(tx, ctx.programId, importId);
    // Compiled for its complaints alone: they do not depend on zone or currency.
    compileMapping(mapping, layoutOf(found).columns, { timeZone: "UTC", currencyDigits: 2 });
    const started = await tx.import.updateManyAndReturn({
      where: { programId: ctx.programId, importId, state: "uploaded" },
      data: {
        state: "staging",
        mapping,
        startedAt: ctx.clock.now(),
        ...headStart(ctx.clock.now(), input.holder),
      },
    });
    const [row] = started;
    if (row === undefined) {
      throw new Conflict("import_not_startable", "This import was started or cancelled already.");
    }
    await recordAudit(tx, ctx, {
      action: "import.started",
      target: toTypeId("imp", importId),
      detail: { source: mapping.source, createMembers: mapping.createMembers },
    });
    return toImportDto(row);
  });
}

function headStart(now: Date, holder: string | undefined): { leaseHolder?: string; leaseUntil?: Date } {
  if (holder === undefined) return {};
  return { leaseHolder: holder, leaseUntil: new Date(now.getTime() + LEASE_SECONDS * 1000) };
}
