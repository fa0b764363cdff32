import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/config/env";
import { PrismaClient } from "./generated/client";

const globals = globalThis as typeof globalThis & { tesseraDatabase?: PrismaClient };

/** The process's one database client. It lives on globalThis so that hot reloading keeps a single pool. */
export function db(): PrismaClient {
  globals.tesseraDatabase ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL_SIZE,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
    }),
  });
  return globals.tesseraDatabase;
}

/** Closes the pool: at the end of a script, a worker or a test file. */
export async function closeDb(): Promise<void> {
  await globals.tesseraDatabase?.$disconnect();
  delete globals.tesseraDatabase;
}
