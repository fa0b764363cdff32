import { Prisma, type Tx } from "@/lib/db";
import type { RewardPrice, RewardState } from "./reward-content";
import { MAX_COUNTED } from "./reward-dto";

type Kept = Prisma.RewardGetPayload<Record<string, never>>;

/** A reward with what its list shows beside it. */
export type ListedReward = Kept & {
  prices: RewardPrice[];
  partnerName: string | null;
  /** Of the company that drew it up. */
  proposerName: string | null;
  poolName: string | null;
  /** Left of its stock and its pool; null: not counted. */
  left: number | null;
  isLow: boolean;
};

export type RewardSelection = {
  programId: string;
  rewardId?: string | undefined;
  q?: string | undefined;
  state?: RewardState | undefined;
  category?: string | undefined;
  partnerId?: string | undefined;
  onlyLow?: boolean | undefined;
  /** Only proposals that wait for the program. */
  onlyWaiting?: boolean | undefined;
  after?: { position: number; rewardId: string } | undefined;
  limit: number;
};

const COLUMNS = Prisma.sql`
  reward.program_id AS "programId", reward.reward_id AS "rewardId", reward.key, reward.partner_id AS "partnerId",
  reward.kind::text AS kind, reward.state::text AS state, reward.fulfilment::text AS fulfilment, reward.name,
  reward.summary, reward.description, reward.terms, reward.how_to_use AS "howToUse", reward.translations,
  reward.category, reward.image_id AS "imageId", reward.stock, reward.low_at AS "lowAt", reward.pool_id AS "poolId",
  reward.low_told_at AS "lowToldAt", reward.code_pattern AS "codePattern", reward.per_member AS "perMember",
  reward.eligibility, reward.starts_at AS "startsAt", reward.ends_at AS "endsAt", reward.valid_days AS "validDays",
  reward.stores, reward.value_minor AS "valueMinor", reward.cost_minor AS "costMinor",
  reward.hold_minutes AS "holdMinutes", reward.position, reward.created_at AS "createdAt",
  reward.updated_at AS "updatedAt", reward.published_at AS "publishedAt", reward.proposed_by AS "proposedBy",
  reward.proposed_at AS "proposedAt", reward.returned_note AS "returnedNote"`;

/** The prices of the row `reward`, in their order. */
export const PRICES = Prisma.sql`
  SELECT coalesce(json_agg(json_build_object(
    'tier', price.tier, 'points', price.points, 'amountMinor', price.amount_minor) ORDER BY price.price_no), '[]') AS list
  FROM reward_price AS price
  WHERE price.program_id = reward.program_id AND price.reward_id = reward.reward_id`;

/** How many free codes the pool of the row `reward` has, counted up to a bound; null: it has no pool. */
export const freeCodes = (most: number) => Prisma.sql`
  SELECT CASE WHEN reward.pool_id IS NOT NULL THEN (
    SELECT count(*)::int FROM (
      SELECT FROM pool_code
      WHERE pool_code.program_id = reward.program_id AND pool_code.pool_id = reward.pool_id AND pool_code.state = 'free'
      LIMIT ${most}
    ) AS code
  ) WHEN reward.kind = 'pool_voucher' THEN 0 END AS free`;

/** Rewards as members find them in the catalogue: by their position, then the older first. */
export async function selectRewards(
  tx: Tx,
  { programId, rewardId, q, state, category, partnerId, onlyLow, onlyWaiting, after, limit }: RewardSelection,
): Promise<ListedReward[]> {
  const conditions = [
    Prisma.sql`reward.program_id = ${programId}::uuid`,
    rewardId === undefined ? null : Prisma.sql`reward.reward_id = ${rewardId}::uuid`,
    // Archived rewards are out of sight until they are asked for.
    state === undefined
      ? rewardId === undefined
        ? Prisma.sql`reward.state <> 'archived'`
        : null
      : Prisma.sql`reward.state = ${state}::reward_state`,
    category === undefined ? null : Prisma.sql`reward.category = ${category}`,
    partnerId === undefined ? null : Prisma.sql`reward.partner_id = ${partnerId}::uuid`,
    q === undefined ? null : Prisma.sql`strpos(lower(reward.name || ' ' || reward.summary), lower(${q})) > 0`,
    after === undefined
      ? null
      : Prisma.sql`(reward.position, reward.reward_id) > (${after.position}, ${after.rewardId}::uuid)`,
    onlyWaiting ? Prisma.sql`reward.proposed_at IS NOT NULL` : null,
    onlyLow ? Prisma.sql`coalesce(least(reward.stock, pool.free) <= reward.low_at, false)` : null,
  ].filter((condition) => condition !== null);
  // The page first, and only then what is shown beside its rows: that is looked up row by row.
  return tx.$queryRaw<ListedReward[]>`
    SELECT ${COLUMNS}, price.list AS prices, company.name AS "partnerName",
           proposer.name AS "proposerName", code_pool.name AS "poolName",
           least(reward.stock, pool.free) AS "left",
           coalesce(least(reward.stock, pool.free) <= reward.low_at, false) AS "isLow"
    FROM (
      SELECT reward.* FROM reward
      ${onlyLow ? Prisma.sql`CROSS JOIN LATERAL (${freeCodes(MAX_COUNTED)}) AS pool` : Prisma.empty}
      WHERE ${Prisma.join(conditions, " AND ")}
      ORDER BY reward.position, reward.reward_id
      LIMIT ${limit}
    ) AS reward
    LEFT JOIN organization AS company ON company.organization_id = reward.partner_id
    LEFT JOIN organization AS proposer ON proposer.organization_id = reward.proposed_by
    LEFT JOIN code_pool ON code_pool.program_id = reward.program_id AND code_pool.pool_id = reward.pool_id
    CROSS JOIN LATERAL (${PRICES}) AS price
    CROSS JOIN LATERAL (${freeCodes(MAX_COUNTED)}) AS pool
    ORDER BY reward.position, reward.reward_id`;
}

/** Locks a reward for a change of what it is. @returns false where the program has none like it */
export async function lockReward(tx: Tx, programId: string, rewardId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM reward WHERE program_id = ${programId}::uuid AND reward_id = ${rewardId}::uuid FOR NO KEY UPDATE`;
  return rows.length > 0;
}

/** Behind all the others. */
export async function nextPosition(tx: Tx, programId: string): Promise<number> {
  const { _max } = await tx.reward.aggregate({ where: { programId }, _max: { position: true } });
  return (_max.position ?? 0) + 1;
}

/** The rewards of these ids, locked, with their positions, the first first. */
export async function lockPositions(
  tx: Tx,
  programId: string,
  rewardIds: readonly string[],
): Promise<{ rewardId: string; position: number }[]> {
  return tx.$queryRaw`
    SELECT reward_id AS "rewardId", position FROM reward
    WHERE program_id = ${programId}::uuid AND reward_id = ANY(${[...rewardIds]}::uuid[])
    ORDER BY position, reward_id
    FOR NO KEY UPDATE`;
}

export async function updatePositions(
  tx: Tx,
  programId: string,
  places: readonly { rewardId: string; position: number }[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE reward SET position = place.position, updated_at = ${now.toISOString()}::timestamptz
    FROM unnest(${places.map(({ rewardId }) => rewardId)}::uuid[], ${places.map(({ position }) => position)}::int[])
      AS place (reward_id, position)
    WHERE reward.program_id = ${programId}::uuid AND reward.reward_id = place.reward_id`;
}
