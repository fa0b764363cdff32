import { Prisma, type Tx } from "@/lib/db";

/** Most rewards, and pools, that are told of in one transaction. */
const AT_ONCE = 200;

type Low = { programId: string; partnerId: string | null; name: string; left: number; lowAt: number };
export type LowReward = Low & { rewardId: string };
export type LowPool = Low & { poolId: string };

/** Free codes of the row `pool`, counted to one more than are few. */
const FREE = Prisma.sql`
  SELECT count(*)::int AS free FROM (
    SELECT FROM pool_code AS code
    WHERE code.program_id = pool.program_id AND code.pool_id = pool.pool_id AND code.state = 'free'
    LIMIT pool.low_at + 1
  ) AS code`;

/**
 * Notes which published rewards have come to be few, and forgets it of those that are more again. Rows that somebody
 * else is at wait for the next time.
 */
export async function noteLowRewards(tx: Tx, now: Date): Promise<LowReward[]> {
  await tx.$executeRaw`
    UPDATE reward SET low_told_at = NULL
    FROM (
      SELECT program_id, reward_id FROM reward
      WHERE low_told_at IS NOT NULL AND (stock <= low_at) IS NOT TRUE
      LIMIT ${AT_ONCE}
      FOR NO KEY UPDATE SKIP LOCKED
    ) AS more
    WHERE reward.program_id = more.program_id AND reward.reward_id = more.reward_id`;
  return tx.$queryRaw<LowReward[]>`
    UPDATE reward SET low_told_at = ${now.toISOString()}::timestamptz
    FROM (
      SELECT program_id, reward_id FROM reward
      WHERE state = 'published' AND low_told_at IS NULL AND stock <= low_at
      LIMIT ${AT_ONCE}
      FOR NO KEY UPDATE SKIP LOCKED
    ) AS few
    WHERE reward.program_id = few.program_id AND reward.reward_id = few.reward_id
    RETURNING reward.program_id AS "programId", reward.reward_id AS "rewardId", reward.partner_id AS "partnerId",
              reward.name, reward.stock AS "left", reward.low_at AS "lowAt"`;
}

/** The same for pools by their free codes. */
export async function noteLowPools(tx: Tx, now: Date): Promise<LowPool[]> {
  await tx.$executeRaw`
    UPDATE code_pool SET low_told_at = NULL
    FROM (
      SELECT pool.program_id, pool.pool_id FROM code_pool AS pool CROSS JOIN LATERAL (${FREE}) AS code
      WHERE pool.low_told_at IS NOT NULL AND (pool.low_at IS NULL OR code.free > pool.low_at)
      LIMIT ${AT_ONCE}
      FOR NO KEY UPDATE OF pool SKIP LOCKED
    ) AS more
    WHERE code_pool.program_id = more.program_id AND code_pool.pool_id = more.pool_id`;
  return tx.$queryRaw<LowPool[]>`
    UPDATE code_pool SET low_told_at = ${now.toISOString()}::timestamptz
    FROM (
      SELECT pool.program_id, pool.pool_id, code.free
      FROM code_pool AS pool CROSS JOIN LATERAL (${FREE}) AS code
      WHERE pool.low_at IS NOT NULL AND pool.low_told_at IS NULL AND code.free <= pool.low_at
        AND EXISTS (SELECT FROM pool_code WHERE pool_code.program_id = pool.program_id AND pool_code.pool_id = pool.pool_id)
      LIMIT ${AT_ONCE}
      FOR NO KEY UPDATE OF pool SKIP LOCKED
    ) AS few
    WHERE code_pool.program_id = few.program_id AND code_pool.pool_id = few.pool_id
    RETURNING code_pool.program_id AS "programId", code_pool.pool_id AS "poolId", code_pool.partner_id AS "partnerId",
              code_pool.name, few.free AS "left", code_pool.low_at AS "lowAt"`;
}
