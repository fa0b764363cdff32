import "server-only";
import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { newId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { cleanFileName, inspectText, removeFile, storeFile } from "@/lib/imports";
import { write } from "@/lib/write";
import { findPool } from "./find-pool";
import type { UploadDto } from "./pool-dto";
import { toUploadDto } from "./to-upload-dto";

/**
 * Takes in a file of codes for a pool, of any size: one code a line, or CSV with the code and its last day
 * (`YYYY-MM-DD`), plain or gzip, with or without a header line. The workers put its codes into the pool page by page.
 * People of the pool's partner may fill it as well.
 * @throws Forbidden, NotFound; Invalid when the file is empty or no text
 */
export async function uploadCodes(
  ctx: Ctx,
  poolId: string,
  input: { fileName: string; content: AsyncIterable<Uint8Array> },
): Promise<UploadDto> {
  const { programId } = ctx;
  await findPool(ctx.tx ?? db(), ctx, poolId, "rewards:write");
  const fileName = cleanFileName(input.fileName);
  const uploadId = newId();
  const fileKey = `${uploadId}.codes`;
  const { bytes, hash } = await storeFile(fileKey, input.content);
  try {
    const layout = await inspectText(fileKey);
    const request = { poolId, fileName, hash: hash.toString("hex") };
    const dto = await write(ctx, { permission: null, request }, async (tx) => {
      const row = await tx.codeUpload.create({
        data: {
          programId,
          uploadId,
          poolId,
          fileName,
          fileKey,
          fileBytes: bytes,
          layout,
          uploadedBy: actorRef(ctx.actor),
          createdAt: ctx.clock.now(),
        },
      });
      await recordAudit(tx, ctx, {
        action: "code_pool.file_uploaded",
        target: toTypeId("cpool", poolId),
        detail: { upload: toTypeId("upl", uploadId), bytes, sha256: request.hash },
      });
      return toUploadDto(tx, row);
    });
    // A repeated request is answered with the upload that it made the first time.
    if (dto.id !== toTypeId("upl", uploadId)) await removeFile(fileKey);
    return dto;
  } catch (error) {
    await removeFile(fileKey);
    throw error;
  }
}
