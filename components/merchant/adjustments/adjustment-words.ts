import type { Tone } from "@/components/ui/badge";
import type { AdjustmentState, Doer } from "@/lib/adjustments/schema";

export const STATE_WORDS: Record<AdjustmentState, { label: string; tone: Tone }> = {
  pending: { label: "Waiting", tone: "warn" },
  posted: { label: "Posted", tone: "good" },
  rejected: { label: "Rejected", tone: "bad" },
  withdrawn: { label: "Withdrawn", tone: "neutral" },
};

/** The name of somebody, or what is known of those without one. */
export function nameOf({ ref, name }: Doer): string {
  return name ?? (ref.startsWith("user:") ? "Somebody who has left" : "The system");
}
