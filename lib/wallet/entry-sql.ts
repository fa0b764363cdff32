import type { SqlTx } from "@/lib/db";
import type { DecisionKind, DecisionOutcome } from "./outcome";
import type { PostedTransfer } from "./plan-undo";
import type { MovementKind, Side } from "./posting";
import { readOutcome } from "./read-outcomes";

/** A line of a statement with the transfers that it stands for. */
export type PostedEntry = {
  causeId: string;
  memberId: string;
  lane: number;
  kind: DecisionKind;
  outcome: DecisionOutcome;
  occurredAt: Date;
  /** Null unless it has been reversed. */
  reversalId: string | null;
  transfers: PostedTransfer[];
};

type EntryRow = Omit<PostedEntry, "outcome" | "transfers"> & {
  outcome: unknown;
  firstTransfer: bigint;
  count: number;
};
type TransferRow = Omit<PostedTransfer, "transferNo" | "amount" | "lotNo"> & {
  transferNo: bigint;
  amount: bigint;
  lotNo: bigint | null;
  kind: MovementKind;
  debit: Side;
  credit: Side;
};

/** What a cause led to; null where it led to nothing, or does not exist. */
export async function readEntry(tx: SqlTx, programId: string, causeId: string): Promise<PostedEntry | null> {
  const [row] = await tx.$queryRaw<EntryRow[]>`
    SELECT decision.cause_id AS "causeId", decision.member_id AS "memberId", decision.lane, decision.kind,
           decision.outcome, decision.occurred_at AS "occurredAt", decision.first_transfer AS "firstTransfer",
           decision.transfers AS count, reversed_entry.reversal_id AS "reversalId"
    FROM decision
    LEFT JOIN reversed_entry ON reversed_entry.program_id = decision.program_id
      AND reversed_entry.cause_id = decision.cause_id
    WHERE decision.program_id = ${programId}::uuid AND decision.cause_id = ${causeId}::uuid`;
  if (row === undefined) return null;
  const { firstTransfer, count, outcome, ...entry } = row;
  const transfers = await tx.$queryRaw<TransferRow[]>`
    SELECT transfer.transfer_no AS "transferNo", transfer.kind, transfer.point_type_no AS "pointTypeNo",
           transfer.amount, debit.kind::text AS debit, credit.kind::text AS credit, transfer.lot_no AS "lotNo",
           transfer.campaign_id AS "campaignId"
    FROM transfer
    JOIN account AS debit
      ON debit.program_id = transfer.program_id AND debit.account_id = transfer.debit_account
    JOIN account AS credit
      ON credit.program_id = transfer.program_id AND credit.account_id = transfer.credit_account
    WHERE transfer.program_id = ${programId}::uuid AND transfer.lane = ${entry.lane}::smallint
      AND transfer.transfer_no >= ${firstTransfer} AND transfer.transfer_no < ${firstTransfer} + ${count}::int
    ORDER BY transfer.transfer_no`;
  return {
    ...entry,
    outcome: await readOutcome({ programId, tx }, outcome),
    transfers: transfers.map((transfer) => ({
      ...transfer,
      transferNo: Number(transfer.transferNo),
      amount: Number(transfer.amount),
      lotNo: transfer.lotNo === null ? null : Number(transfer.lotNo),
    })),
  };
}

/** Keeps that an entry has been reversed, and by which; the database refuses a second time. */
export async function insertReversedEntry(
  tx: SqlTx,
  programId: string,
  { causeId, reversalId, reversedAt }: { causeId: string; reversalId: string; reversedAt: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO reversed_entry (program_id, cause_id, reversal_id, reversed_at)
    VALUES (${programId}::uuid, ${causeId}::uuid, ${reversalId}::uuid, ${reversedAt.toISOString()}::timestamptz)`;
}
