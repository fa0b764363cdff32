import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { db, type Tx } from "@/lib/db";
import { blockHash } from "./chain";
import {
  countLedger,
  findInvariantBreaks,
  type LedgerFinding,
  listBlocks,
  listLaneHeads,
  listTransfers,
} from "./verify-sql";

export type LedgerReport = {
  isSound: boolean;
  /** What does not hold and where; at most 20 of each kind. */
  findings: LedgerFinding[];
  counts: { events: number; transfers: number; accounts: number; lots: number; blocks: number };
};

/** Blocks read at once while the chain is walked. */
const PAGE = 200;
const TIMEOUT_MS = 30 * 60_000;

/**
 * Proves the program's ledger from its rows, as of one instant: balances are what transfers and lots add up to,
 * transfer numbers have no gap, the chain of blocks verifies, totals agree, and each event is exactly one of
 * posted, dead and queued.
 * @throws Forbidden
 */
export async function verifyLedger(ctx: Ctx): Promise<LedgerReport> {
  requirePermission(ctx, "ledger:read");
  return db().$transaction(
    async (tx) => {
      const findings = [
        ...(await findInvariantBreaks(tx, ctx.programId)),
        ...(await walkChains(tx, ctx.programId)),
      ];
      return { isSound: findings.length === 0, findings, counts: await countLedger(tx, ctx.programId) };
    },
    { isolationLevel: "RepeatableRead", timeout: TIMEOUT_MS, maxWait: 10_000 },
  );
}

/** Recomputes the hash of every block from its transfers, lane by lane. */
async function walkChains(tx: Tx, programId: string): Promise<LedgerFinding[]> {
  const findings: LedgerFinding[] = [];
  for (const head of await listLaneHeads(tx, programId)) {
    const broken = await walkChain(tx, programId, head);
    if (broken !== null) findings.push({ check: "chain", where: `lane ${head.lane}`, detail: broken });
  }
  return findings;
}

type Head = { lane: number; nextTransfer: number; blockNo: number; headHash: Uint8Array };

/** @returns what is wrong with the lane's chain, or null */
async function walkChain(tx: Tx, programId: string, head: Head): Promise<string | null> {
  const { lane } = head;
  let previous: Uint8Array = Buffer.alloc(32);
  let nextTransfer = 1;
  let blockNo = 0;
  for (;;) {
    const blocks = await listBlocks(tx, programId, lane, blockNo, PAGE);
    const last = blocks.at(-1);
    if (last === undefined) break;
    const transfers = await listTransfers(tx, programId, lane, nextTransfer, last.lastTransfer);
    let offset = 0;
    for (const block of blocks) {
      blockNo += 1;
      if (block.blockNo !== blockNo) return `block ${blockNo} is missing`;
      if (!Buffer.from(block.previous).equals(previous))
        return `block ${blockNo} does not follow the one before it`;
      if (block.firstTransfer !== nextTransfer)
        return `block ${blockNo} does not start at transfer ${nextTransfer}`;
      const own = transfers.slice(offset, offset + block.lastTransfer - block.firstTransfer + 1);
      offset += own.length;
      if (own.some(({ postedAt }) => postedAt.getTime() !== block.postedAt.getTime())) {
        return `a transfer of block ${blockNo} was posted at another time than its block`;
      }
      const hash = blockHash(previous, { programId, lane, blockNo }, own, block.postedAt);
      if (!Buffer.from(block.hash).equals(hash))
        return `the transfers of block ${blockNo} are not those it sealed`;
      previous = hash;
      nextTransfer = block.lastTransfer + 1;
    }
  }
  if (blockNo !== head.blockNo || nextTransfer !== head.nextTransfer)
    return "the head does not stand at the last block";
  return Buffer.from(head.headHash).equals(previous) ? null : "the head's hash is not that of the last block";
}
