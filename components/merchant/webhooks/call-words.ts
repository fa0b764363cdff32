import type { Tone } from "@/components/ui/badge";
import type { CallState } from "@/lib/webhooks/schema";

export const CALL_WORDS: Record<CallState, { label: string; tone: Tone }> = {
  waiting: { label: "Waiting", tone: "info" },
  delivered: { label: "Delivered", tone: "good" },
  failed: { label: "Given up", tone: "bad" },
  withdrawn: { label: "Withdrawn", tone: "neutral" },
};
