import "server-only";
import { log } from "@/lib/config/log";
import type { Clock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { sqlState, withTx } from "@/lib/db";
import { findJob } from "./job-row";
import { type CreditKey, postponeJob } from "./sql";

const MAX_ATTEMPTS = 5;

/**
 * Notes that work on a file ended in an error. What trying again cannot mend fails it at once, with the reason;
 * anything else is tried again after a pause that doubles, and fails after five times in a row.
 */
export async function recordFault(key: CreditKey, error: unknown, clock: Clock): Promise<void> {
  const isPermanent = error instanceof AppError && !error.transient;
  if (!isPermanent) {
    // The message may quote lines of the file, and those hold people's data: the log gets the kind of fault alone.
    const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
    log().error({ ...key, fault }, "work on a file of credits failed");
  }
  await withTx({}, async (tx) => {
    const { state, attempts } = await findJob(tx, key.programId, key.jobId);
    if (state !== "checking" && state !== "posting") return;
    const isLast = isPermanent || attempts + 1 >= MAX_ATTEMPTS;
    const reason = isPermanent
      ? error.publicMessage
      : `It stopped ${MAX_ATTEMPTS} times for a fault on our side. What was posted stays; resume it to go on.`;
    await tx.creditJob.updateMany({
      where: { ...key, state },
      data: {
        attempts: attempts + 1,
        ...(isLast ? { state: "failed", failedIn: state, error: reason, finishedAt: clock.now() } : {}),
      },
    });
    await postponeJob(tx, key, 1_000 * 2 ** attempts);
  });
}
