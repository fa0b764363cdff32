import { Prisma, type Tx } from "@/lib/db";
import type { MemberTable } from "./personal-data";
import { isAbout, named } from "./subject-sql";

/**
 * Some of the rows that a table has of a member, as JSON with the columns' names in camel case.
 * @param offset rows that were read before
 */
export async function readExportedRows(
  tx: Tx,
  programId: string,
  memberId: string,
  source: Pick<MemberTable, "of"> & { table: string; columns: readonly string[] },
  { offset, limit }: { offset: number; limit: number },
): Promise<Record<string, unknown>[]> {
  const { table, columns } = source;
  const chosen = columns.map(
    (column) => Prisma.sql`${named(table)}.${named(column)} AS ${named(inCamelCase(column))}`,
  );
  const rows = await tx.$queryRaw<{ row: Record<string, unknown> }[]>`
    SELECT to_jsonb(own) AS row FROM (
      SELECT ${Prisma.join(chosen)} FROM ${named(table)}
      WHERE ${isAbout(source, programId, memberId)}
      ORDER BY ${named(table)}.${named(columns[0] ?? "ctid")}, ${named(table)}.ctid
      LIMIT ${limit} OFFSET ${offset}
    ) AS own`;
  return rows.map(({ row }) => row);
}

export function inCamelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
