import type { Tx } from "@/lib/db";
import type { LedgerReport, VerifyProgress } from "@/lib/wallet";

export type VerificationKey = { programId: string; verificationId: string };

/** Stores a verification that waits. @returns false where one of the program is under way already */
export async function insertVerification(
  tx: Tx,
  row: VerificationKey & { startedBy: string; createdAt: Date },
): Promise<boolean> {
  const inserted = await tx.$executeRaw`
    INSERT INTO verification (program_id, verification_id, started_by, created_at)
    VALUES (${row.programId}::uuid, ${row.verificationId}::uuid, ${row.startedBy},
            ${row.createdAt.toISOString()}::timestamptz)
    ON CONFLICT (program_id) WHERE state IN ('waiting', 'running') DO NOTHING`;
  return inserted === 1;
}

/**
 * Takes the verification that has waited longest, or one whose worker is gone. The lease runs on the database's clock.
 * @returns null when there is nothing to do
 */
export async function claimVerification(
  tx: Tx,
  holder: string,
  leaseSeconds: number,
  now: Date,
): Promise<(VerificationKey & { attempts: number }) | null> {
  const [row] = await tx.$queryRaw<(VerificationKey & { attempts: number })[]>`
    UPDATE verification
    SET state = 'running', started_at = coalesce(started_at, ${now.toISOString()}::timestamptz),
        attempts = attempts + 1, checks_done = 0, blocks_walked = 0, lease_holder = ${holder}::uuid,
        lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    WHERE (program_id, verification_id) = (
      SELECT program_id, verification_id FROM verification
      WHERE state = 'waiting' OR (state = 'running' AND lease_until < clock_timestamp())
      ORDER BY created_at, verification_id
      LIMIT 1
      FOR UPDATE SKIP LOCKED)
    RETURNING program_id::text AS "programId", verification_id::text AS "verificationId", attempts`;
  return row ?? null;
}

/** Renews the lease. @returns false where it was lost to another worker */
export async function renewLease(
  tx: Tx,
  key: VerificationKey,
  holder: string,
  leaseSeconds: number,
): Promise<boolean> {
  const renewed = await tx.$executeRaw`
    UPDATE verification SET lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    WHERE program_id = ${key.programId}::uuid AND verification_id = ${key.verificationId}::uuid
      AND state = 'running' AND lease_holder = ${holder}::uuid`;
  return renewed === 1;
}

export async function noteProgress(
  tx: Tx,
  key: VerificationKey,
  holder: string,
  progress: VerifyProgress,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE verification
    SET checks_done = ${progress.checksDone}, checks = ${progress.checks}, blocks_walked = ${progress.blocksWalked},
        blocks = ${progress.blocks}
    WHERE program_id = ${key.programId}::uuid AND verification_id = ${key.verificationId}::uuid
      AND lease_holder = ${holder}::uuid`;
}

export async function finishVerification(
  tx: Tx,
  key: VerificationKey,
  holder: string,
  { isSound, findings, broken, counts, heads }: LedgerReport,
  now: Date,
): Promise<void> {
  await tx.verification.updateMany({
    where: { ...key, state: "running", leaseHolder: holder },
    data: {
      state: isSound ? "sound" : "broken",
      findings,
      broken,
      counts,
      heads,
      finishedAt: now,
      leaseHolder: null,
      leaseUntil: null,
    },
  });
}

/** Ends a verification that cannot be done. @param error what the reader is told */
export async function failVerification(
  tx: Tx,
  key: VerificationKey,
  holder: string,
  error: string,
  now: Date,
): Promise<void> {
  await tx.verification.updateMany({
    where: { ...key, state: "running", leaseHolder: holder },
    data: { state: "failed", error, finishedAt: now, leaseHolder: null, leaseUntil: null },
  });
}
