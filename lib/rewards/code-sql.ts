import type { Day } from "@/lib/core/calendar";
import { Prisma, type SqlTx } from "@/lib/db";

type Taking = {
  poolId: string;
  redemptionId: string;
  /** In the program's time zone: codes whose last day is before it are passed over. */
  today: Day;
  now: Date;
};
/** A code that is the member's from now on. */
export type TakenCode = { code: string; expiresOn: Day | null };

/**
 * Takes the next code out of a pool for a redemption, for good: a trigger refuses to free or to hand out again what was
 * handed out, whatever becomes of the redemption. Codes that others are taking at this moment are passed over; only
 * where no other is left does it wait for them, because theirs may yet stay free.
 * @returns null where the pool has none left
 */
export async function takeCode(tx: SqlTx, programId: string, taking: Taking): Promise<TakenCode | null> {
  return (
    (await takeNext(tx, programId, taking, Prisma.sql`FOR UPDATE SKIP LOCKED`)) ??
    (await takeNext(tx, programId, taking, Prisma.sql`FOR UPDATE`))
  );
}

async function takeNext(
  tx: SqlTx,
  programId: string,
  { poolId, redemptionId, today, now }: Taking,
  locking: Prisma.Sql,
): Promise<TakenCode | null> {
  const [taken] = await tx.$queryRaw<TakenCode[]>`
    WITH next AS MATERIALIZED (
      SELECT code_no FROM pool_code
      WHERE program_id = ${programId}::uuid AND pool_id = ${poolId}::uuid AND state = 'free'
        AND (expires_on IS NULL OR expires_on >= ${today}::date)
      ORDER BY code_no
      LIMIT 1
      ${locking}
    )
    UPDATE pool_code SET state = 'handed', handed_at = ${now.toISOString()}::timestamptz,
                         redemption_id = ${redemptionId}::uuid
    FROM next
    WHERE pool_code.program_id = ${programId}::uuid AND pool_code.pool_id = ${poolId}::uuid
      AND pool_code.code_no = next.code_no
    RETURNING pool_code.code, to_char(pool_code.expires_on, 'YYYY-MM-DD') AS "expiresOn"`;
  return taken ?? null;
}
