import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { findPool } from "./find-pool";
import type { UploadDto } from "./pool-dto";
import { toUploadDto } from "./to-upload-dto";

/**
 * Goes on with a file of codes that failed, from where it stopped.
 * @throws Forbidden, NotFound; Conflict `upload_not_failed`
 */
export async function resumeUpload(ctx: Ctx, uploadId: string): Promise<UploadDto> {
  const { programId } = ctx;
  return write(ctx, { permission: null, request: { uploadId } }, async (tx) => {
    const known = await tx.codeUpload.findUnique({ where: { programId_uploadId: { programId, uploadId } } });
    if (known === null) throw new NotFound("file of codes");
    await findPool(tx, ctx, known.poolId, "rewards:write");
    const [row] = await tx.codeUpload.updateManyAndReturn({
      where: { programId, uploadId, state: "failed" },
      data: { state: "reading", error: null, attempts: 0, notBefore: null, finishedAt: null },
    });
    if (row === undefined) throw new Conflict("upload_not_failed", "Only a file that failed can be resumed.");
    await recordAudit(tx, ctx, {
      action: "code_pool.file_resumed",
      target: toTypeId("cpool", known.poolId),
      detail: { upload: toTypeId("upl", uploadId) },
    });
    return toUploadDto(tx, row);
  });
}
