import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { DatabaseError, Pool } from "pg";
import { loadSchemaEngine } from "./schema-engine";

interface Migration {
  name: string;
  script: string;
  /** SHA-256 of the script in hexadecimal, as Prisma records it. */
  checksum: string;
}

const UNDEFINED_TABLE = "42P01";

/**
 * Brings a database to the newest schema with Prisma's own engine, so that `prisma migrate deploy` understands
 * the history and continues it. All missing migrations are applied in one transaction: a failure or a kill
 * leaves the database as it was. When nothing is missing this costs one query.
 *
 * @returns names of the migrations that were applied now.
 * @throws Error with one sentence for the operator.
 */
export async function migrate(databaseUrl: string, folder = "prisma/migrations"): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
    application_name: "tessera migrate",
  });
  pool.on("error", () => undefined);
  try {
    const missing = findMissing(migrations, await readApplied(pool));
    return missing.length === 0 ? [] : await apply(pool, resolve(folder), migrations);
  } finally {
    await pool.end();
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const script = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    }),
  );
}

async function readApplied(pool: Pool): Promise<Map<string, string>> {
  try {
    const { rows } = await pool.query<{ migration_name: string; checksum: string }>(
      "select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null",
    );
    return new Map(rows.map((row) => [row.migration_name, row.checksum]));
  } catch (error) {
    if (error instanceof DatabaseError && error.code === UNDEFINED_TABLE) return new Map();
    throw new Error(`The database cannot be reached: ${reasonOf(error)}.`);
  }
}

function findMissing(migrations: Migration[], applied: Map<string, string>): Migration[] {
  const known = new Set(migrations.map(({ name }) => name));
  const foreign = [...applied.keys()].find((name) => !known.has(name));
  if (foreign) {
    throw new Error(
      `The database is of a newer version of Tessera: it has the migration ${foreign}, unknown here.`,
    );
  }
  const changed = migrations.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum);
  if (changed) {
    throw new Error(`The migration ${changed.name} was changed after it had been applied to this database.`);
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(pool: Pool, baseDir: string, migrations: Migration[]): Promise<string[]> {
  let scriptError: unknown;
  const engine = await loadSchemaEngine(pool, (error) => {
    scriptError ??= error;
  });
  const content = await readFile(join(baseDir, "migration_lock.toml"), "utf8").catch(() => null);
  try {
    // The pool has one connection, so the engine works inside this transaction.
    await pool.query("begin");
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir,
        lockfile: { path: "migration_lock.toml", content },
        shadowDbInitScript: "",
        migrationDirectories: migrations.map(({ name, script }) => ({
          path: name,
          migrationFile: { path: "migration.sql", content: { tag: "ok", value: script } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    await pool.query("commit");
    return appliedMigrationNames;
  } catch (error) {
    await pool.query("rollback").catch(() => undefined);
    throw new Error(
      `The database could not be migrated and is as it was before: ${reasonOf(scriptError ?? error)}.`,
    );
  } finally {
    engine.free();
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split("\n")[0]?.replace(/\.$/, "") ?? "unknown error";
}
