import type { Day } from "@/lib/core/calendar";
import { Prisma, type SqlTx, type Tx } from "@/lib/db";

/** Most rewards that are named beside a pool. */
const MAX_REWARDS = 20;

export type ListedPool = {
  poolId: string;
  key: string;
  name: string;
  partnerId: string | null;
  partnerName: string | null;
  lowAt: number | null;
  free: number;
  void: number;
  total: number;
  rewards: { rewardId: string; name: string }[];
  createdAt: Date;
};

export type PoolSelection = {
  programId: string;
  poolId?: string | undefined;
  q?: string | undefined;
  partnerId?: string | undefined;
  onlyLow?: boolean | undefined;
  before?: string | undefined;
  limit: number;
};

/** Pools, the newest first. Codes are never deleted, so what is neither free nor void is with members. */
export async function selectPools(
  tx: Tx,
  { programId, poolId, q, partnerId, onlyLow, before, limit }: PoolSelection,
): Promise<ListedPool[]> {
  const conditions = [
    Prisma.sql`pool.program_id = ${programId}::uuid`,
    poolId === undefined ? null : Prisma.sql`pool.pool_id = ${poolId}::uuid`,
    q === undefined ? null : Prisma.sql`strpos(lower(pool.name), lower(${q})) > 0`,
    partnerId === undefined ? null : Prisma.sql`pool.partner_id = ${partnerId}::uuid`,
    onlyLow
      ? Prisma.sql`pool.low_at >= (
          SELECT count(*) FROM (
            SELECT FROM pool_code AS code
            WHERE code.program_id = pool.program_id AND code.pool_id = pool.pool_id AND code.state = 'free'
            LIMIT pool.low_at + 1
          ) AS free)`
      : null,
    before === undefined ? null : Prisma.sql`pool.pool_id < ${before}::uuid`,
  ].filter((condition) => condition !== null);
  return tx.$queryRaw<ListedPool[]>`
    SELECT pool.pool_id AS "poolId", pool.key, pool.name, pool.partner_id AS "partnerId", company.name AS "partnerName",
           pool.low_at AS "lowAt", pool.created_at AS "createdAt",
           (SELECT count(*)::int FROM pool_code AS code
            WHERE code.program_id = pool.program_id AND code.pool_id = pool.pool_id AND code.state = 'free') AS free,
           (SELECT count(*)::int FROM pool_code AS code
            WHERE code.program_id = pool.program_id AND code.pool_id = pool.pool_id AND code.state = 'void') AS void,
           (SELECT coalesce(sum(added), 0)::int FROM code_upload AS upload
            WHERE upload.program_id = pool.program_id AND upload.pool_id = pool.pool_id) AS total,
           (SELECT coalesce(json_agg(json_build_object('rewardId', reward.reward_id, 'name', reward.name)), '[]')
            FROM (SELECT reward_id, name FROM reward
                  WHERE reward.program_id = pool.program_id AND reward.pool_id = pool.pool_id
                    AND reward.state <> 'archived'
                  ORDER BY reward.position, reward.reward_id LIMIT ${MAX_REWARDS}) AS reward) AS rewards
    FROM code_pool AS pool
    LEFT JOIN organization AS company ON company.organization_id = pool.partner_id
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY pool.pool_id DESC
    LIMIT ${limit}`;
}

/** Codes of a pool: those named, or all that a file brought. */
export type WhichCodes = { codes: readonly string[] } | { uploadId: string };

const among = (which: WhichCodes) =>
  "codes" in which
    ? Prisma.sql`code = ANY(${[...which.codes]}::text[])`
    : Prisma.sql`upload_id = ${which.uploadId}::uuid`;

/** Takes free codes out for good. @returns how many */
export async function voidCodes(
  tx: Tx,
  programId: string,
  poolId: string,
  which: WhichCodes,
): Promise<number> {
  return tx.$executeRaw`
    UPDATE pool_code SET state = 'void'
    WHERE program_id = ${programId}::uuid AND pool_id = ${poolId}::uuid AND state = 'free' AND ${among(which)}`;
}

export async function countCodes(
  tx: Tx,
  programId: string,
  poolId: string,
  which: WhichCodes,
): Promise<{ handed: number; total: number }> {
  const [counts] = await tx.$queryRaw<{ handed: number; total: number }[]>`
    SELECT count(*) FILTER (WHERE state = 'handed')::int AS handed, count(*)::int AS total FROM pool_code
    WHERE program_id = ${programId}::uuid AND pool_id = ${poolId}::uuid AND ${among(which)}`;
  return counts ?? { handed: 0, total: 0 };
}

/** Takes out the free codes whose last day is before `day`. @returns how many */
export async function lapseCodes(tx: SqlTx, programId: string, day: Day): Promise<number> {
  return tx.$executeRaw`
    UPDATE pool_code SET state = 'void'
    WHERE program_id = ${programId}::uuid AND state = 'free' AND expires_on < ${day}::date`;
}
