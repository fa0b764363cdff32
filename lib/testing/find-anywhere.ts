import { db, Prisma } from "@/lib/db";

/**
 * Every place in the database that has a text: in any column of any table, as text, in JSON or as bytes.
 * @returns `table: the row`, in the order of tables
 */
export async function findAnywhere(texts: readonly string[]): Promise<string[]> {
  const needles = texts.flatMap((text) => [text.toLowerCase(), Buffer.from(text).toString("hex")]);
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT c.relname::text AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`;
  const places: string[] = [];
  for (const { name } of tables) {
    const table = Prisma.raw(`"${name}"`);
    const rows = await db().$queryRaw<{ row: string }[]>`
      SELECT row::text AS row FROM (SELECT to_jsonb(t) AS row FROM ${table} AS t) AS found
      WHERE EXISTS (
        SELECT FROM unnest(${needles}::text[]) AS needle WHERE strpos(lower(row::text), needle) > 0)`;
    places.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return places;
}

/** Every table of the database with its columns that can hold words. */
export async function listWordColumns(): Promise<Map<string, string[]>> {
  const rows = await db().$queryRaw<{ table: string; columns: string[] }[]>`
    SELECT c.relname::text AS "table",
           coalesce(array_agg(a.attname::text ORDER BY a.attnum)
             FILTER (WHERE a.atttypid IN ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype, 'json'::regtype,
                                          'jsonb'::regtype, 'bytea'::regtype, 'text[]'::regtype, 'inet'::regtype)),
             '{}') AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    GROUP BY 1 ORDER BY 1`;
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

/** Every table with its columns of ids. */
export async function listIdColumns(): Promise<Map<string, string[]>> {
  const rows = await db().$queryRaw<{ table: string; columns: string[] }[]>`
    SELECT c.relname::text AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.atttypid = 'uuid'::regtype
    GROUP BY 1 ORDER BY 1`;
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}
