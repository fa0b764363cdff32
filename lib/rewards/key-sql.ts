import type { Tx } from "@/lib/db";

/** Lets those who make keys of rewards and pools of the program follow one another, to the end of their transactions. */
export async function lockKeys(tx: Tx, programId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reward keys of ${programId}`}, 0))::text`;
}
