import "server-only";
import { db } from "./client";

/** Asks the database for nothing, to learn whether it answers. @throws when it does not */
export async function pingDatabase(): Promise<void> {
  await db().$queryRaw`SELECT 1`;
}
