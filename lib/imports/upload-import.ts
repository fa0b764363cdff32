import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { Invalid } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { inspectFile, removeFile, storeFile } from "./files";
import { toImportDto } from "./import-row";
import type { ImportDto } from "./schema";

const MAX_FILE_NAME = 200;

/**
 * Takes in a transaction file of any size, CSV or gzip, and says how it is written. Nothing becomes an event
 * before the import is started with a mapping.
 * @param content the bytes of the file, as they come in
 * @throws Forbidden; Invalid when it is not a CSV file with a header line
 */
export async function uploadImport(
  ctx: Ctx,
  { fileName, content }: { fileName: string; content: AsyncIterable<Uint8Array> },
): Promise<ImportDto> {
  requirePermission(ctx, "imports:write");
  const name = cleanFileName(fileName);
  const importId = newId();
  const fileKey = `${importId}.csv`;
  const { bytes, hash } = await storeFile(fileKey, content);
  try {
    const layout = await inspectFile(fileKey);
    const request = { fileName: name, hash: hash.toString("hex") };
    const dto = await write(ctx, { permission: "imports:write", request }, async (tx) => {
      const row = await tx.import.create({
        data: {
          programId: ctx.programId,
          importId,
          fileName: name,
          fileHash: Uint8Array.from(hash),
          fileBytes: bytes,
          fileKey,
          layout,
          createdAt: ctx.clock.now(),
        },
      });
      await recordAudit(tx, ctx, {
        action: "import.uploaded",
        target: toTypeId("imp", importId),
        detail: { bytes, sha256: request.hash },
      });
      return toImportDto(row);
    });
    // A repeated request is answered with the import that it made the first time.
    if (dto.id !== toTypeId("imp", importId)) await removeFile(fileKey);
    return dto;
  } catch (error) {
    await removeFile(fileKey);
    throw error;
  }
}

/**
 * The name of an uploaded file without its folders and without control characters.
 * @throws Invalid
 */
export function cleanFileName(fileName: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
  const name = (fileName.split(/[/\\]/).at(-1) ?? "").replace(/[\u0000-\u001f\u007f]/g, "").trim();
  if (name !== "" && name.length <= MAX_FILE_NAME && name.isWellFormed()) return name;
  const detail = `A file name has 1 to ${MAX_FILE_NAME} characters.`;
  throw new Invalid(detail, [{ pointer: "/fileName", code: "invalid", detail }]);
}
