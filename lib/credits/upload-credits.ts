import "server-only";
import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { newId, toTypeId } from "@/lib/core/ids";
import { cleanFileName, inspectFile, removeFile, storeFile } from "@/lib/imports";
import { write } from "@/lib/write";
import { toJobDto } from "./job-row";
import { findColumns } from "./parse-line";
import { type CreditJobDto, creditReason } from "./schema";

/**
 * Takes in a file of credits of any size, CSV or gzip. Its lines are checked by the workers; nothing is posted
 * before somebody confirms it.
 * @param reason of lines that give none
 * @throws Forbidden; Invalid when it is not a CSV file with a header that names a member and points
 */
export async function uploadCredits(
  ctx: Ctx,
  input: { fileName: string; content: AsyncIterable<Uint8Array>; reason?: string },
): Promise<CreditJobDto> {
  requirePermission(ctx, "points:adjust");
  const fileName = cleanFileName(input.fileName);
  const reason = input.reason === undefined ? null : creditReason.parse(input.reason);
  const jobId = newId();
  const fileKey = `${jobId}.csv`;
  const { bytes, hash } = await storeFile(fileKey, input.content);
  try {
    const layout = await inspectFile(fileKey);
    findColumns(layout.columns);
    const request = { fileName, reason, hash: hash.toString("hex") };
    const dto = await write(ctx, { permission: "points:adjust", request }, async (tx) => {
      const row = await tx.creditJob.create({
        data: {
          programId: ctx.programId,
          jobId,
          fileName,
          fileHash: Uint8Array.from(hash),
          fileBytes: bytes,
          fileKey,
          layout,
          reason,
          uploadedBy: actorRef(ctx.actor),
          uploadedAt: ctx.clock.now(),
        },
      });
      await recordAudit(tx, ctx, {
        action: "credits.uploaded",
        target: toTypeId("job", jobId),
        detail: { bytes, sha256: request.hash },
      });
      return toJobDto(tx, row);
    });
    // A repeated request is answered with the job that it made the first time.
    if (dto.id !== toTypeId("job", jobId)) await removeFile(fileKey);
    return dto;
  } catch (error) {
    await removeFile(fileKey);
    throw error;
  }
}
