import type { Prisma, Tx } from "@/lib/db";
import { readVoucherCode } from "./voucher-code";
import { voucherIdsOfTyped } from "./voucher-sql";

export type VoucherRow = Prisma.VoucherGetPayload<Record<string, never>>;

/**
 * The voucher that somebody means by what they type or scan. A code as it stands counts first. Then blanks, dashes and
 * small letters do not matter, as long as that leaves one voucher only: codes that partners have made may differ in
 * nothing else.
 */
export async function findVoucher(tx: Tx, programId: string, typed: string): Promise<VoucherRow | null> {
  const exact = typed.trim();
  const own = readVoucherCode(exact);
  for (const code of new Set([exact, ...(own === null ? [] : [own])])) {
    const found = await tx.voucher.findUnique({ where: { programId_code: { programId, code } } });
    if (found !== null) return found;
  }
  const [only, ...others] = await voucherIdsOfTyped(tx, programId, exact);
  if (only === undefined || others.length > 0) return null;
  return tx.voucher.findUnique({ where: { programId_voucherId: { programId, voucherId: only } } });
}
