import "server-only";
import { log } from "@/lib/config/log";
import type { Clock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { db, sqlState } from "@/lib/db";
import { findImport } from "./import-row";
import { type Lease, releaseLease } from "./lease";

const MAX_ATTEMPTS = 5;

/**
 * Notes that work on an import ended in an error. What trying again cannot mend fails the import at once, with
 * the reason; anything else is tried again after a pause that doubles, and fails after five times in a row.
 */
export async function recordFault(lease: Lease, error: unknown, clock: Clock): Promise<void> {
  const { programId, importId, holder } = lease;
  const isPermanent = error instanceof AppError && !error.transient;
  if (!isPermanent) {
    // The message may quote lines of the file, and those hold people's data: the log gets the kind of fault alone.
    const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
    log().error({ programId, importId, fault }, "work on an import failed");
  }

  const { state, attempts } = await findImport(db(), programId, importId);
  const isLast = isPermanent || attempts + 1 >= MAX_ATTEMPTS;
  const reason = isPermanent
    ? error.publicMessage
    : `It stopped ${MAX_ATTEMPTS} times for a fault on our side. What went in is kept; resume it to go on.`;
  await db().import.updateMany({
    where: { programId, importId, state, leaseHolder: holder },
    data: {
      attempts: attempts + 1,
      ...(isLast && state !== "done" && state !== "cancelled"
        ? { state: "failed", failedIn: state, error: reason, finishedAt: clock.now() }
        : {}),
    },
  });
  await releaseLease(lease, 2 ** attempts);
}
