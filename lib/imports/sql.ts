import { Prisma, type Tx } from "@/lib/db";
import type { ImportState, RejectedLine, StagedItem, StagedLine } from "./schema";

export type ImportKey = { programId: string; importId: string };

/** What of an import its work depends on. */
export type ImportCheckpoint = {
  state: ImportState;
  leaseHolder: string | null;
  linesRead: bigint;
  bytesRead: bigint;
  baskets: bigint;
  basketsDone: bigint;
};

/**
 * Takes the import that has waited longest and that nobody works on, for `leaseSeconds`. The lease runs on the
 * database's clock, the one that all workers share.
 * @param only looks at this import alone
 * @returns its key, or null when there is nothing to do
 */
export async function claimImport(
  tx: Tx,
  holder: string,
  leaseSeconds: number,
  only: ImportKey | null,
): Promise<ImportKey | null> {
  const scope = only
    ? Prisma.sql`AND program_id = ${only.programId}::uuid AND import_id = ${only.importId}::uuid`
    : Prisma.empty;
  const rows = await tx.$queryRaw<ImportKey[]>`
    UPDATE import
    SET lease_holder = ${holder}::uuid, lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    WHERE (program_id, import_id) = (
      SELECT program_id, import_id FROM import
      WHERE (state IN ('staging', 'grouping', 'posting')
             OR (state IN ('done', 'cancelled') AND cleared_at IS NULL))
        AND (lease_until IS NULL OR lease_until < clock_timestamp() OR lease_holder = ${holder}::uuid) ${scope}
      ORDER BY lease_until NULLS FIRST, created_at, import_id
      LIMIT 1
      FOR UPDATE SKIP LOCKED)
    RETURNING program_id::text AS "programId", import_id::text AS "importId"`;
  return rows[0] ?? null;
}

/** Lets go of an import: others may take it at once, or in `afterSeconds`. */
export async function releaseImport(
  tx: Tx,
  { programId, importId }: ImportKey,
  holder: string,
  afterSeconds: number,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE import
    SET lease_holder = NULL, lease_until = clock_timestamp() + make_interval(secs => ${afterSeconds})
    WHERE program_id = ${programId}::uuid AND import_id = ${importId}::uuid AND lease_holder = ${holder}::uuid`;
}

/** Locks the import for one step of work and renews the lease of the one who works on it. */
export async function lockImport(
  tx: Tx,
  { programId, importId }: ImportKey,
  leaseSeconds: number,
): Promise<ImportCheckpoint | null> {
  const rows = await tx.$queryRaw<ImportCheckpoint[]>`
    UPDATE import SET lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    WHERE program_id = ${programId}::uuid AND import_id = ${importId}::uuid
    RETURNING state::text AS state, lease_holder::text AS "leaseHolder", lines_read AS "linesRead",
              bytes_read AS "bytesRead", baskets, baskets_done AS "basketsDone"`;
  return rows[0] ?? null;
}

export async function insertLines(tx: Tx, key: ImportKey, lines: readonly StagedLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO import_line (program_id, import_id, line_no, basket_key, member_key, occurred_at, item, content)
    SELECT ${key.programId}::uuid, ${key.importId}::uuid, line_no, basket_key, member_key, occurred_at,
           item::jsonb, content
    FROM unnest(
      ${lines.map((line) => line.lineNo)}::bigint[], ${lines.map((line) => line.basketKey)}::text[],
      ${lines.map((line) => line.memberKey)}::text[],
      ${lines.map((line) => line.occurredAt.toISOString())}::timestamptz[],
      ${lines.map((line) => JSON.stringify(line.item))}::text[], ${lines.map((line) => line.content)}::text[]
    ) AS line (line_no, basket_key, member_key, occurred_at, item, content)`;
}

export async function insertRejects(tx: Tx, key: ImportKey, rejects: readonly RejectedLine[]): Promise<void> {
  if (rejects.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO import_reject (program_id, import_id, line_no, basket_key, code, reason, content)
    SELECT ${key.programId}::uuid, ${key.importId}::uuid, line_no, basket_key, code, reason, content
    FROM unnest(
      ${rejects.map((reject) => reject.lineNo)}::bigint[], ${rejects.map((reject) => reject.basketKey)}::text[],
      ${rejects.map((reject) => reject.code)}::text[], ${rejects.map((reject) => reject.reason)}::text[],
      ${rejects.map((reject) => reject.content)}::text[]
    ) AS reject (line_no, basket_key, code, reason, content)`;
}

/** Moves the staged lines of certain baskets to the report. `baskets`: a query of basket keys. */
async function rejectBaskets(
  tx: Tx,
  { programId, importId }: ImportKey,
  baskets: Prisma.Sql,
  code: string,
  reason: string,
): Promise<void> {
  await tx.$executeRaw`
    WITH refused AS (
      DELETE FROM import_line
      WHERE program_id = ${programId}::uuid AND import_id = ${importId}::uuid AND basket_key IN (${baskets})
      RETURNING line_no, basket_key, content
    )
    INSERT INTO import_reject (program_id, import_id, line_no, basket_key, code, reason, content)
    SELECT ${programId}::uuid, ${importId}::uuid, line_no, basket_key, ${code}, ${reason}, content FROM refused`;
}

/**
 * Puts lines together to baskets, refuses those that are no baskets, and numbers the rest by their earliest
 * line, then by their key. Returns how many there are.
 */
export async function numberBaskets(tx: Tx, key: ImportKey, maxLines: number): Promise<bigint> {
  const { programId, importId } = key;
  const ofImport = Prisma.sql`program_id = ${programId}::uuid AND import_id = ${importId}::uuid`;
  // Statistics of a table that was empty a minute ago would pick plans for an empty table.
  await tx.$executeRaw`ANALYZE import_line`;
  await rejectBaskets(
    tx,
    key,
    Prisma.sql`SELECT basket_key FROM import_reject WHERE ${ofImport} AND basket_key IS NOT NULL`,
    "basket_incomplete",
    "Another line of this basket was rejected. A basket goes in whole or not at all.",
  );
  await rejectBaskets(
    tx,
    key,
    Prisma.sql`SELECT basket_key FROM import_line WHERE ${ofImport}
               GROUP BY basket_key HAVING min(member_key) <> max(member_key)`,
    "several_members",
    "Lines of this basket name different members.",
  );
  await rejectBaskets(
    tx,
    key,
    Prisma.sql`SELECT basket_key FROM import_line WHERE ${ofImport}
               GROUP BY basket_key HAVING count(*) > ${maxLines}`,
    "too_many_lines",
    `A basket has at most ${maxLines} lines.`,
  );
  const numbered = await tx.$executeRaw`
    INSERT INTO import_basket (program_id, import_id, basket_no, basket_key)
    SELECT ${programId}::uuid, ${importId}::uuid,
           row_number() OVER (ORDER BY min(occurred_at), basket_key COLLATE "C"), basket_key
    FROM import_line WHERE ${ofImport}
    GROUP BY basket_key`;
  await tx.$executeRaw`
    UPDATE import SET state = 'posting', baskets = ${numbered},
      lines_rejected = (SELECT count(*) FROM import_reject WHERE ${ofImport}), attempts = 0
    WHERE ${ofImport}`;
  return BigInt(numbered);
}

export type TakenLine = {
  basketNo: bigint;
  basketKey: string;
  memberKey: string;
  lineNo: bigint;
  occurredAt: Date;
  item: StagedItem;
  content: string;
};

/** Takes the next baskets out of the staged ones, with their lines, in order of baskets and then of lines. */
export async function takeBaskets(
  tx: Tx,
  { programId, importId }: ImportKey,
  after: bigint,
  count: number,
): Promise<TakenLine[]> {
  const last = after + BigInt(count);
  return tx.$queryRaw<TakenLine[]>`
    WITH basket AS (
      DELETE FROM import_basket
      WHERE program_id = ${programId}::uuid AND import_id = ${importId}::uuid
        AND basket_no > ${after} AND basket_no <= ${last}
      RETURNING basket_no, basket_key
    ), line AS (
      DELETE FROM import_line USING basket
      WHERE program_id = ${programId}::uuid AND import_id = ${importId}::uuid
        AND import_line.basket_key = basket.basket_key
      RETURNING basket.basket_no, import_line.*
    )
    SELECT basket_no AS "basketNo", basket_key AS "basketKey", member_key AS "memberKey", line_no AS "lineNo",
           occurred_at AS "occurredAt", item, content
    FROM line ORDER BY basket_no, line_no`;
}

/** Removes some of what is staged. Returns how many rows went; 0 when nothing is left. */
export async function deleteStaged(
  tx: Tx,
  { programId, importId }: ImportKey,
  limit: number,
): Promise<number> {
  const lines = await tx.$executeRaw`
    DELETE FROM import_line WHERE (program_id, import_id, line_no) IN (
      SELECT program_id, import_id, line_no FROM import_line
      WHERE program_id = ${programId}::uuid AND import_id = ${importId}::uuid LIMIT ${limit})`;
  const baskets = await tx.$executeRaw`
    DELETE FROM import_basket WHERE (program_id, import_id, basket_no) IN (
      SELECT program_id, import_id, basket_no FROM import_basket
      WHERE program_id = ${programId}::uuid AND import_id = ${importId}::uuid LIMIT ${limit})`;
  return lines + baskets;
}
