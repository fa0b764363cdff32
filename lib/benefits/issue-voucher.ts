import type { Day } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";

export type NewVoucher = {
  memberId: string;
  redemptionId: string;
  code: string;
  name: string;
  costMinor: number;
  valueMinor: number | null;
  /** Codes of the stores that take it; empty: all. */
  stores: readonly string[];
  /** Last day of use; null: none. */
  expiresOn: Day | null;
  issuedAt: Date;
};

/** Gives a member a voucher for a redemption. @returns its id; null where another voucher has the code */
export async function issueVoucher(
  tx: Tx,
  programId: string,
  { expiresOn, stores, ...voucher }: NewVoucher,
): Promise<string | null> {
  const voucherId = newId();
  const { count } = await tx.voucher.createMany({
    data: [
      {
        programId,
        voucherId,
        ...voucher,
        stores: [...stores],
        expiresOn: expiresOn === null ? null : new Date(expiresOn),
      },
    ],
    skipDuplicates: true,
  });
  return count > 0 ? voucherId : null;
}

/** Takes back a voucher that has not been used. @returns false where it has been, or has expired */
export async function withdrawVoucher(
  tx: Tx,
  programId: string,
  voucherId: string,
  closedAt: Date,
): Promise<boolean> {
  const { count } = await tx.voucher.updateMany({
    where: { programId, voucherId, state: "issued" },
    data: { state: "withdrawn", closedAt },
  });
  return count > 0;
}
