import type { Tx } from "@/lib/db";
import type { Transfer } from "./ledger-plan";

/** Where the chain of a lane stands. */
export type LaneHead = { lane: number; nextTransfer: number; blockNo: number; headHash: Uint8Array };

export async function listLaneHeads(tx: Tx, programId: string): Promise<LaneHead[]> {
  const rows = await tx.lane.findMany({ where: { programId }, orderBy: { lane: "asc" } });
  return rows.map(({ lane, nextTransfer, blockNo, headHash }) => ({
    lane,
    nextTransfer: Number(nextTransfer),
    blockNo: Number(blockNo),
    headHash,
  }));
}

/** Where the chains of all programs stand: what a log line anchors. */
export async function listAllHeads(
  tx: Tx,
): Promise<{ programId: string; lane: number; blockNo: bigint; hash: string }[]> {
  return tx.$queryRaw`
    SELECT program_id AS "programId", lane, block_no AS "blockNo", encode(head_hash, 'hex') AS hash
    FROM lane WHERE block_no > 0 ORDER BY program_id, lane`;
}

export type StoredBlock = {
  blockNo: number;
  previous: Uint8Array;
  hash: Uint8Array;
  firstTransfer: number;
  lastTransfer: number;
  postedAt: Date;
};

/** Blocks of a lane above a number, in order. */
export async function listBlocks(
  tx: Tx,
  programId: string,
  lane: number,
  after: number,
  limit: number,
): Promise<StoredBlock[]> {
  const rows = await tx.block.findMany({
    where: { programId, lane, blockNo: { gt: after } },
    orderBy: { blockNo: "asc" },
    take: limit,
  });
  return rows.map((row) => ({
    blockNo: Number(row.blockNo),
    previous: row.previous,
    hash: row.hash,
    firstTransfer: Number(row.firstTransfer),
    lastTransfer: Number(row.lastTransfer),
    postedAt: row.postedAt,
  }));
}

/** The stored hash of one block in hex; null where there is no such block. */
export async function readBlockHash(
  tx: Tx,
  programId: string,
  lane: number,
  blockNo: number,
): Promise<string | null> {
  const block = await tx.block.findUnique({
    where: { programId_lane_blockNo: { programId, lane, blockNo } },
    select: { hash: true },
  });
  return block === null ? null : Buffer.from(block.hash).toString("hex");
}

export type SealedTransfer = Transfer & { postedAt: Date };
type TransferRow = Omit<SealedTransfer, "transferNo" | "amount" | "lotNo" | "balanceAfter"> & {
  transferNo: bigint;
  amount: bigint;
  lotNo: bigint | null;
  balanceAfter: bigint;
};

/** Transfers of a lane from one number to another, as they were sealed. */
export async function listTransfers(
  tx: Tx,
  programId: string,
  lane: number,
  first: number,
  last: number,
): Promise<SealedTransfer[]> {
  const rows = await tx.$queryRaw<TransferRow[]>`
    SELECT transfer_no AS "transferNo", member_id AS "memberId", debit_account AS "debitAccount",
           credit_account AS "creditAccount", point_type_no AS "pointTypeNo", amount, kind, cause_id AS "causeId",
           campaign_id AS "campaignId", lot_no AS "lotNo", balance_after AS "balanceAfter",
           occurred_at AS "occurredAt", posted_at AS "postedAt"
    FROM transfer
    WHERE program_id = ${programId}::uuid AND lane = ${lane}::smallint AND transfer_no BETWEEN ${first} AND ${last}
    ORDER BY transfer_no`;
  return rows.map((row) => ({
    ...row,
    transferNo: Number(row.transferNo),
    amount: Number(row.amount),
    lotNo: row.lotNo === null ? null : Number(row.lotNo),
    balanceAfter: Number(row.balanceAfter),
  }));
}
