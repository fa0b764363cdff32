/**
 * Rows that came column by column, each column as one JSON array (`json_agg`): for reads of a thousand rows, of which
 * the driver would otherwise take every value apart by itself. Columns of no rows are null.
 */
export type Columns<Row> = { [Name in keyof Row]: Row[Name][] | null };

/** The rows of such a read. @param columns its one row, whose columns are all of one length */
export function rowsOf<Row extends object>(columns: Columns<Row> | undefined): Row[] {
  const rows: Row[] = [];
  for (const name in columns) {
    const values = columns[name];
    if (values === null || values === undefined) return [];
    for (let index = 0; index < values.length; index += 1) {
      const row = rows[index] ?? ({} as Row);
      row[name] = values[index] as Row[typeof name];
      rows[index] = row;
    }
  }
  return rows;
}
