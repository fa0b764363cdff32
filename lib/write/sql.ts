import type { Tx } from "@/lib/db";

type Claim = { programId: string; caller: string; key: string; requestHash: Buffer; now: Date };
type Known = { requestHash: Uint8Array; response: unknown };

/**
 * Claims an idempotency key, or returns what it already stands for. A second caller with the same key waits
 * here until the first one commits or rolls back.
 */
export async function claimKey(
  tx: Tx,
  { programId, caller, key, requestHash, now }: Claim,
): Promise<Known | null> {
  const claimed = await tx.$executeRaw`
    INSERT INTO idempotency (program_id, caller, key, request_hash, created_at)
    VALUES (${programId}::uuid, ${caller}, ${key}, ${requestHash}, ${now})
    ON CONFLICT (program_id, caller, key) DO UPDATE
      SET request_hash = EXCLUDED.request_hash, response = NULL, created_at = EXCLUDED.created_at
      WHERE idempotency.created_at < ${now}::timestamptz - interval '24 hours'`;
  if (claimed > 0) return null;
  const rows = await tx.$queryRaw<Known[]>`
    SELECT request_hash AS "requestHash", response FROM idempotency
    WHERE program_id = ${programId}::uuid AND caller = ${caller} AND key = ${key}`;
  return rows[0] ?? null;
}
