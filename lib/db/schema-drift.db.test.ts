import { randomBytes } from "node:crypto";
import { Client, Pool } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { loadSchemaEngine, readSchemaFiles } from "./schema-engine";

/** A database made from prisma/schema alone, beside the one that the migrations made. */
const name = `modelled_${randomBytes(6).toString("hex")}`;
const serverUrl = inject("testServerUrl");

beforeAll(async () => {
  await run(serverUrl, `CREATE DATABASE ${name}`);
  await run(modelledUrl(), await statementsOf("prisma/schema"));
});
afterAll(() => run(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`));

function modelledUrl(): string {
  return serverUrl.replace(/\/postgres$/, `/${name}`);
}

async function statementsOf(folder: string): Promise<string> {
  const pool = new Pool({ connectionString: modelledUrl(), max: 1 });
  try {
    const engine = await loadSchemaEngine(pool);
    const { stdout } = await engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files: await readSchemaFiles(folder) },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? "";
  } finally {
    await pool.end();
  }
}

async function run<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/**
 * What the client relies on: columns with their types and defaults, and the keys that rows are found by. Keys of a
 * part of the rows are not among them: the model cannot say them.
 */
async function shapeOf(url: string): Promise<string[]> {
  const rows = await run<{ line: string }>(
    url,
    `SELECT format('%s.%s %s%s%s', table_name, column_name, udt_name,
                   CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END,
                   coalesce(' default ' || column_default, '')) AS line
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_prisma%'
     UNION ALL
     SELECT format('%s key (%s)', t.relname, (
       SELECT string_agg(a.attname, ', ' ORDER BY k.place)
       FROM unnest(x.indkey) WITH ORDINALITY AS k (attnum, place)
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum))
     FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid AND t.relnamespace = 'public'::regnamespace
     WHERE x.indisunique AND x.indpred IS NULL AND t.relname NOT LIKE '\\_prisma%'
     UNION ALL
     SELECT format('%s value %s', t.typname, e.enumlabel) FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
     ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}

test("the migrations make what the data model says", async () => {
  const url = process.env.DATABASE_URL;
  if (url === undefined) throw new Error("the test database has no address");
  expect(await shapeOf(url)).toEqual(await shapeOf(modelledUrl()));
});
