import { readActorNames } from "@/lib/auth/actor-names";
import { present } from "@/lib/core/assert";
import { toTypeId } from "@/lib/core/ids";
import type { Prisma, Tx } from "@/lib/db";
import type { UploadDto } from "./pool-dto";

export type UploadRow = Prisma.CodeUploadGetPayload<Record<string, never>>;

export async function toUploadDto(tx: Tx, row: UploadRow): Promise<UploadDto> {
  const [dto] = await toUploadDtos(tx, row.programId, [row]);
  return present(dto, "one row gives one upload");
}

/** Rows with the names of those who uploaded, in the same order. */
export async function toUploadDtos(
  tx: Tx,
  programId: string,
  rows: readonly UploadRow[],
): Promise<UploadDto[]> {
  const names = await readActorNames(
    tx,
    programId,
    rows.map(({ uploadedBy }) => uploadedBy),
  );
  return rows.map((row) => ({
    id: toTypeId("upl", row.uploadId),
    poolId: toTypeId("cpool", row.poolId),
    fileName: row.fileName,
    state: row.state,
    progress:
      row.state === "done" ? 1 : Math.min(1, Number(row.fileBytesRead) / Math.max(1, Number(row.fileBytes))),
    lines: row.lines,
    added: row.added,
    duplicates: row.duplicates,
    refused: row.refused,
    error: row.error,
    uploadedBy: { ref: row.uploadedBy, name: names.get(row.uploadedBy) ?? null },
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }));
}
