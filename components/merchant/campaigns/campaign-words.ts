import type { Tone } from "@/components/ui/badge";
import type { CampaignState } from "@/lib/campaigns/schema";

export const STATE_WORDS: Record<CampaignState, { label: string; tone: Tone }> = {
  draft: { label: "Draft", tone: "neutral" },
  in_review: { label: "In review", tone: "warn" },
  scheduled: { label: "Scheduled", tone: "info" },
  active: { label: "Active", tone: "good" },
  paused: { label: "Paused", tone: "warn" },
  ended: { label: "Ended", tone: "neutral" },
  archived: { label: "Archived", tone: "neutral" },
};

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
