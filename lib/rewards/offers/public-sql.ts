import type { Tx } from "@/lib/db";
import type { RewardKind } from "../reward-content";

export type PublicRow = {
  rewardId: string;
  kind: RewardKind;
  name: string;
  summary: string;
  imageId: string | null;
  partner: string | null;
  category: string | null;
  categoryName: string | null;
  points: bigint;
  amountMinor: bigint;
  isSoldOut: boolean;
};

/** Rewards of the catalogue that are for everybody, each at the lowest price that anybody pays. */
export async function selectPublicRewards(
  tx: Tx,
  programId: string,
  { language, now, limit }: { language: string; now: Date; limit: number },
): Promise<PublicRow[]> {
  return tx.$queryRaw<PublicRow[]>`
    SELECT reward.reward_id AS "rewardId", reward.kind::text AS kind, reward.image_id AS "imageId",
           coalesce(nullif(reward.translations -> ${language} ->> 'name', ''), reward.name) AS name,
           coalesce(nullif(reward.translations -> ${language} ->> 'summary', ''), reward.summary) AS summary,
           company.name AS partner, reward.category,
           coalesce(category.names ->> ${language}, category.name) AS "categoryName",
           price.points, price.amount_minor AS "amountMinor", coalesce(reward.stock = 0, false) AS "isSoldOut"
    FROM (
      SELECT * FROM reward
      WHERE program_id = ${programId}::uuid AND state = 'published'
        AND (starts_at IS NULL OR starts_at <= ${now.toISOString()}::timestamptz)
        AND (ends_at IS NULL OR ends_at > ${now.toISOString()}::timestamptz)
        AND jsonb_array_length(eligibility -> 'tiers') = 0 AND jsonb_array_length(eligibility -> 'segments') = 0
      ORDER BY position, reward_id
      LIMIT ${limit}
    ) AS reward
    LEFT JOIN organization AS company ON company.organization_id = reward.partner_id
    LEFT JOIN reward_category AS category
      ON category.program_id = reward.program_id AND category.code = reward.category
    CROSS JOIN LATERAL (
      SELECT points, amount_minor FROM reward_price AS price
      WHERE price.program_id = reward.program_id AND price.reward_id = reward.reward_id
      ORDER BY points, amount_minor LIMIT 1
    ) AS price
    ORDER BY reward.position, reward.reward_id`;
}
