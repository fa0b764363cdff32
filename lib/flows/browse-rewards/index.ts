import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import type { Page } from "@/lib/core/cursor";
import { db } from "@/lib/db";
import { readMember } from "@/lib/members";
import {
  listOffersFor,
  type OfferFilter,
  type OfferSeeker,
  type RewardOffer,
  type RewardOfferDetail,
  readOfferFor,
} from "@/lib/rewards";
import { loadSegments } from "@/lib/segments";
import { readWallet } from "@/lib/wallet";

type Asked = { memberId: string; language: string };

/**
 * The catalogue as a member sees it: their prices, what they can have, and how far off the rest is.
 * @param asked the member (UUID) and the language of the texts, as far as they are translated
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function browseRewards(
  ctx: Ctx,
  asked: Asked,
  filter: OfferFilter & { cursor?: string | undefined; limit: number },
): Promise<Page<RewardOffer>> {
  return listOffersFor(ctx, await seekerOf(ctx, asked), filter);
}

/**
 * One reward as a member sees it.
 * @throws Forbidden; NotFound also for what is not offered to the member
 */
export async function readRewardOffer(ctx: Ctx, asked: Asked, rewardId: string): Promise<RewardOfferDetail> {
  return readOfferFor(ctx, await seekerOf(ctx, asked), rewardId);
}

/** @throws Forbidden, NotFound */
async function seekerOf(ctx: Ctx, { memberId, language }: Asked): Promise<OfferSeeker> {
  requireSelfOr(ctx, memberId, "rewards:read");
  // Whoever may read the catalogue for a member may see it with the member's eyes: this looks as the member does.
  const own: Ctx = { ...ctx, actor: { kind: "member", memberId } };
  const [{ tier }, { available }, segments] = await Promise.all([
    readMember(own, memberId),
    readWallet(own, memberId),
    loadSegments(ctx.tx ?? db(), ctx.programId, [memberId]),
  ]);
  return { memberId, tier, segments: segments.get(memberId) ?? [], available, language };
}
