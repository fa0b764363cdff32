import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { db } from "@/lib/db";
import { isAtItsPartner, proposalState } from "./proposals/proposal-state";
import type { RewardContent } from "./reward-content";
import { contentOf, toRewardRow, WITH_PRICES } from "./reward-row";

/** A reward as somebody takes it elsewhere: all that it is made of, and the SHA-256 of its picture in hexadecimal digits. */
export type PortableReward = RewardContent & {
  rewardId: string;
  key: string;
  state: "draft" | "published";
  imageHash: string | null;
};

export type PortablePool = {
  poolId: string;
  key: string;
  name: string;
  partnerId: string | null;
  lowAt: number | null;
};

/**
 * The rewards that the program has decided on, in the order of the catalogue: neither archived ones, nor what partners
 * propose.
 * @throws Forbidden
 */
export async function listPortableRewards(ctx: Ctx): Promise<PortableReward[]> {
  requirePermission(ctx, "rewards:read");
  const stored = await (ctx.tx ?? db()).reward.findMany({
    where: { programId: ctx.programId, state: { not: "archived" } },
    include: { ...WITH_PRICES, image: { select: { contentHash: true } } },
    orderBy: [{ position: "asc" }, { rewardId: "asc" }],
  });
  return stored.flatMap(({ image, ...kept }): PortableReward[] => {
    const row = toRewardRow(kept);
    const { rewardId, key, state, proposedBy } = row;
    if (state === "archived" || isAtItsPartner(row)) return [];
    if (proposedBy !== null && proposalState(row) === "waiting") return [];
    const imageHash = image === null ? null : Buffer.from(image.contentHash).toString("hex");
    return [{ ...contentOf(row), rewardId, key, state, imageHash }];
  });
}

/**
 * The program's code pools by key, without their codes.
 * @throws Forbidden
 */
export async function listPortablePools(ctx: Ctx): Promise<PortablePool[]> {
  requirePermission(ctx, "rewards:read");
  return (ctx.tx ?? db()).codePool.findMany({
    where: { programId: ctx.programId },
    select: { poolId: true, key: true, name: true, partnerId: true, lowAt: true },
    orderBy: { key: "asc" },
  });
}

/** The reward of a key, archived and proposed ones too; null: the program has none. @throws Forbidden */
export async function findRewardByKey(
  ctx: Ctx,
  key: string,
): Promise<{ rewardId: string; state: "draft" | "published" | "archived" } | null> {
  requirePermission(ctx, "rewards:read");
  return (ctx.tx ?? db()).reward.findUnique({
    where: { programId_key: { programId: ctx.programId, key } },
    select: { rewardId: true, state: true },
  });
}
