import type { Tx } from "@/lib/db";
import type { CategoryDto } from "./reward-dto";

/** The categories in their order, with how many rewards are in each. */
export async function selectCategories(tx: Tx, programId: string): Promise<CategoryDto[]> {
  return tx.$queryRaw<CategoryDto[]>`
    SELECT category.code, category.name, category.names, coalesce(reward.count, 0) AS rewards
    FROM reward_category AS category
    LEFT JOIN (
      SELECT category, count(*)::int AS count FROM reward
      WHERE program_id = ${programId}::uuid AND state <> 'archived'
      GROUP BY category
    ) AS reward ON reward.category = category.code
    WHERE category.program_id = ${programId}::uuid
    ORDER BY category.position, category.code`;
}

/** Locks the program for a change of its categories, so that two changes never cross. @returns their codes in order */
export async function lockCategories(tx: Tx, programId: string): Promise<string[]> {
  await tx.$queryRaw`SELECT FROM program WHERE program_id = ${programId}::uuid FOR NO KEY UPDATE`;
  const rows = await tx.rewardCategory.findMany({
    where: { programId },
    orderBy: [{ position: "asc" }, { code: "asc" }],
    select: { code: true },
  });
  return rows.map(({ code }) => code);
}

/** Gives the categories their places in this order, from 1 on. */
export async function placeCategories(tx: Tx, programId: string, codes: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE reward_category SET position = item.place
    FROM unnest(${[...codes]}::text[]) WITH ORDINALITY AS item (code, place)
    WHERE reward_category.program_id = ${programId}::uuid AND reward_category.code = item.code
      AND reward_category.position <> item.place`;
}
