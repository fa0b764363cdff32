import type { RewardSnapshot } from "@/lib/redemptions";
import type { RewardRow } from "@/lib/rewards";

/** What is promised to the member: the reward as it is now, whatever becomes of it later. */
export function snapshotOf(reward: RewardRow): RewardSnapshot {
  const { name, kind, summary, terms, howToUse, imageId, stores, valueMinor, validDays, holdMinutes } =
    reward;
  const translations = Object.fromEntries(
    Object.entries(reward.translations).map(([language, texts]) => [
      language,
      {
        ...(texts.name !== undefined && { name: texts.name }),
        ...(texts.summary !== undefined && { summary: texts.summary }),
        ...(texts.terms !== undefined && { terms: texts.terms }),
        ...(texts.howToUse !== undefined && { howToUse: texts.howToUse }),
      },
    ]),
  );
  return {
    name,
    kind,
    summary,
    terms,
    howToUse,
    translations,
    imageId,
    stores,
    valueMinor,
    validDays,
    holdMinutes,
    isCounted: reward.stock !== null,
  };
}
