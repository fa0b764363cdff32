import { useTranslations } from "next-intl";
import { StateChip, type Tone } from "@/components/ui/badge";
import type { RedemptionState } from "@/lib/redemptions/schema";

const TONES: Record<RedemptionState, Tone> = {
  requested: "warn",
  reserved: "info",
  fulfilled: "good",
  cancelled: "neutral",
  failed: "bad",
  reversed: "neutral",
};

/** How an order stands, in the member's words. */
export function OrderBadge({ state }: { state: RedemptionState }) {
  const t = useTranslations("redemptions");
  return <StateChip tone={TONES[state]}>{t(`state.${state}`)}</StateChip>;
}
