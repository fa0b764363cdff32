import "server-only";
import { recordAudit } from "@/lib/audit";
import { systemCtx } from "@/lib/auth/context";
import type { Clock } from "@/lib/core/clock";
import { toTypeId } from "@/lib/core/ids";
import { type CreditKey, creditSource, findJob, postponeJob, takeLines } from "@/lib/credits";
import type { Tx } from "@/lib/db";
import { queueCredits } from "@/lib/events";
import { countUnposted } from "./sql";

/** Lines that become events in one transaction. */
const SLICE_LINES = 1_000;
/** Between two looks at what the queue has posted. */
const LOOK_AGAIN_MS = 500;

/**
 * Hands the next lines of a confirmed file over to the queue, where they post like any other event. The lines leave
 * the stage in the transaction that queues them, under their number in the file: each is posted once, however often
 * the work is interrupted. When the queue has posted the last one, the job is done.
 */
export async function handOver(tx: Tx, key: CreditKey, clock: Clock): Promise<void> {
  const { programId, jobId } = key;
  const job = await findJob(tx, programId, jobId);
  const source = creditSource(jobId);
  const lines = await takeLines(tx, key, SLICE_LINES);
  await queueCredits(
    tx,
    programId,
    lines.map(({ lineNo, memberId, lane, pointTypeNo, points, reason }) => ({
      source,
      id: lineNo.toString(),
      memberId,
      lane,
      pointTypeNo,
      points: Number(points),
      reason,
      file: job.fileName,
    })),
    clock.now(),
  );
  const handedOver = job.handedOver + BigInt(lines.length);
  const { queued, dead } = await countUnposted(tx, programId, source);
  const isDone = handedOver === job.credits && queued === 0;
  await tx.creditJob.update({
    where: { programId_jobId: key },
    data: {
      handedOver,
      posted: handedOver - BigInt(queued + dead),
      dead,
      attempts: 0,
      ...(isDone ? { state: "done", finishedAt: clock.now() } : {}),
    },
  });
  if (isDone) {
    await recordAudit(tx, systemCtx(programId, "credits", clock), {
      action: "credits.finished",
      target: toTypeId("job", jobId),
      detail: { credits: Number(job.credits), points: Number(job.points), dead },
    });
  } else if (lines.length < SLICE_LINES) await postponeJob(tx, key, LOOK_AGAIN_MS);
}
