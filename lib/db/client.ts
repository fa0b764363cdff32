import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { env } from "@/lib/config/env";
import { PrismaClient } from "./generated/client";

type Database = { pool: Pool; prisma: PrismaClient };

const globals = globalThis as typeof globalThis & { tesseraDatabase?: Database };

/** The process's one pool, lent to Prisma. It lives on globalThis so that hot reloading keeps a single one. */
function database(): Database {
  if (globals.tesseraDatabase) return globals.tesseraDatabase;
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
  });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
  globals.tesseraDatabase = { pool, prisma };
  return globals.tesseraDatabase;
}

/** The process's one database client. */
export function db(): PrismaClient {
  return database().prisma;
}

/** The connections beneath it, for lib/db alone. */
export function connectionPool(): Pool {
  return database().pool;
}

/** Closes the pool: at the end of a script, a worker or a test file. */
export async function closeDb(): Promise<void> {
  const open = globals.tesseraDatabase;
  delete globals.tesseraDatabase;
  await open?.prisma.$disconnect();
  // Prisma closes the pool that it was lent only when it has used it.
  if (open && !open.pool.ended) await open.pool.end();
}
