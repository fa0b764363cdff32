import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { toTypeId } from "@/lib/core/ids";
import { db, type Tx } from "@/lib/db";
import { type LaneHead, listLaneHeads, readBlockHash } from "./chain-sql";
import { type ChainHead, type LedgerCheck, type LedgerFinding, MAX_FINDINGS } from "./schema";
import { walkChain } from "./verify-chain";
import { countLedger, findBreaks, type LedgerCounts, listChecks, prepareForWholeTables } from "./verify-sql";

export type LedgerReport = {
  isSound: boolean;
  /** What does not hold and where; at most `MAX_FINDINGS` of each check. */
  findings: LedgerFinding[];
  /** How many places break a check, of those that are broken at all. */
  broken: Partial<Record<LedgerCheck, number>>;
  counts: LedgerCounts;
  /** The end of each lane's chain, as of the instant that was looked at. */
  heads: ChainHead[];
};

export type VerifyProgress = { checksDone: number; checks: number; blocksWalked: number; blocks: number };

/** A check of something beside the ledger that follows from the same events. */
export type MoreCheck = {
  check: LedgerCheck;
  /** @returns how many places break it, and the first `most` of them */
  find: (
    tx: Tx,
    programId: string,
    most: number,
  ) => Promise<{ found: number; findings: Omit<LedgerFinding, "check">[] }>;
};

type VerifyOptions = {
  /** What other domains keep beside the ledger. */
  more?: readonly MoreCheck[];
  /** Called after each check and each page of blocks; what it throws ends the run. */
  onProgress?: (progress: VerifyProgress) => void | Promise<void>;
  /** Heads that were kept elsewhere: the chains must still contain them. Those of other programs are passed over. */
  against?: readonly ChainHead[];
};

const TIMEOUT_MS = 4 * 60 * 60_000;

/**
 * Proves the program's ledger from its rows: balances, lots, holds and counters are what the transfers say, no record
 * is missing or twice there, each event is exactly one of posted, dead and queued, and every block of the chain seals
 * the transfers that it was made of.
 *
 * It looks at one instant (REPEATABLE READ), takes no locks and holds little in memory, so the program goes on
 * meanwhile. What it costs: some twenty passes over the program's transfers and entries, and for as long as it runs,
 * PostgreSQL keeps the old versions of the rows that posting updates. In a transaction of the caller's it sees what
 * that one sees.
 * @throws Forbidden
 */
export async function verifyLedger(ctx: Ctx, options: VerifyOptions = {}): Promise<LedgerReport> {
  requirePermission(ctx, "ledger:read");
  if (ctx.tx) return verifyIn(ctx.tx, ctx, options);
  return db().$transaction((tx) => verifyIn(tx, ctx, options), {
    isolationLevel: "RepeatableRead",
    timeout: TIMEOUT_MS,
    maxWait: 10_000,
  });
}

async function verifyIn(
  tx: Tx,
  ctx: Ctx,
  { onProgress, against = [], more = [] }: VerifyOptions,
): Promise<LedgerReport> {
  await prepareForWholeTables(tx);
  const queries = listChecks(ctx.programId);
  // The chain and the kept heads come last.
  const run = new VerifyRun(tx, ctx, queries.length + more.length + 2, onProgress);
  await run.countBlocks();
  for (const [check, query] of queries) {
    const { found, findings } = await findBreaks(tx, check, query);
    await run.endCheck(check, found, findings);
  }
  for (const { check, find } of more) {
    const { found, findings } = await find(tx, ctx.programId, MAX_FINDINGS);
    await run.endCheck(
      check,
      found,
      findings.map((finding) => ({ check, ...finding })),
    );
  }
  await run.walkChains();
  await run.compareAnchors(against);
  return run.report();
}

class VerifyRun {
  readonly #tx: Tx;
  readonly #ctx: Ctx;
  readonly #onProgress: VerifyOptions["onProgress"];
  readonly #findings: LedgerFinding[] = [];
  readonly #broken: LedgerReport["broken"] = {};
  #heads: LaneHead[] = [];
  #progress: VerifyProgress;

  constructor(tx: Tx, ctx: Ctx, checks: number, onProgress: VerifyOptions["onProgress"]) {
    this.#progress = { checksDone: 0, checks, blocksWalked: 0, blocks: 0 };
    this.#tx = tx;
    this.#ctx = ctx;
    this.#onProgress = onProgress;
  }

  async countBlocks(): Promise<void> {
    this.#heads = await listLaneHeads(this.#tx, this.#ctx.programId);
    const blocks = this.#heads.reduce((sum, { blockNo }) => sum + blockNo, 0);
    await this.#advance({ blocks });
  }

  async endCheck(check: LedgerCheck, found: number, findings: readonly LedgerFinding[]): Promise<void> {
    if (found > 0) this.#broken[check] = found;
    this.#findings.push(...findings.slice(0, MAX_FINDINGS));
    await this.#advance({ checksDone: this.#progress.checksDone + 1 });
  }

  async walkChains(): Promise<void> {
    const findings: LedgerFinding[] = [];
    for (const head of this.#heads) {
      const onBlocks = (walked: number) =>
        this.#advance({ blocksWalked: this.#progress.blocksWalked + walked });
      findings.push(...(await walkChain(this.#tx, this.#ctx.programId, head, onBlocks)));
    }
    await this.endCheck("chain", findings.length, findings);
  }

  /** Looks up the blocks that were kept elsewhere. */
  async compareAnchors(anchors: readonly ChainHead[]): Promise<void> {
    const { programId } = this.#ctx;
    const program = toTypeId("prog", programId);
    const findings: LedgerFinding[] = [];
    for (const { lane, block, hash, at } of anchors.filter((anchor) => anchor.program === program)) {
      if (block === 0) continue;
      const stored = await readBlockHash(this.#tx, programId, lane, block);
      if (stored === hash) continue;
      const detail =
        stored === null
          ? "the block is gone"
          : `the block has the hash ${stored.slice(0, 16)}…, not ${hash.slice(0, 16)}…`;
      findings.push({
        check: "anchor",
        where: `lane ${lane} block ${block}`,
        detail: `${detail}; it was kept at ${at}`,
      });
    }
    await this.endCheck("anchor", findings.length, findings);
  }

  async report(): Promise<LedgerReport> {
    return {
      isSound: Object.keys(this.#broken).length === 0,
      findings: this.#findings,
      broken: this.#broken,
      counts: await countLedger(this.#tx, this.#ctx.programId),
      heads: this.#heads.map((head) => headOf(this.#ctx, head)),
    };
  }

  async #advance(change: Partial<VerifyProgress>): Promise<void> {
    this.#progress = { ...this.#progress, ...change };
    await this.#onProgress?.(this.#progress);
  }
}

/**
 * Where each lane's chain ends now, to be kept somewhere else.
 * @throws Forbidden
 */
export async function readChainHeads(ctx: Ctx): Promise<ChainHead[]> {
  requirePermission(ctx, "ledger:read");
  const heads = await listLaneHeads(ctx.tx ?? db(), ctx.programId);
  return heads.map((head) => headOf(ctx, head));
}

function headOf({ programId, clock }: Ctx, { lane, blockNo, headHash }: LaneHead): ChainHead {
  return {
    program: toTypeId("prog", programId),
    lane,
    block: blockNo,
    hash: Buffer.from(headHash).toString("hex"),
    at: clock.now().toISOString(),
  };
}
