import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { expiry, type PointTypeDto, pending, returnPolicy } from "./schema";

/** What the program itself holds of each point type. Points come from the issuing account alone. */
export const PROGRAM_ACCOUNTS = [
  "issued",
  "redeemed",
  "expired",
  "adjusted",
  "returned",
  "clearing",
] as const;
export type ProgramAccountKind = (typeof PROGRAM_ACCOUNTS)[number];

/** A point type as it is stored. */
export type PointTypeRow = Omit<PointTypeDto, "expiry" | "pending" | "returnPolicy"> & {
  expiry: unknown;
  pending: unknown;
  returnPolicy: string;
};

export function toPointType(row: PointTypeRow): PointTypeDto {
  return {
    ...row,
    expiry: expiry.parse(row.expiry),
    pending: pending.parse(row.pending),
    returnPolicy: returnPolicy.parse(row.returnPolicy),
  };
}

/** Stores a point type with the accounts that the program keeps of it. */
export async function insertPointType(tx: Tx, programId: string, pointType: PointTypeDto): Promise<void> {
  await tx.pointType.create({ data: { programId, ...pointType } });
  await tx.account.createMany({
    data: PROGRAM_ACCOUNTS.map((kind) => ({
      programId,
      accountId: newId(),
      kind,
      pointTypeNo: pointType.pointTypeNo,
      party: programId,
      floor: kind === "issued" ? null : 0n,
    })),
  });
}
