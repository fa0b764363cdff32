import type { ImageDto } from "@/lib/images/schema";
import { contradictionsIn, type RewardContent, type RewardDto } from "@/lib/rewards/schema";

/** A reward while somebody edits it: its content with TypeIDs, and the picture itself rather than its id. */
export type Editable = Omit<RewardContent, "imageId"> & { image: ImageDto | null };

export function editableOf(reward: RewardDto): Editable {
  const { partner, pool, image, startsAt, endsAt } = reward;
  return {
    kind: reward.kind,
    fulfilment: reward.fulfilment,
    name: reward.name,
    summary: reward.summary,
    description: reward.description,
    terms: reward.terms,
    howToUse: reward.howToUse,
    translations: reward.translations,
    partnerId: partner?.id ?? null,
    category: reward.category,
    image,
    prices: reward.prices,
    stock: reward.stock,
    lowAt: reward.lowAt,
    poolId: pool?.id ?? null,
    codePattern: reward.codePattern,
    perMember: reward.perMember,
    eligibility: reward.eligibility,
    startsAt,
    endsAt,
    validDays: reward.validDays,
    stores: reward.stores,
    valueMinor: reward.valueMinor,
    costMinor: reward.costMinor,
    holdMinutes: reward.holdMinutes,
  };
}

/** What has changed, as the server takes it: only that, so that stock which members take meanwhile is not put back. */
export function changesBetween(saved: Editable, edited: Editable): Partial<RewardContent> {
  const { image: savedImage, ...before } = saved;
  const { image, ...after } = edited;
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof typeof before]),
  );
  return {
    ...(Object.fromEntries(changed) as Partial<RewardContent>),
    ...(image?.id === savedImage?.id ? {} : { imageId: image?.id ?? null }),
  };
}

export type Problem = { pointer: string; detail: string };

/** What is wrong with it already here; the server looks again, and further. */
export function problemsOf(edited: Editable): Problem[] {
  const { image, ...content } = edited;
  const problems: Problem[] = contradictionsIn({ ...content, imageId: image?.id ?? null });
  if (edited.name.trim() === "") problems.push({ pointer: "/name", detail: "Give it a name." });
  for (const [place, { points, amountMinor }] of edited.prices.entries()) {
    if (points + amountMinor === 0) {
      problems.push({ pointer: `/prices/${place}/points`, detail: "A price has points, money, or both." });
    }
  }
  return problems;
}
