import type { Ctx } from "@/lib/auth/context";
import { newId } from "@/lib/core/ids";
import { Prisma, type Tx } from "@/lib/db";
import { makeKey } from "./keys";
import type { RewardContent } from "./reward-content";
import { nextPosition } from "./sql";

/** A reward's content as its row has it; prices are rows of their own. */
export function columnsOf({ prices: _, startsAt, endsAt, perMember, ...content }: RewardContent) {
  return {
    ...content,
    translations: content.translations as Prisma.InputJsonObject,
    eligibility: content.eligibility as Prisma.InputJsonObject,
    startsAt: startsAt === null ? null : new Date(startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
    perMember: perMember === null ? Prisma.DbNull : perMember,
  };
}

/**
 * Adds a reward as a draft, behind all others of the catalogue.
 * @param proposedBy the reward partner who draws it up; absent: the program itself
 * @param key one that is free; absent: made from the name
 * @returns its UUID
 */
export async function addReward(
  tx: Tx,
  { programId, clock }: Pick<Ctx, "programId" | "clock">,
  content: RewardContent,
  { proposedBy = null, key }: { proposedBy?: string | null; key?: string | undefined } = {},
): Promise<string> {
  const rewardId = newId();
  const now = clock.now();
  const position = await nextPosition(tx, programId);
  await tx.reward.create({
    data: {
      programId,
      rewardId,
      key: key ?? (await makeKey(tx, programId, "reward", content.name)),
      position,
      proposedBy,
      createdAt: now,
      updatedAt: now,
      ...columnsOf(content),
    },
  });
  await replacePrices(tx, programId, rewardId, content.prices);
  return rewardId;
}

/** Puts a reward's prices in the place of those that it had. */
export async function replacePrices(
  tx: Tx,
  programId: string,
  rewardId: string,
  prices: RewardContent["prices"],
): Promise<void> {
  await tx.rewardPrice.deleteMany({ where: { programId, rewardId } });
  await tx.rewardPrice.createMany({
    data: prices.map((price, place) => ({ programId, rewardId, priceNo: place + 1, ...price })),
  });
}
