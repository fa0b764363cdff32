import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { readSecrets } from "@/scripts/support/settings";

export type BenchDatabase = {
  url: string;
  /** The same by the way that the product's processes take. */
  nearestUrl: string;
  /** Folder of the data, for what else a run keeps. */
  folder: string;
  postmasterPid: number;
};

/**
 * Runs `work` with a database of its own: the product's server with the product's settings (durable commits), in a
 * folder that is removed afterwards. The product's own functions find it in the environment.
 */
export async function withDatabase<T>(work: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "tessera-bench-"));
  const database = await startEmbeddedDatabase(folder);
  const nearestUrl = database.nearest(database.url);
  try {
    await migrate(database.url);
    const [head] = await query<{ pid: number }>(
      database.url,
      "SELECT (string_to_array(pg_read_file('postmaster.pid'), E'\\n'))[1]::int AS pid",
    );
    Object.assign(process.env, await readSecrets(folder), { DATABASE_URL: nearestUrl });
    return await work({ url: database.url, nearestUrl, folder, postmasterPid: head?.pid ?? 0 });
  } finally {
    await database.stop();
    // Run by the system's administrator, the server keeps its files where its own user can reach them.
    const cluster = await realpath(join(folder, "postgres"));
    await rm(cluster, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

/** One statement on a connection of its own, beside everything that is measured. */
export async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(text);
    return rows;
  } finally {
    await client.end();
  }
}

export type Footprint = { walBytes: number; tableBytes: number };

/** What the server has written to its log in all, and what the database occupies now. */
export async function footprint(url: string): Promise<Footprint> {
  const [row] = await query<{ wal: string; tables: string }>(
    url,
    `SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text AS wal,
            pg_database_size(current_database())::text AS tables`,
  );
  return { walBytes: Number(row?.wal ?? 0), tableBytes: Number(row?.tables ?? 0) };
}
