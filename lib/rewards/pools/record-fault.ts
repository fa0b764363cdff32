import "server-only";
import { log } from "@/lib/config/log";
import type { Clock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { sqlState, withTx } from "@/lib/db";
import { postponeUpload, type UploadKey } from "./upload-sql";

const MAX_ATTEMPTS = 5;

/**
 * Notes that work on a file of codes ended in an error. What trying again cannot mend fails it at once, with the reason;
 * anything else is tried again after a pause that doubles, and fails after five times in a row.
 */
export async function recordFault(key: UploadKey, error: unknown, clock: Clock): Promise<void> {
  const isPermanent = error instanceof AppError && !error.transient;
  if (!isPermanent) {
    // The message may quote codes, which are worth money: the log gets the kind of fault alone.
    const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
    log().error({ ...key, fault }, "work on a file of codes failed");
  }
  await withTx({}, async (tx) => {
    const upload = await tx.codeUpload.findUnique({ where: { programId_uploadId: key } });
    if (upload === null || upload.state !== "reading") return;
    const { attempts } = upload;
    const isLast = isPermanent || attempts + 1 >= MAX_ATTEMPTS;
    const reason = isPermanent
      ? error.publicMessage
      : `It stopped ${MAX_ATTEMPTS} times for a fault on our side. What went in stays; resume it to go on.`;
    await tx.codeUpload.update({
      where: { programId_uploadId: key },
      data: {
        attempts: attempts + 1,
        ...(isLast ? { state: "failed", error: reason, finishedAt: clock.now() } : {}),
      },
    });
    await postponeUpload(tx, key, 1_000 * 2 ** attempts);
  });
}
