import { randomBytes } from "node:crypto";
import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { migrate } from "./migrate";

const serverUrl = inject("testServerUrl");
const leftOver: string[] = [];

let folder: string;
let url: string;

async function query<T extends object>(connectionString: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function addMigration(name: string, script: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, "migration.sql"), script);
}

const tables = async () =>
  (
    await query<{ name: string }>(
      url,
      "select tablename as name from pg_tables where schemaname = 'public' order by 1",
    )
  ).map(({ name }) => name);

beforeEach(async () => {
  const name = `migrate_${randomBytes(6).toString("hex")}`;
  await query(serverUrl, `create database ${name}`);
  leftOver.push(name);
  url = serverUrl.replace(/\/postgres$/, `/${name}`);
  folder = await mkdtemp(join(tmpdir(), "tessera-migrations-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

afterAll(async () => {
  for (const name of leftOver) await query(serverUrl, `drop database ${name} with (force)`);
});

describe("migrate", () => {
  it("applies what is missing, once, and records it as Prisma does", async () => {
    await addMigration("1_shop", "create table shop (shop_id int primary key);");
    expect(await migrate(url, folder)).toEqual(["1_shop"]);
    await addMigration("2_till", "create table till (till_id int primary key);");
    expect(await migrate(url, folder)).toEqual(["2_till"]);
    expect(await migrate(url, folder)).toEqual([]);
    expect(
      await query(
        url,
        "select migration_name, finished_at is not null as finished, rolled_back_at, applied_steps_count from _prisma_migrations order by 1",
      ),
    ).toEqual([
      { migration_name: "1_shop", finished: true, rolled_back_at: null, applied_steps_count: 1 },
      { migration_name: "2_till", finished: true, rolled_back_at: null, applied_steps_count: 1 },
    ]);
  });

  it("takes functions whole, semicolons and all", async () => {
    await addMigration(
      "1_function",
      "create function two() returns int language plpgsql as $$ begin perform 1; return 2; end; $$; create table t (n int);",
    );
    await migrate(url, folder);
    expect(await query(url, "select two()")).toEqual([{ two: 2 }]);
  });

  it("leaves the database as it was when a migration fails, says why, and succeeds once it is mended", async () => {
    await addMigration("1_shop", "create table shop (shop_id int primary key);");
    await addMigration(
      "2_broken",
      "create table till (till_id int primary key); insert into nowhere values (1);",
    );
    await expect(migrate(url, folder)).rejects.toThrow(
      'The database could not be migrated and is as it was before: relation "nowhere" does not exist.',
    );
    expect(await tables()).toEqual([]);
    await addMigration("2_broken", "create table till (till_id int primary key);");
    expect(await migrate(url, folder)).toEqual(["1_shop", "2_broken"]);
  });

  it("refuses a migration that was changed after it had been applied", async () => {
    await addMigration("1_shop", "create table shop (shop_id int primary key);");
    await migrate(url, folder);
    await appendFile(join(folder, "1_shop", "migration.sql"), "\n-- later thought");
    await expect(migrate(url, folder)).rejects.toThrow("The migration 1_shop was changed");
  });

  it("refuses a database that a newer version has migrated", async () => {
    await addMigration("1_shop", "create table shop (shop_id int primary key);");
    await addMigration("2_till", "create table till (till_id int primary key);");
    await migrate(url, folder);
    await rm(join(folder, "2_till"), { recursive: true });
    await expect(migrate(url, folder)).rejects.toThrow("it has the migration 2_till, unknown here");
  });

  it("says in one sentence that the database cannot be reached", async () => {
    await expect(migrate("postgresql://nobody:x@127.0.0.1:1/none", folder)).rejects.toThrow(
      /^The database cannot be reached: .*ECONNREFUSED.*\.$/,
    );
  });

  it("lets two starts at once migrate one database once", async () => {
    await cp("prisma/migrations", folder, { recursive: true });
    const applied = await Promise.all([migrate(url, folder), migrate(url, folder)]);
    expect(applied.map(({ length }) => length).sort()).toEqual([0, expect.any(Number)]);
    expect(applied.flat()).toHaveLength(new Set(applied.flat()).size);
  });
});
