import { Prisma, type Tx } from "@/lib/db";
import { type LedgerCheck, type LedgerFinding, MAX_FINDINGS } from "./schema";
import { balanceChecks } from "./verify-balances-sql";
import { recordChecks } from "./verify-records-sql";
import { recountChecks } from "./verify-recounts-sql";

/** Every check that is a query, by its name, in the order of running. */
export function listChecks(programId: string): [Exclude<LedgerCheck, "chain" | "anchor">, Prisma.Sql][] {
  const program = Prisma.sql`${programId}::uuid`;
  const checks = { ...balanceChecks(program), ...recordChecks(program), ...recountChecks(program) };
  return Object.entries(checks) as [keyof typeof checks, Prisma.Sql][];
}

/**
 * Lets this transaction's queries meet whole tables: a nested loop, chosen on stale statistics, would take the
 * square of their size, and more memory keeps sorts and joins off the disk.
 */
export async function prepareForWholeTables(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    SELECT set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true),
           set_config('jit', 'off', true)`;
}

/** Runs one check. @returns how many places break it, and the first of them */
export async function findBreaks(
  tx: Tx,
  check: LedgerCheck,
  query: Prisma.Sql,
): Promise<{ found: number; findings: LedgerFinding[] }> {
  const rows = await tx.$queryRaw<{ where: string; detail: string; found: bigint }[]>`
    SELECT "where", detail, count(*) OVER () AS found FROM (${query}) AS broken LIMIT ${MAX_FINDINGS}`;
  return {
    found: Number(rows[0]?.found ?? 0),
    findings: rows.map(({ where, detail }) => ({ check, where, detail })),
  };
}

export type LedgerCounts = {
  events: number;
  entries: number;
  transfers: number;
  accounts: number;
  lots: number;
  blocks: number;
};

export async function countLedger(tx: Tx, programId: string): Promise<LedgerCounts> {
  const [row] = await tx.$queryRaw<[Record<keyof LedgerCounts, bigint>]>`
    SELECT (SELECT count(*) FROM event WHERE program_id = ${programId}::uuid) AS events,
           (SELECT count(*) FROM decision WHERE program_id = ${programId}::uuid) AS entries,
           (SELECT count(*) FROM transfer WHERE program_id = ${programId}::uuid) AS transfers,
           (SELECT count(*) FROM account WHERE program_id = ${programId}::uuid) AS accounts,
           (SELECT count(*) FROM lot WHERE program_id = ${programId}::uuid) AS lots,
           (SELECT count(*) FROM block WHERE program_id = ${programId}::uuid) AS blocks`;
  const { events, entries, transfers, accounts, lots, blocks } = row;
  return {
    events: Number(events),
    entries: Number(entries),
    transfers: Number(transfers),
    accounts: Number(accounts),
    lots: Number(lots),
    blocks: Number(blocks),
  };
}
