import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Tables that belong to no program: companies, their people, and what holds the installation together. */
const GLOBAL_TABLES = [
  "_prisma_migrations",
  "app_user",
  "invitation",
  "organization",
  "organization_audit",
  "organization_user",
  "rate_limit",
  "user_identity",
];

/** What finds the program cannot start with it, and companies live outside of programs. */
const EXCEPTIONS = [
  "program_slug_key",
  "program_organization_id_fkey",
  "program_participant_organization_id_fkey",
];

const client = new Client({ connectionString: process.env.DATABASE_URL });

beforeAll(() => client.connect());
afterAll(() => client.end());

async function tablesWithoutProgram(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'program_id' AND a.attnotnull)
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Primary, unique and foreign keys of programs' tables whose first column is another than program_id. */
async function keysThatLeadElsewhere(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT i.relname AS name FROM pg_index x
     JOIN pg_class t ON t.oid = x.indrelid AND t.relnamespace = 'public'::regnamespace
     JOIN pg_class i ON i.oid = x.indexrelid
     LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
     WHERE x.indisunique AND t.relname <> ALL ($1) AND a.attname IS DISTINCT FROM 'program_id'
     UNION ALL
     SELECT f.conname FROM pg_constraint f
     JOIN pg_class t ON t.oid = f.conrelid AND t.relnamespace = 'public'::regnamespace
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = f.conkey[1]
     WHERE f.contype = 'f' AND t.relname <> ALL ($1) AND a.attname <> 'program_id'
     ORDER BY 1`,
    [GLOBAL_TABLES],
  );
  return rows.map(({ name }) => name).filter((name) => !EXCEPTIONS.includes(name));
}

describe("program_id leads every key of a program's table", () => {
  it("and every table is a program's, or listed as global", async () => {
    expect(await tablesWithoutProgram()).toEqual(GLOBAL_TABLES);
  });

  it("without exception but those listed", async () => {
    expect(await keysThatLeadElsewhere()).toEqual([]);
  });

  it("or this test would tell", async () => {
    await client.query("BEGIN");
    await client.query(`
      CREATE TABLE coupon (
        program_id uuid NOT NULL REFERENCES program, coupon_id uuid PRIMARY KEY, code text UNIQUE,
        owner_id uuid REFERENCES app_user
      )`);
    const found = await keysThatLeadElsewhere();
    await client.query("CREATE TABLE shop (shop_id uuid PRIMARY KEY)");
    const homeless = await tablesWithoutProgram();
    await client.query("ROLLBACK");
    expect(found).toEqual(["coupon_code_key", "coupon_owner_id_fkey", "coupon_pkey"]);
    expect(homeless).toContain("shop");
  });
});
