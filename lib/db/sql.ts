import "server-only";
import { db } from "./client";
import { Prisma } from "./generated/client";

/** Asks the database for nothing, to learn whether it answers. @throws when it does not */
export async function pingDatabase(): Promise<void> {
  await db().$queryRaw`SELECT 1`;
}

/**
 * JSON texts as a parameter that becomes a text array. None of them can hold a line break, so that the batch needs
 * no quoting, of which JSON would need a lot.
 */
export function jsonTexts(texts: readonly string[]): Prisma.Sql {
  return Prisma.sql`string_to_array(${texts.join("\n")}, E'\\n')`;
}
