import "server-only";
import type { Clock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { removeFile } from "./files";
import { findImport } from "./import-row";
import { type Lease, stepUnderLease } from "./lease";
import { deleteStaged } from "./sql";

const ROWS_A_STEP = 10_000;

/**
 * Removes what an ended import leaves behind: its file and what is still staged. The report stays.
 * @throws LeaseLost
 */
export async function clearImport(lease: Lease, clock: Clock): Promise<void> {
  const { programId, importId } = lease;
  const { fileKey, state } = await findImport(db(), programId, importId);
  let removed: number;
  do {
    removed = await stepUnderLease(lease, state, (tx) => deleteStaged(tx, lease, ROWS_A_STEP));
  } while (removed > 0);
  await removeFile(fileKey);
  await db().import.updateMany({
    where: { programId, importId, state },
    data: { clearedAt: clock.now(), leaseHolder: null, leaseUntil: null },
  });
}
