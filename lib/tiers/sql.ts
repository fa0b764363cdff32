import type { Tx } from "@/lib/db";

/** Locks the program for a change of its tiers, so that two changes never cross. @returns their codes by rank */
export async function lockTiers(tx: Tx, programId: string): Promise<string[]> {
  await tx.$queryRaw`SELECT FROM program WHERE program_id = ${programId}::uuid FOR NO KEY UPDATE`;
  const rows = await tx.tier.findMany({
    where: { programId },
    orderBy: { rank: "asc" },
    select: { code: true },
  });
  return rows.map(({ code }) => code);
}

/** Gives the tiers their ranks in this order, from 1 on. */
export async function rankTiers(tx: Tx, programId: string, codes: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE tier SET rank = item.rank
    FROM unnest(${[...codes]}::text[]) WITH ORDINALITY AS item (code, rank)
    WHERE tier.program_id = ${programId}::uuid AND tier.code = item.code AND tier.rank <> item.rank`;
}

export type TierRow = { code: string; name: string; rank: number; members: bigint };

/** The tiers with the number of their members, the lowest first. */
export async function selectTiers(tx: Tx, programId: string): Promise<TierRow[]> {
  return tx.$queryRaw<TierRow[]>`
    SELECT tier.code, tier.name, tier.rank, (
      SELECT count(*) FROM member WHERE member.program_id = tier.program_id AND member.tier = tier.code
    ) AS members
    FROM tier WHERE tier.program_id = ${programId}::uuid
    ORDER BY tier.rank, tier.code`;
}
