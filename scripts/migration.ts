import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Pool } from "pg";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { loadSchemaEngine, readSchemaFiles } from "@/lib/db/schema-engine";

/** Writes the initial migration from prisma/schema. Later changes get migrations of their own. */
async function writeInitialMigration(pool: Pool): Promise<void> {
  const engine = await loadSchemaEngine(pool);
  const { stdout } = await engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files: await readSchemaFiles("prisma/schema") },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const path = join("prisma", "migrations", "20261122000000_initial", "migration.sql");
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, stdout ?? "");
  process.stdout.write(`Wrote ${path}\n`);
}

const folder = await mkdtemp(join(tmpdir(), "tessera-migration-"));
const database = await startEmbeddedDatabase(folder, { fsync: "off" });
const pool = new Pool({ connectionString: database.url, max: 1 });
try {
  await writeInitialMigration(pool);
} finally {
  await pool.end();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
