import type { FieldError } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import { findImages } from "@/lib/images";
import { holdLists } from "./named-lists-sql";
import type { RewardContent } from "./reward-content";

/**
 * What a reward names and the program does not have: what is wrong, and where. Tiers and segments may come and go, so
 * they are asked for when it is published.
 */
export async function missingReferences(
  tx: Tx,
  programId: string,
  { partnerId, category, imageId, poolId }: RewardContent,
): Promise<FieldError[]> {
  const missing: FieldError[] = [];
  const refuse = (pointer: string, detail: string) => missing.push({ pointer, code: "unknown", detail });
  if (partnerId !== null && !(await isRewardPartner(tx, programId, partnerId))) {
    refuse("/partnerId", "This company is no reward partner of the program.");
  }
  if (category !== null) {
    const found = await tx.rewardCategory.count({ where: { programId, code: category } });
    if (found === 0) refuse("/category", `There is no category “${category}”.`);
  }
  if (imageId !== null && !(await findImages(tx, programId, [imageId])).has(imageId)) {
    refuse("/imageId", "There is no such image.");
  }
  if (poolId !== null) {
    const found = await tx.codePool.findUnique({ where: { programId_poolId: { programId, poolId } } });
    if (found === null) refuse("/poolId", "There is no such code pool.");
    else if (found.partnerId !== null && found.partnerId !== partnerId) {
      refuse("/poolId", "This pool belongs to another partner.");
    }
  }
  return missing;
}

export async function isRewardPartner(tx: Tx, programId: string, organizationId: string): Promise<boolean> {
  return (
    (await tx.programParticipant.count({ where: { programId, organizationId, role: "REWARD_PARTNER" } })) > 0
  );
}

/** What else the program has of what a reward that goes live names. */
export type Surroundings = {
  /** Of the tiers and segments that it names, those that there are. */
  tiers: ReadonlySet<string>;
  segments: ReadonlySet<string>;
  /** Whether the partner's own system takes orders. */
  takesOrders: boolean;
  /** Codes that its pool can hand out, counted up to one; null: no pool. */
  freeCodes: number | null;
};

export async function surroundingsOf(
  tx: Tx,
  programId: string,
  { partnerId, poolId, prices, eligibility }: RewardContent,
): Promise<Surroundings> {
  const priced = prices.flatMap(({ tier }) => tier ?? []);
  const tiers = await holdLists(tx, programId, "tier", [...eligibility.tiers, ...priced]);
  const segments = await holdLists(tx, programId, "segment", eligibility.segments);
  const partner =
    partnerId === null
      ? null
      : await tx.rewardPartner.findUnique({ where: { programId_partnerId: { programId, partnerId } } });
  const free =
    poolId === null ? null : await tx.poolCode.findFirst({ where: { programId, poolId, state: "free" } });
  return {
    tiers,
    segments,
    takesOrders: partner !== null && partner.orderUrl !== null,
    freeCodes: poolId === null ? null : free === null ? 0 : 1,
  };
}
