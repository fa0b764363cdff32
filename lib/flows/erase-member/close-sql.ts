import type { Tx } from "@/lib/db";

/**
 * Ends what would go on for a member who leaves: sessions, vouchers that could be used, calls that wait, adjustments that wait for
 * a second person.
 * @param by the actor, as the audit log names it
 */
export async function closeRows(
  tx: Tx,
  { programId, memberId, by, now }: { programId: string; memberId: string; by: string; now: Date },
): Promise<void> {
  const at = now.toISOString();
  await tx.$executeRaw`
    UPDATE adjustment SET state = 'rejected', decided_by = ${by}, decided_at = ${at}::timestamptz
    WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid AND state = 'pending'`;
  await tx.$executeRaw`
    DELETE FROM member_session WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid`;
  await tx.$executeRaw`
    DELETE FROM referral
    WHERE program_id = ${programId}::uuid AND state <> 'rewarded'
      AND (referrer_id = ${memberId}::uuid OR referee_id = ${memberId}::uuid)`;
  await tx.$executeRaw`
    UPDATE voucher SET state = 'withdrawn', closed_at = ${at}::timestamptz
    WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid AND state = 'issued'`;
  await tx.$executeRaw`
    UPDATE webhook_call SET state = 'withdrawn', next_attempt_at = NULL, closed_at = ${at}::timestamptz
    WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid AND state = 'waiting'`;
}
