import { Prisma, type Tx } from "@/lib/db";
import type { Transfer } from "./ledger-plan";
import type { MovementKind } from "./posting";

export type LedgerFinding = {
  /** Which invariant. */
  check: string;
  /** The account, lot, lane or event. */
  where: string;
  detail: string;
};

/** Rows of one kind that are reported; the first is reason enough to look. */
const MAX_FINDINGS = 20;

/** Invariants as queries that return a row (where, detail) for every place that breaks them. */
function invariants(programId: string): Record<string, Prisma.Sql> {
  const program = Prisma.sql`${programId}::uuid`;
  return {
    balance: Prisma.sql`
      SELECT account_id::text AS "where",
             format('%s account holds %s, its transfers add up to %s', kind, balance, moved.total) AS detail
      FROM account
      LEFT JOIN (
        SELECT account_id, sum(amount) AS total FROM (
          SELECT credit_account AS account_id, amount FROM transfer WHERE program_id = ${program}
          UNION ALL
          SELECT debit_account, -amount FROM transfer WHERE program_id = ${program}
        ) AS entry GROUP BY account_id
      ) AS moved USING (account_id)
      WHERE program_id = ${program} AND balance <> coalesce(moved.total, 0)`,
    lots: Prisma.sql`
      SELECT account_id::text AS "where",
             format('account holds %s, its lots hold %s', balance, coalesce(held.total, 0)) AS detail
      FROM account
      LEFT JOIN (
        SELECT account_id, sum(remaining) AS total FROM lot WHERE program_id = ${program} GROUP BY account_id
      ) AS held USING (account_id)
      WHERE program_id = ${program} AND kind IN ('available', 'pending') AND balance <> coalesce(held.total, 0)`,
    lot: Prisma.sql`
      SELECT format('account %s lot %s', lot.account_id, lot.lot_no) AS "where",
             format('granted %s and remaining %s, its transfers gave %s and left %s',
                    lot.granted, lot.remaining, moved.given, moved.rest) AS detail
      FROM lot
      JOIN account AS own ON own.program_id = ${program} AND own.account_id = lot.account_id
      LEFT JOIN (
        SELECT lane, lot_no, max(amount) FILTER (WHERE lot_no = transfer_no) AS given,
               sum(CASE WHEN transfer.kind = 'activate' THEN 0 WHEN credit.party = member_id THEN amount ELSE -amount END) AS rest
        FROM transfer
        JOIN account AS credit ON credit.program_id = ${program} AND credit.account_id = credit_account
        WHERE transfer.program_id = ${program} AND lot_no IS NOT NULL
        GROUP BY lane, lot_no
      ) AS moved ON moved.lane = lot.lane AND moved.lot_no = lot.lot_no
      WHERE lot.program_id = ${program}
        AND (moved.given IS DISTINCT FROM lot.granted OR moved.rest IS DISTINCT FROM lot.remaining)`,
    balance_after: Prisma.sql`
      SELECT format('lane %s transfer %s', lane, transfer_no) AS "where",
             format('says %s, the sum so far is %s', balance_after, running) AS detail
      FROM (
        SELECT lane, transfer_no, balance_after,
               sum(CASE WHEN credit.kind = 'available' THEN amount WHEN debit.kind = 'available' THEN -amount
                   ELSE 0 END) OVER (PARTITION BY member_id, transfer.point_type_no ORDER BY transfer_no) AS running
        FROM transfer
        JOIN account AS credit ON credit.program_id = ${program} AND credit.account_id = credit_account
        JOIN account AS debit ON debit.program_id = ${program} AND debit.account_id = debit_account
        WHERE transfer.program_id = ${program}
      ) AS statement
      WHERE balance_after <> running`,
    numbers: Prisma.sql`
      SELECT 'lane ' || lane.lane AS "where",
             format('next transfer is %s, there are %s and the last is %s', next_transfer, total, last) AS detail
      FROM lane
      LEFT JOIN (
        SELECT lane, count(*) AS total, max(transfer_no) AS last
        FROM transfer WHERE program_id = ${program} GROUP BY lane
      ) AS numbered ON numbered.lane = lane.lane
      WHERE program_id = ${program}
        AND (next_transfer - 1 <> coalesce(total, 0) OR next_transfer - 1 <> coalesce(last, 0))`,
    events: Prisma.sql`
      SELECT event.event_id::text AS "where",
             format('is in %s of posted, dead and queued', counted.places) AS detail
      FROM event
      CROSS JOIN LATERAL (
        SELECT (SELECT count(*) FROM decision WHERE program_id = ${program} AND cause_id = event.event_id)
             + (SELECT count(*) FROM dead_letter WHERE program_id = ${program} AND event_id = event.event_id)
             + (SELECT count(*) FROM queue JOIN member ON member.program_id = ${program}
                  AND member.member_id = event.member_id
                WHERE queue.program_id = ${program} AND queue.lane = member.lane
                  AND queue.event_id = event.event_id) AS places
      ) AS counted
      WHERE event.program_id = ${program} AND counted.places <> 1`,
    decisions: Prisma.sql`
      SELECT format('%s %s', decision.kind, decision.cause_id) AS "where",
             format('decided %s points in %s transfers, %s transfers moved %s', decision.points,
                    decision.transfers, coalesce(moved.count, 0), coalesce(moved.total, 0)) AS detail
      FROM decision
      LEFT JOIN (
        SELECT cause_id, count(*) AS count,
               sum(CASE WHEN transfer.kind = 'activate' OR transfer.point_type_no <> 1 THEN 0
                        WHEN credit.party = transfer.member_id THEN amount ELSE -amount END) AS total
        FROM transfer
        JOIN account AS credit ON credit.program_id = ${program} AND credit.account_id = credit_account
        WHERE transfer.program_id = ${program} GROUP BY cause_id
      ) AS moved ON moved.cause_id = decision.cause_id
      WHERE decision.program_id = ${program}
        AND (decision.points, decision.transfers) <> (coalesce(moved.total, 0), coalesce(moved.count, 0))`,
    entries: Prisma.sql`
      SELECT 'lane ' || lane.lane AS "where",
             format('next entry is %s, there are %s and the last is %s', next_entry, total, last) AS detail
      FROM lane
      LEFT JOIN (
        SELECT lane, count(*) AS total, max(entry_no) AS last
        FROM decision WHERE program_id = ${program} GROUP BY lane
      ) AS numbered ON numbered.lane = lane.lane
      WHERE program_id = ${program}
        AND (next_entry - 1 <> coalesce(total, 0) OR next_entry - 1 <> coalesce(last, 0))`,
    totals: Prisma.sql`
      SELECT 'day totals' AS "where",
             format('%s events, %s issued, %s returned; the ledger says %s, %s, %s',
                    days.events, days.issued, days.returned, real.events, real.issued, real.returned) AS detail
      FROM (
        SELECT coalesce(sum(events), 0) AS events, coalesce(sum(issued), 0) AS issued,
               coalesce(sum(returned), 0) AS returned
        FROM day_total WHERE program_id = ${program}
      ) AS days, (
        SELECT (SELECT count(*) FROM decision WHERE program_id = ${program}
                  AND kind IN ('purchase', 'return', 'custom')) AS events,
               coalesce(-sum(balance) FILTER (WHERE kind = 'issued'), 0) AS issued,
               coalesce(sum(balance) FILTER (WHERE kind = 'returned'), 0) AS returned
        FROM account WHERE program_id = ${program} AND point_type_no = 1
      ) AS real
      WHERE (days.events, days.issued, days.returned) <> (real.events, real.issued, real.returned)`,
  };
}

export async function findInvariantBreaks(tx: Tx, programId: string): Promise<LedgerFinding[]> {
  const findings: LedgerFinding[] = [];
  // Each query meets whole tables: a nested loop, chosen on stale statistics, would take the square of their size.
  await tx.$executeRaw`SELECT set_config('enable_nestloop', 'off', true)`;
  for (const [check, query] of Object.entries(invariants(programId))) {
    const rows = await tx.$queryRaw<{ where: string; detail: string }[]>`${query} LIMIT ${MAX_FINDINGS}`;
    findings.push(...rows.map((row) => ({ check, ...row })));
  }
  return findings;
}

export async function countLedger(
  tx: Tx,
  programId: string,
): Promise<{ events: number; transfers: number; accounts: number; lots: number; blocks: number }> {
  const where = { programId };
  const [events, transfers, accounts, lots, blocks] = [
    await tx.event.count({ where }),
    await tx.transfer.count({ where }),
    await tx.account.count({ where }),
    await tx.lot.count({ where: { programId } }),
    await tx.block.count({ where }),
  ];
  return { events, transfers, accounts, lots, blocks };
}

export async function listLaneHeads(tx: Tx, programId: string) {
  const rows = await tx.lane.findMany({ where: { programId }, orderBy: { lane: "asc" } });
  return rows.map(({ lane, nextTransfer, blockNo, headHash }) => ({
    lane,
    nextTransfer: Number(nextTransfer),
    blockNo: Number(blockNo),
    headHash,
  }));
}

export async function listBlocks(tx: Tx, programId: string, lane: number, after: number, limit: number) {
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

/** Transfers of a lane from one number to another, as they were sealed. */
export async function listTransfers(
  tx: Tx,
  programId: string,
  lane: number,
  first: number,
  last: number,
): Promise<(Transfer & { postedAt: Date })[]> {
  const rows = await tx.transfer.findMany({
    where: { programId, lane, transferNo: { gte: first, lte: last } },
    orderBy: { transferNo: "asc" },
  });
  return rows.map((row) => ({
    ...row,
    transferNo: Number(row.transferNo),
    amount: Number(row.amount),
    kind: row.kind as MovementKind,
    lotNo: row.lotNo === null ? null : Number(row.lotNo),
    balanceAfter: Number(row.balanceAfter),
  }));
}
