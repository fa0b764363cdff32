import type { Tone } from "@/components/ui/badge";
import type { TransferBar, TransferState } from "@/lib/transfers/schema";

/** Where a transfer stands, as the portal says it. */
export const TRANSFER_WORDS: Record<TransferState, { label: string; tone: Tone }> = {
  arrived: { label: "Arrived", tone: "good" },
  on_its_way: { label: "On its way", tone: "neutral" },
  sent_back: { label: "Sent back", tone: "warn" },
  failed: { label: "Failed", tone: "bad" },
};

/** What a member may do with points and others. */
export function barInWords({ sending, receiving }: Pick<TransferBar, "sending" | "receiving">): string {
  if (sending && receiving) return "This member may neither send nor receive points.";
  if (sending) return "This member may receive points, and not send any.";
  if (receiving) return "This member may send points, and not receive any.";
  return "This member may send and receive points.";
}
