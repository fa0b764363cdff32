import "server-only";
import type { Clock } from "@/lib/core/clock";
import type { Tx } from "@/lib/db";
import { removeFile } from "@/lib/imports";
import { findJob } from "./job-row";
import { type CreditKey, deleteLines } from "./sql";

const LINES_A_STEP = 20_000;

/** Removes what an ended job leaves behind, some of it at a time: its staged lines, then its file. */
export async function clearCredits(tx: Tx, key: CreditKey, clock: Clock): Promise<void> {
  if ((await deleteLines(tx, key, LINES_A_STEP)) > 0) return;
  const { fileKey } = await findJob(tx, key.programId, key.jobId);
  await removeFile(fileKey);
  await tx.creditJob.update({ where: { programId_jobId: key }, data: { clearedAt: clock.now() } });
}
