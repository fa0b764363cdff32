import { useTranslations } from "next-intl";
import { StateChip, type Tone } from "@/components/ui/badge";
import { type RedemptionDto, type RedemptionStage, stageOf } from "@/lib/redemptions/schema";

const TONES: Record<RedemptionStage, Tone> = {
  requested: "warn",
  reserved: "info",
  accepted: "info",
  shipped: "info",
  fulfilled: "good",
  cancelled: "neutral",
  failed: "bad",
  reversed: "neutral",
};

/** How far an order is, in the member's words. */
export function OrderBadge({ order }: { order: Pick<RedemptionDto, "state" | "acceptedAt" | "shippedAt"> }) {
  const t = useTranslations("redemptions");
  const stage = stageOf(order);
  return <StateChip tone={TONES[stage]}>{t(`stage.${stage}`)}</StateChip>;
}
