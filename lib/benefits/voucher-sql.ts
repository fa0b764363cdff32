import type { Day } from "@/lib/core/calendar";
import type { SqlTx, Tx } from "@/lib/db";

/** Makes a voucher used that can be. @returns false where there is none such */
export async function closeVoucher(
  tx: Tx,
  programId: string,
  { code, today, now, reference }: { code: string; today: Day; now: Date; reference: string | null },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE voucher SET state = 'used', closed_at = ${now.toISOString()}::timestamptz, reference = ${reference}
    WHERE program_id = ${programId}::uuid AND code = ${code} AND state = 'issued'
      AND (expires_on IS NULL OR expires_on >= ${today}::date)`;
  return changed > 0;
}

/** Ends the vouchers whose last day was before this one. @returns how many */
export function expireVouchers(tx: SqlTx, programId: string, day: Day, now: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE voucher SET state = 'expired', closed_at = ${now.toISOString()}::timestamptz
    WHERE program_id = ${programId}::uuid AND state = 'issued' AND expires_on < ${day}::date`;
}
