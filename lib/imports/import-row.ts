import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { Prisma, Tx } from "@/lib/db";
import { type FileLayout, fileLayout, type ImportDto, type ImportMapping, importMapping } from "./schema";

export type ImportRow = Prisma.ImportGetPayload<Record<string, never>>;

/** @throws NotFound when the program has no such import */
export async function findImport(tx: Tx, programId: string, importId: string): Promise<ImportRow> {
  const row = await tx.import.findUnique({ where: { programId_importId: { programId, importId } } });
  if (row === null) throw new NotFound("import");
  return row;
}

export function layoutOf(row: Pick<ImportRow, "layout">): FileLayout {
  return fileLayout.parse(row.layout);
}

export function mappingOf(row: Pick<ImportRow, "mapping">): ImportMapping | null {
  return row.mapping === null ? null : importMapping.parse(row.mapping);
}

export function toImportDto(row: ImportRow): ImportDto {
  return {
    id: toTypeId("imp", row.importId),
    fileName: row.fileName,
    fileBytes: Number(row.fileBytes),
    state: row.state,
    layout: layoutOf(row),
    mapping: mappingOf(row),
    progress: progressOf(row),
    linesRead: Number(row.lines),
    linesRejected: Number(row.linesRejected),
    baskets: Number(row.baskets),
    basketsDone: Number(row.basketsDone),
    accepted: Number(row.accepted),
    duplicates: Number(row.duplicates),
    rejected: Number(row.rejected),
    membersCreated: Number(row.membersCreated),
    error: row.error,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

function progressOf(row: ImportRow): number | null {
  switch (row.state) {
    case "staging":
      return Math.min(1, Number(row.fileBytesRead) / Math.max(1, Number(row.fileBytes)));
    case "grouping":
      return 1;
    case "posting":
      return row.baskets === 0n ? 1 : Number(row.basketsDone) / Number(row.baskets);
    default:
      return null;
  }
}
