import type { Column } from "./binary-rows";
import type { SqlTx } from "./driver";
import { Prisma } from "./generated/client";

/**
 * Adds rows to a table: by COPY where the transaction runs on the driver, which costs the database about half, and
 * by INSERT elsewhere. Constraints and triggers hold on both roads.
 */
export async function insertRows<Row>(
  tx: SqlTx,
  table: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  if (tx.copyRows !== undefined) return tx.copyRows(table, columns, rows);
  const arrays = columns.map(({ type, of }) => {
    const values = rows.map((row, index) => of(row, index));
    return Prisma.sql`${values}::${Prisma.raw(type)}[]`;
  });
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(`${table} (${columns.map(({ name }) => name).join(", ")})`)}
    SELECT * FROM unnest(${Prisma.join(arrays)})`;
}
