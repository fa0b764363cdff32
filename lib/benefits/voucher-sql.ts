import type { Day } from "@/lib/core/calendar";
import type { SqlTx, Tx } from "@/lib/db";

type Use = {
  voucherId: string;
  /** Vouchers whose last day is before it count no more. */
  today: Day;
  now: Date;
  reference: string | null;
  /** Code of the store that takes it; null: it is not said. */
  store: string | null;
  /** As the audit log names them. */
  usedBy: string;
};

/** Makes a voucher used that can be. @returns false where it cannot */
export async function closeVoucher(
  tx: Tx,
  programId: string,
  { voucherId, today, now, reference, store, usedBy }: Use,
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE voucher SET state = 'used', closed_at = ${now.toISOString()}::timestamptz, reference = ${reference},
                       used_in = ${store}, used_by = ${usedBy}
    WHERE program_id = ${programId}::uuid AND voucher_id = ${voucherId}::uuid AND state = 'issued'
      AND (expires_on IS NULL OR expires_on >= ${today}::date)`;
  return changed > 0;
}

/** Makes a voucher one that can be used again, where this person used it after an instant. @returns false otherwise */
export async function reopenVoucher(
  tx: Tx,
  programId: string,
  { voucherId, usedBy, after }: { voucherId: string; usedBy: string; after: Date },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE voucher SET state = 'issued', closed_at = NULL, reference = NULL, used_in = NULL, used_by = NULL
    WHERE program_id = ${programId}::uuid AND voucher_id = ${voucherId}::uuid AND state = 'used'
      AND used_by = ${usedBy} AND closed_at > ${after.toISOString()}::timestamptz`;
  return changed > 0;
}

/** Two at most of the vouchers of redemptions that somebody may mean who leaves dashes out. */
export async function voucherIdsOfTyped(tx: Tx, programId: string, typed: string): Promise<string[]> {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  if (plain === "") return [];
  const rows = await tx.$queryRaw<{ voucherId: string }[]>`
    SELECT voucher_id AS "voucherId" FROM voucher
    WHERE program_id = ${programId}::uuid AND redemption_id IS NOT NULL
      AND upper(regexp_replace(code, '[^0-9A-Za-z]', '', 'g')) = ${plain}
    LIMIT 2`;
  return rows.map(({ voucherId }) => voucherId);
}

/** Ends the vouchers whose last day was before this one. @returns how many */
export function expireVouchers(tx: SqlTx, programId: string, day: Day, now: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE voucher SET state = 'expired', closed_at = ${now.toISOString()}::timestamptz
    WHERE program_id = ${programId}::uuid AND state = 'issued' AND expires_on < ${day}::date`;
}
