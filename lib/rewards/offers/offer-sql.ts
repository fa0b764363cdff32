import { Prisma, type SqlTx, type Tx } from "@/lib/db";
import type {
  Eligibility,
  Fulfilment,
  PerMember,
  RewardKind,
  RewardPrice,
  RewardState,
} from "../reward-content";
import { freeCodes, PRICES } from "../sql";
import { MAX_TOLD_LEFT, type OfferSort } from "./offer-dto";

/** Since when what a member has had counts, for each period that limits are for. */
export type LimitStarts = { day: Date; week: Date; month: Date; year: Date };

export type OfferedReward = {
  rewardId: string;
  kind: RewardKind;
  state: RewardState;
  fulfilment: Fulfilment;
  name: string;
  summary: string;
  description: string;
  terms: string;
  howToUse: string;
  partnerName: string | null;
  category: string | null;
  categoryName: string | null;
  imageId: string | null;
  prices: RewardPrice[];
  eligibility: Eligibility;
  perMember: PerMember | null;
  startsAt: Date | null;
  endsAt: Date | null;
  validDays: number | null;
  stores: string[];
  valueMinor: bigint | null;
  left: number | null;
  /** How many of it the member has had within the period of its limit. */
  had: number;
  /** What the list is sorted by. */
  rank: number;
};

export type OfferSelection = {
  programId: string;
  memberId: string;
  tier: string | null;
  segments: readonly string[];
  /** Points that the member can spend. */
  available: number;
  /** Language of the texts; what is not translated is as the program has it. */
  language: string;
  starts: LimitStarts;
  now: Date;
  rewardId?: string | undefined;
  q?: string | undefined;
  category?: string | undefined;
  onlyReady?: boolean | undefined;
  sort: OfferSort;
  after?: { rank: number; rewardId: string } | undefined;
  limit: number;
};

/** Rewards that begin within so many days are shown before they do. */
const DAYS_AHEAD = 30;
/** Behind every price: what a member has no price for. */
const NO_PRICE = 2_000_000_000;

const SINCE = ({ day, week, month, year }: LimitStarts) => Prisma.sql`
  CASE reward.per_member ->> 'per'
    WHEN 'day' THEN ${day.toISOString()}::timestamptz WHEN 'week' THEN ${week.toISOString()}::timestamptz
    WHEN 'month' THEN ${month.toISOString()}::timestamptz WHEN 'year' THEN ${year.toISOString()}::timestamptz
    ELSE '-infinity'::timestamptz END`;

/** What the row `reward` costs the member: their tier's price, or else everybody's. */
const OWN_POINTS = Prisma.sql`coalesce(tiered.points, usual.points)`;

const RANKS: Record<OfferSort, Prisma.Sql> = {
  // As it stands in the index, which is walked no further than the page goes.
  recommended: Prisma.sql`reward.position`,
  points: Prisma.sql`coalesce(${OWN_POINTS}, ${NO_PRICE})::float8`,
  newest: Prisma.sql`-floor(extract(epoch FROM coalesce(reward.published_at, reward.created_at)) * 1000)::float8`,
};

/** A place in the list as its rank is kept. */
const placeOf = (sort: OfferSort, rank: number) =>
  sort === "recommended" ? Prisma.sql`${rank}::int` : Prisma.sql`${rank}::float8`;

const isOfTier = (tier: string | null) => Prisma.sql`
  (jsonb_array_length(reward.eligibility -> 'tiers') = 0 OR jsonb_exists(reward.eligibility -> 'tiers', ${tier}))`;

/**
 * Published rewards as one member sees them, each with the member's price, what is left, and how many they have had.
 * What is for segments that the member is not in, what is over, and what begins later than in a month is left out; a
 * reward that is asked for by its id is found whatever it is.
 */
export async function selectOffers(tx: Tx, selection: OfferSelection): Promise<OfferedReward[]> {
  const { programId, memberId, tier, segments, available, language, now, rewardId, q, category, after } =
    selection;
  const at = now.toISOString();
  const texts = Prisma.sql`coalesce(reward.translations -> ${language}, '{}'::jsonb)`;
  const said = (key: string, column: Prisma.Sql) =>
    Prisma.sql`coalesce(nullif(${texts} ->> ${key}, ''), ${column})`;
  const name = said("name", Prisma.sql`reward.name`);
  const summary = said("summary", Prisma.sql`reward.summary`);
  const rank = RANKS[selection.sort];
  const conditions = [
    Prisma.sql`reward.program_id = ${programId}::uuid`,
    ...(rewardId === undefined
      ? [
          Prisma.sql`reward.state = 'published'`,
          Prisma.sql`(reward.ends_at IS NULL OR reward.ends_at > ${at}::timestamptz)`,
          Prisma.sql`(reward.starts_at IS NULL OR reward.starts_at <= ${at}::timestamptz + make_interval(days => ${DAYS_AHEAD}::int))`,
          Prisma.sql`(jsonb_array_length(reward.eligibility -> 'segments') = 0
                      OR jsonb_exists_any(reward.eligibility -> 'segments', ${[...segments]}::text[]))`,
        ]
      : [Prisma.sql`reward.reward_id = ${rewardId}::uuid`]),
    ...(category === undefined ? [] : [Prisma.sql`reward.category = ${category}`]),
    ...(q === undefined ? [] : [Prisma.sql`strpos(lower(${name} || ' ' || ${summary}), lower(${q})) > 0`]),
    ...(selection.onlyReady
      ? [
          isOfTier(tier),
          Prisma.sql`${OWN_POINTS} <= ${available}`,
          Prisma.sql`(reward.starts_at IS NULL OR reward.starts_at <= ${at}::timestamptz)`,
        ]
      : []),
    ...(after === undefined
      ? []
      : [
          Prisma.sql`(${rank}, reward.reward_id) > (${placeOf(selection.sort, after.rank)}, ${after.rewardId}::uuid)`,
        ]),
  ];
  // Counting codes and redemptions is dear: it is done down the list until the page is full.
  const stillThere = Prisma.sql`
    coalesce(least(reward.stock, pool.free), 1) > 0
    AND (reward.per_member IS NULL OR taken.had < (reward.per_member ->> 'count')::int)`;
  // Joined as wholes: all prices at once cost less than each reward's by itself.
  const ownPrice = Prisma.sql`
    LEFT JOIN reward_price AS usual
      ON usual.program_id = reward.program_id AND usual.reward_id = reward.reward_id AND usual.tier IS NULL
    LEFT JOIN reward_price AS tiered
      ON tiered.program_id = reward.program_id AND tiered.reward_id = reward.reward_id AND tiered.tier = ${tier}`;
  const leftAndHad = Prisma.sql`
    CROSS JOIN LATERAL (${freeCodes(MAX_TOLD_LEFT)}) AS pool
    CROSS JOIN LATERAL (
      SELECT CASE WHEN reward.per_member IS NULL THEN 0 ELSE (
        SELECT count(*)::int FROM redemption
        WHERE redemption.program_id = reward.program_id AND redemption.member_id = ${memberId}::uuid
          AND redemption.reward_id = reward.reward_id AND redemption.state IN ('requested', 'reserved', 'fulfilled')
          AND redemption.created_at >= ${SINCE(selection.starts)}
      ) END AS had
    ) AS taken`;
  const isReadyAsked = selection.onlyReady === true;
  // The page first, by as little as decides on it, and only then what is looked up row by row.
  return tx.$queryRaw<OfferedReward[]>`
    SELECT reward.reward_id AS "rewardId", reward.kind::text AS kind, reward.state::text AS state,
           reward.fulfilment::text AS fulfilment, ${name} AS name, ${summary} AS summary,
           ${said("description", Prisma.sql`reward.description`)} AS description,
           ${said("terms", Prisma.sql`reward.terms`)} AS terms,
           ${said("howToUse", Prisma.sql`reward.how_to_use`)} AS "howToUse",
           company.name AS "partnerName", reward.category,
           coalesce(category.names ->> ${language}, category.name) AS "categoryName", reward.image_id AS "imageId",
           price.list AS prices, reward.eligibility, reward.per_member AS "perMember", reward.starts_at AS "startsAt",
           reward.ends_at AS "endsAt", reward.valid_days AS "validDays", reward.stores,
           reward.value_minor AS "valueMinor", least(reward.stock, pool.free) AS "left", taken.had, place.rank
    FROM (
      SELECT reward.program_id, reward.reward_id, reward.rank FROM (
        SELECT reward.program_id, reward.reward_id, reward.kind, reward.pool_id, reward.stock, reward.per_member,
               ${rank} AS rank
        FROM reward
        ${isReadyAsked || selection.sort === "points" ? ownPrice : Prisma.empty}
        WHERE ${Prisma.join(conditions, " AND ")}
        ORDER BY ${rank}, reward.reward_id
        OFFSET 0
      ) AS reward
      ${isReadyAsked ? Prisma.sql`${leftAndHad} WHERE ${stillThere}` : Prisma.empty}
      ORDER BY reward.rank, reward.reward_id
      LIMIT ${selection.limit}
    ) AS place
    JOIN reward ON reward.program_id = place.program_id AND reward.reward_id = place.reward_id
    LEFT JOIN organization AS company ON company.organization_id = reward.partner_id
    LEFT JOIN reward_category AS category
      ON category.program_id = reward.program_id AND category.code = reward.category
    CROSS JOIN LATERAL (${PRICES}) AS price
    ${leftAndHad}
    ORDER BY place.rank, reward.reward_id`;
}

/** The program's tiers, the lowest first. */
export async function selectTierRanks(
  tx: SqlTx,
  programId: string,
): Promise<{ code: string; name: string }[]> {
  return tx.$queryRaw`
    SELECT code, name FROM tier WHERE program_id = ${programId}::uuid ORDER BY rank, code`;
}

/** Categories that have something for everybody, in their order and in a language. */
export async function selectOfferedCategories(
  tx: SqlTx,
  programId: string,
  language: string,
): Promise<{ code: string; name: string }[]> {
  return tx.$queryRaw`
    SELECT code, coalesce(names ->> ${language}, name) AS name FROM reward_category AS category
    WHERE program_id = ${programId}::uuid AND EXISTS (
      SELECT FROM reward WHERE reward.program_id = category.program_id AND reward.category = category.code
        AND reward.state = 'published')
    ORDER BY position, code`;
}
