import { NotFound } from "@/lib/core/errors";
import type { Prisma, Tx } from "@/lib/db";
import type { Eligibility, PerMember, RewardContent, RewardPrice, RewardState } from "./reward-content";

/** A reward as it is kept, with its prices. Amounts are in minor units; ids are UUIDs. */
export type RewardRow = Omit<RewardContent, "startsAt" | "endsAt"> & {
  rewardId: string;
  /** What files know it by. */
  key: string;
  state: RewardState;
  /** Rewards with lower ones come first. */
  position: number;
  startsAt: Date | null;
  endsAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  publishedAt: Date | null;
  /** Since when the program knows that few are left. */
  lowToldAt: Date | null;
  /** The reward partner who drew it up; null: the program itself. */
  proposedBy: string | null;
  /** Since when the proposal waits for the program. */
  proposedAt: Date | null;
  /** Why the program sent the proposal back. */
  returnedNote: string | null;
};

export const WITH_PRICES = { prices: { orderBy: { priceNo: "asc" } } } satisfies Prisma.RewardInclude;

type Stored = Prisma.RewardGetPayload<{ include: typeof WITH_PRICES }>;

/**
 * The reward as it is now, without locking it.
 * @throws NotFound
 */
export async function rewardForRedemption(tx: Tx, programId: string, rewardId: string): Promise<RewardRow> {
  const stored = await tx.reward.findUnique({
    where: { programId_rewardId: { programId, rewardId } },
    include: WITH_PRICES,
  });
  if (stored === null) throw new NotFound("reward");
  return toRewardRow(stored);
}

/** The content of a stored reward, which a change is laid over. */
export function contentOf(row: RewardRow): RewardContent {
  const {
    rewardId: _,
    key: _____,
    state: __,
    position: ___,
    createdAt: ____,
    updatedAt,
    publishedAt,
    lowToldAt,
    proposedBy,
    proposedAt,
    returnedNote,
    ...content
  } = row;
  return {
    ...content,
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
  };
}

/** The row as rules look at it. */
export function toRewardRow({ programId: _, prices, ...stored }: Stored): RewardRow {
  return {
    ...stored,
    translations: stored.translations as RewardContent["translations"],
    perMember: stored.perMember as PerMember | null,
    eligibility: stored.eligibility as Eligibility,
    valueMinor: stored.valueMinor === null ? null : Number(stored.valueMinor),
    costMinor: Number(stored.costMinor),
    prices: prices.map(
      ({ tier, points, amountMinor }): RewardPrice => ({
        tier,
        points: Number(points),
        amountMinor: Number(amountMinor),
      }),
    ),
  };
}
