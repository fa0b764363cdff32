import { Prisma, type Tx } from "@/lib/db";

/** Lists of members that rewards name by their codes: for whom they are, and tiers in their prices. */
export type NamedList = "tier" | "segment";

const TABLE = { tier: Prisma.sql`tier`, segment: Prisma.sql`segment` };

/**
 * Those of these codes that the program has. They stay until the transaction ends: whoever would remove one waits, and
 * then finds the reward that has come to name it.
 */
export async function holdLists(
  tx: Tx,
  programId: string,
  list: NamedList,
  codes: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ code: string }[]>`
    SELECT code FROM ${TABLE[list]}
    WHERE program_id = ${programId}::uuid AND code = ANY(${[...codes]}::text[])
    ORDER BY code
    FOR KEY SHARE`;
  return new Set(rows.map(({ code }) => code));
}

/**
 * The first reward of the catalogue, drafts included, that names a tier or segment. Holds the list against rewards that
 * would come to name it, until the transaction ends.
 * @returns its name; null where there is none
 */
export async function rewardNaming(
  tx: Tx,
  programId: string,
  list: NamedList,
  code: string,
): Promise<string | null> {
  await tx.$queryRaw`
    SELECT FROM ${TABLE[list]} WHERE program_id = ${programId}::uuid AND code = ${code} FOR UPDATE`;
  const isFor = Prisma.sql`reward.eligibility -> ${`${list}s`} @> to_jsonb(${code}::text)`;
  const isPriced = Prisma.sql`EXISTS (
    SELECT FROM reward_price AS price
    WHERE price.program_id = reward.program_id AND price.reward_id = reward.reward_id AND price.tier = ${code})`;
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT reward.name FROM reward
    WHERE reward.program_id = ${programId}::uuid AND reward.state <> 'archived'
      AND (${list === "tier" ? Prisma.sql`${isFor} OR ${isPriced}` : isFor})
    ORDER BY reward.position, reward.reward_id
    LIMIT 1`;
  return rows[0]?.name ?? null;
}
