import type { Tx } from "@/lib/db";
import { blockHash } from "./chain";
import { type LaneHead, listBlocks, listTransfers, type SealedTransfer, type StoredBlock } from "./chain-sql";
import type { LedgerFinding } from "./schema";

/** Most blocks, and about as many transfers, in memory at once. */
const MAX_BLOCKS = 200;
const MAX_TRANSFERS = 10_000;

/**
 * Recomputes the hash of every block of a lane from its transfers, and names each block that is not what it was.
 * @param onBlocks told how many blocks have been walked, page by page
 */
export async function walkChain(
  tx: Tx,
  programId: string,
  head: LaneHead,
  onBlocks: (walked: number) => Promise<void>,
): Promise<LedgerFinding[]> {
  const walk = new ChainWalk(programId, head.lane);
  for (;;) {
    const blocks = await listBlocks(tx, programId, head.lane, walk.blockNo, MAX_BLOCKS);
    if (blocks.length === 0) break;
    for (const page of pagesOf(blocks)) {
      const first = page[0]?.firstTransfer ?? 0;
      const last = page.at(-1)?.lastTransfer ?? 0;
      const transfers = await listTransfers(tx, programId, head.lane, first, last);
      for (const block of page) walk.meet(block, transfers);
    }
    await onBlocks(blocks.length);
  }
  walk.end(head);
  return walk.findings;
}

/** Cuts a stretch of blocks so that no part has many more transfers than memory is meant for. */
function pagesOf(blocks: readonly StoredBlock[]): StoredBlock[][] {
  const pages: StoredBlock[][] = [];
  let room = 0;
  for (const block of blocks) {
    const size = block.lastTransfer - block.firstTransfer + 1;
    const page = pages.at(-1);
    if (page === undefined || size > room) {
      pages.push([block]);
      room = MAX_TRANSFERS;
    } else page.push(block);
    room -= size;
  }
  return pages;
}

/** One lane's chain on the way from its first block to its last. What is broken is noted, and the walk goes on. */
class ChainWalk {
  readonly findings: LedgerFinding[] = [];
  blockNo = 0;
  readonly #programId: string;
  readonly #lane: number;
  #previous: Uint8Array = Buffer.alloc(32);
  #nextTransfer = 1;

  constructor(programId: string, lane: number) {
    this.#programId = programId;
    this.#lane = lane;
  }

  meet(block: StoredBlock, page: readonly SealedTransfer[]): void {
    const { blockNo, firstTransfer, lastTransfer } = block;
    if (blockNo !== this.blockNo + 1) this.#note(this.blockNo + 1, "is missing");
    else if (!equal(block.previous, this.#previous)) this.#note(blockNo, "does not follow the one before it");
    if (firstTransfer !== this.#nextTransfer) {
      this.#note(blockNo, `starts at transfer ${firstTransfer}, not at ${this.#nextTransfer}`);
    }
    const own = page.filter(({ transferNo }) => transferNo >= firstTransfer && transferNo <= lastTransfer);
    const place = { programId: this.#programId, lane: this.#lane, blockNo };
    if (own.some(({ postedAt }) => postedAt.getTime() !== block.postedAt.getTime())) {
      this.#note(blockNo, "has a transfer that was posted at another time than the block");
    } else if (!equal(block.hash, blockHash(block.previous, place, own, block.postedAt))) {
      this.#note(blockNo, `does not seal the transfers ${firstTransfer} to ${lastTransfer} as they are`);
    }
    this.blockNo = blockNo;
    this.#previous = block.hash;
    this.#nextTransfer = lastTransfer + 1;
  }

  end(head: LaneHead): void {
    if (head.blockNo !== this.blockNo || head.nextTransfer !== this.#nextTransfer) {
      this.#note(head.blockNo, `is where the lane stands, but its last block is ${this.blockNo}`);
    } else if (!equal(head.headHash, this.#previous)) {
      this.#note(head.blockNo, "has another hash than the lane says");
    }
  }

  #note(blockNo: number, detail: string): void {
    this.findings.push({
      check: "chain",
      where: `lane ${this.#lane} block ${blockNo}`,
      detail: `the block ${detail}`,
    });
  }
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
