import type { Tone } from "@/components/ui/badge";
import type { RedemptionStage, StepName, StepParty } from "@/lib/redemptions/schema";

/** How far orders are, as a reward partner sees them. */
export const ORDER_WORDS: Record<RedemptionStage, { label: string; tone: Tone }> = {
  requested: { label: "Being paid", tone: "neutral" },
  reserved: { label: "To fulfil", tone: "warn" },
  accepted: { label: "In work", tone: "info" },
  shipped: { label: "On its way", tone: "info" },
  fulfilled: { label: "Fulfilled", tone: "good" },
  cancelled: { label: "Called off", tone: "neutral" },
  failed: { label: "Not fulfilled", tone: "bad" },
  reversed: { label: "Taken back", tone: "neutral" },
};

/** What happened to an order. */
export const STEP_WORDS: Record<StepName, string> = {
  requested: "Ordered",
  paid: "Paid",
  reserved: "Ready for you",
  sent_to_partner: "Sent to your system",
  accepted: "Taken into work",
  shipped: "Sent to the member",
  fulfilled: "Fulfilled",
  payment_failed: "Payment failed",
  cancelled: "Called off",
  failed: "Could not be fulfilled",
  timed_out: "Not fulfilled in time",
  reversed: "Taken back",
  voucher_withdrawn: "Voucher withdrawn",
  voucher_kept: "Voucher stays, it was used",
  refund_due: "Refund under way",
  refunded: "Refunded",
};

/** Who did it, as a reward partner reads it. */
export const PARTY_WORDS: Record<StepParty, string> = {
  member: "by the member",
  program: "by the program",
  partner: "by you",
  system: "",
};
