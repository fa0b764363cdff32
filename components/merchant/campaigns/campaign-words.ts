import type { Tone } from "@/components/ui/badge";
import type { CampaignState } from "@/lib/campaigns/schema";

export const STATE_WORDS: Record<CampaignState, { label: string; tone: Tone }> = {
  draft: { label: "Draft", tone: "neutral" },
  active: { label: "Active", tone: "good" },
  paused: { label: "Paused", tone: "warn" },
  ended: { label: "Ended", tone: "info" },
};

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
