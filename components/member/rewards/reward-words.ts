import type { PointWords } from "@/components/member/point-words";
import type { Namespaced } from "@/components/member/translator";
import { type Formats, formatMoney, formatTime } from "@/components/ui/format";
import type { RewardOffer, Standing } from "@/lib/rewards/schema";

type Words = { t: Namespaced<"rewards">; points: PointWords; formats: Formats };

/** "500 points", "500 points + 9.90 €", "9.90 €"; null where there is no price for the member. */
export function priceInWords(price: RewardOffer["price"], { t, points, formats }: Words): string | null {
  if (price === null) return null;
  const money = formatMoney(price.amountMinor, formats.currency, formats.locale);
  if (price.points === 0) return money;
  const amount = points.amount(price.points);
  return price.amountMinor === 0 ? amount : t("price", { points: amount, money });
}

/** Whether the member can have it, and otherwise what it takes: "120 points to go", "From Gold on". */
export function standingInWords(standing: Standing, { t, points, formats }: Words): string {
  switch (standing.code) {
    case "ready":
    case "sold_out":
    case "over":
      return t(`standing.${standing.code}`);
    case "short":
      return t("standing.short", { amount: points.amount(standing.missing) });
    case "limit_reached":
      return t("standing.limit_reached", { per: standing.per });
    case "not_yet":
      return t("standing.not_yet", {
        day: formatTime(standing.startsAt, "day", formats),
      });
    case "other_tier": {
      if (standing.from !== null) return t("standing.fromTier", { tier: standing.from.name });
      const list = new Intl.ListFormat(formats.locale, { type: "disjunction" });
      return t("standing.forTiers", { tiers: list.format(standing.tiers.map(({ name }) => name)) });
    }
  }
}
