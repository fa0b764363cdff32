import type { Tx } from "@/lib/db";

/** Locks the program for a change of its sponsors, so that two changes never cross. @returns their codes */
export async function lockSponsors(tx: Tx, programId: string): Promise<string[]> {
  await tx.$queryRaw`SELECT FROM program WHERE program_id = ${programId}::uuid FOR NO KEY UPDATE`;
  const rows = await tx.sponsor.findMany({ where: { programId }, select: { code: true } });
  return rows.map(({ code }) => code);
}
