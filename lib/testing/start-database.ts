import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of the test server's `postgres` database. */
    testServerUrl: string;
  }
}

/** Name of the migrated database that every test file gets a copy of. */
export const TEMPLATE = "tessera_template";

/** Starts a PostgreSQL server of the test run's own, with a migrated template, and removes it afterwards. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "tessera-test-"));
  const database = await startEmbeddedDatabase(folder, {
    // Nothing here outlives the run.
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    shared_buffers: "128MB",
    max_connections: "200",
  });
  await migrate(database.url);
  const serverUrl = database.url.replace(/\/tessera$/, "/postgres");
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`alter database tessera rename to ${TEMPLATE}`);
  await client.end();
  project.provide("testServerUrl", serverUrl);
  return async () => {
    await database.stop();
    // Run by the system's administrator, the server keeps its files where its own user can reach them.
    await rm(await realpath(join(folder, "postgres")), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  };
}
