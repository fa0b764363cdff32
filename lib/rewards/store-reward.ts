import { Prisma, type Tx } from "@/lib/db";
import type { RewardContent } from "./reward-content";

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
