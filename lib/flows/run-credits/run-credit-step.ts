import "server-only";
import { type Clock, systemClock } from "@/lib/core/clock";
import { type CreditKey, checkLines, clearCredits, lockOpenJob, recordFault } from "@/lib/credits";
import { withTx } from "@/lib/db";
import { handOver } from "./hand-over";

/**
 * One step of work on a file of credits, in one transaction that commits with its checkpoint and holds the job: a
 * process that is killed anywhere loses nothing, and two never work on the same job.
 * @param only works on this job alone; absent: on whichever has waited longest
 * @returns the job that was worked on; null when there was none
 */
export async function runCreditStep({
  clock = systemClock,
  only = null,
}: {
  clock?: Clock;
  only?: CreditKey | null;
} = {}): Promise<CreditKey | null> {
  let taken: CreditKey | null = null;
  try {
    return await withTx({}, async (tx) => {
      const job = await lockOpenJob(tx, only);
      if (job === null) return null;
      const key = { programId: job.programId, jobId: job.jobId };
      taken = key;
      if (job.state === "checking") await checkLines(tx, key);
      else if (job.state === "posting") await handOver(tx, key, clock);
      else await clearCredits(tx, key, clock);
      return key;
    });
  } catch (error) {
    if (taken === null) throw error;
    await recordFault(taken, error, clock);
    return taken;
  }
}
