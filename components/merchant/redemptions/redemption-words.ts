import type { Tone } from "@/components/ui/badge";
import type { RedemptionChannel, RedemptionStage, StepName, StepParty } from "@/lib/redemptions/schema";

/** How far redemptions are, as the program sees them. */
export const REDEMPTION_WORDS: Record<RedemptionStage, { label: string; tone: Tone }> = {
  requested: { label: "Awaiting payment", tone: "warn" },
  reserved: { label: "To fulfil", tone: "warn" },
  accepted: { label: "In work", tone: "info" },
  shipped: { label: "On its way", tone: "info" },
  fulfilled: { label: "Fulfilled", tone: "good" },
  cancelled: { label: "Called off", tone: "neutral" },
  failed: { label: "Failed", tone: "bad" },
  reversed: { label: "Taken back", tone: "neutral" },
};

export const CHANNEL_WORDS: Record<RedemptionChannel, string> = {
  wallet: "In the wallet",
  counter: "At the counter",
  portal: "In the portal",
  api: "By API",
};

/** What happened to a redemption. */
export const STEP_WORDS: Record<StepName, string> = {
  requested: "Asked for",
  paid: "Paid",
  reserved: "Points and item set aside",
  sent_to_partner: "Sent to the partner’s system",
  accepted: "Taken into work",
  shipped: "Sent to the member",
  fulfilled: "Fulfilled",
  payment_failed: "The payment failed",
  cancelled: "Called off",
  failed: "Could not be fulfilled",
  timed_out: "Time was up, and everything went back",
  reversed: "Taken back, and the points are in their lots again",
  voucher_withdrawn: "Voucher withdrawn",
  voucher_kept: "Voucher stays: it had been used",
  refund_due: "Refund under way",
  refunded: "Money paid back",
};

export const PARTY_WORDS: Record<StepParty, string> = {
  member: "by the member",
  program: "by the program",
  partner: "by the partner",
  system: "",
};
