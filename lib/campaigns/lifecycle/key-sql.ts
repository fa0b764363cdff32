import type { Tx } from "@/lib/db";

/** Lets those who make keys of campaigns of the program follow one another, to the end of their transactions. */
export async function lockKeys(tx: Tx, programId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`campaign keys of ${programId}`}, 0))::text`;
}

/** Keys of the program that begin like this one. */
export async function selectKeysLike(tx: Tx, programId: string, key: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT key FROM campaign WHERE program_id = ${programId}::uuid AND starts_with(key, ${key})`;
  return rows.map((row) => row.key);
}
